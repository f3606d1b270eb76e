import { z } from "zod";
import type { InputIssue } from "../error.ts";
import type { Item } from "../item.ts";
import { zItemId } from "../item.ts";
import { zUnitId } from "../report/exchange.ts";
import { zDay } from "../report/report.ts";
import type { Unit } from "../unit.ts";
import { type Asked, asNoun, linksTo, partsBeside } from "./noun.ts";
import { isWhole, MOST_PARTS, partIssues, taskOfPart, unitsOfParts, zPart } from "./part.ts";
import { dueSlipOf } from "./slip.ts";
import { NO_STANDING, zStanding } from "./standing.ts";
import { MOST_TITLE } from "./task.ts";
import type { Way } from "./way.ts";

/** 部区合作协议, 支持政策, and what the source does not tell apart. */
export const OPINION_FORMS = ["agreement", "policy", "untold"] as const;

/** 起草, 未出台, 拟签, 已签署或出台, 已撤销. */
export const OPINION_STATES = ["draft", "none", "drafting", "issued", "dropped"] as const;
export type OpinionState = (typeof OPINION_STATES)[number];

export const OPINION_STEPS = [
  "save",
  "list",
  "draw",
  "issue",
  "revert",
  "adjust",
  "divide",
  "tell",
  "drop",
] as const;
export type OpinionStep = (typeof OPINION_STEPS)[number];

/**
 * The office lists a ministry, says when a document is being drawn up with it and when it is signed or issued, and
 * makes tasks of what it grants; the department that follows it up says how it goes.
 */
export const OPINION_WAY: Way<OpinionState, OpinionStep> = {
  save: { action: "work.manage", needs: "nothing", leads: { draft: "draft" } },
  list: { action: "work.manage", needs: "nothing", leads: { draft: "none" } },
  draw: { action: "work.manage", needs: "words", leads: { none: "drafting" } },
  issue: { action: "work.manage", needs: "nothing", leads: { none: "issued", drafting: "issued" } },
  revert: { action: "work.manage", needs: "words", leads: { drafting: "none", issued: "drafting" } },
  adjust: {
    action: "work.manage",
    needs: "words",
    leads: { none: "none", drafting: "drafting", issued: "issued" },
  },
  divide: { action: "work.manage", needs: "nothing", leads: { issued: "issued" } },
  tell: {
    action: "work.report",
    needs: "words",
    leads: { none: "none", drafting: "drafting", issued: "issued" },
  },
  drop: { action: "work.manage", needs: "words", leads: { draft: "dropped", none: "dropped" } },
};

export const zOpinionContent = z.strictObject({
  title: z.string().max(MOST_TITLE),
  /** The ministry; null where no unit of the ledger is it: then `ministryWords` names it. */
  ministry: zUnitId.nullable(),
  ministryWords: z.string().max(MOST_TITLE),
  form: z.enum(OPINION_FORMS),
  document: z.string().max(MOST_TITLE),
  /** 文号. */
  documentNumber: z.string().max(80),
  issuedOn: zDay.nullable(),
  /** 对口厅局, which follows it up. */
  lead: zUnitId.nullable(),
  /** Until when it is to be issued. */
  due: zDay.nullable(),
  grants: z.array(zPart).max(MOST_PARTS),
  /** Policies and projects that it bears on. */
  items: z.array(zItemId).max(60),
});
export type OpinionContent = z.infer<typeof zOpinionContent>;

/** What is wrong with an opinion, each fault at its field. */
export function opinionIssues(
  content: OpinionContent,
  { to, known, today }: Asked<OpinionState>,
): InputIssue[] {
  const { title, ministry, ministryWords, form, document, issuedOn, lead, grants, items } = content;
  const issues: InputIssue[] = [];
  const say = (path: InputIssue["path"], message: string) => issues.push({ path, message });
  if (title.trim() === "") say(["title"], "expected a title");
  if (ministry === null && ministryWords.trim() === "") say(["ministry"], "expected the ministry");
  if (ministry !== null && !known.ministries.has(ministry)) say(["ministry"], `${ministry} is no ministry`);
  if (lead !== null && !known.units.has(lead)) say(["lead"], `${lead} is no unit that can be named`);
  if (issuedOn !== null && issuedOn > today) say(["issuedOn"], `expected a day until ${today}`);
  // Whoever knows which of the two it is has it in hand.
  if (to === "issued" && form !== "untold") {
    if (document.trim() === "") say(["document"], "expected the title of the document");
    if (issuedOn === null) say(["issuedOn"], "expected the day of the document");
  }
  items.forEach((item, at) => {
    if (!known.items.has(item)) say(["items", at], `no item has the id ${item}`);
  });
  return [...issues, ...partIssues(grants, "grants", known, false)];
}

/** 部委支持意见: which ministry has issued or signed what, and what comes of it. */
export const OPINION = asNoun({
  prefix: "O",
  content: zOpinionContent,
  states: OPINION_STATES,
  steps: OPINION_STEPS,
  way: OPINION_WAY,
  checked: ["list", "draw", "issue", "adjust", "divide"],
  brief: z.strictObject({
    ministry: z.string().nullable(),
    ministryWords: z.string(),
    form: z.enum(OPINION_FORMS),
    issuedOn: z.string().nullable(),
    grants: z.int(),
  }),
  facts: (content: OpinionContent) => {
    const { title, ministryWords, document, documentNumber, lead, due, grants, items } = content;
    return {
      title,
      words: [title, ministryWords, document, documentNumber, ...grants.map((one) => one.words)].join("\n"),
      lead,
      parts: partsBeside(lead, unitsOfParts(grants)),
      due,
      links: linksTo(items),
    };
  },
  tell: ({ ministry, ministryWords, form, issuedOn, grants }) => ({
    ministry,
    ministryWords,
    form,
    issuedOn,
    grants: grants.length,
  }),
  issues: opinionIssues,
  standing: zStanding,
  start: NO_STANDING,
  stand: (before) => before,
  slip: ({ state, due }, today) => (state === "none" || state === "drafting" ? dueSlipOf(due, today) : null),
  tasks: (step, id, { grants, items }) =>
    step === "divide"
      ? grants
          .filter(isWhole)
          .map((grant) => ({ part: grant.id, task: taskOfPart("opinion", id, grant, items) }))
      : [],
  makesTasks: ["divide"],
});

/** The collective of the source for those that it does not name: 其他22个部委和单位. */
export const UNNAMED_MINISTRIES = "group-ministries-22";

/**
 * The ministries that the source names as having signed or issued, each with what it says: not which of the two, no
 * document, no day. Those that it does not name are not invented.
 */
export function firstOpinions(items: readonly Item[], units: readonly Unit[]): OpinionContent[] {
  const ministries = new Map(units.filter(({ kind }) => kind === "central").map((unit) => [unit.id, unit]));
  const whole = new Set(
    items.filter((item) => item.units.some(({ unit }) => unit === UNNAMED_MINISTRIES)).map(({ id }) => id),
  );
  return items.flatMap((item) => {
    if (item.type !== "agreement" || item.parent === null || !whole.has(item.parent)) return [];
    return item.units.flatMap(({ unit, words, role }) =>
      role === "counterpart" && ministries.has(unit)
        ? [
            {
              title: item.title,
              ministry: unit,
              ministryWords: words,
              form: "untold" as const,
              document: "",
              documentNumber: "",
              issuedOn: null,
              lead: null,
              due: null,
              grants: [],
              items: [item.id],
            },
          ]
        : [],
    );
  });
}
