import { z } from "zod";
import type { InputIssue } from "../error.ts";
import { zItemId } from "../item.ts";
import { zMonth } from "../month.ts";
import { zUnitId } from "../report/exchange.ts";
import { zDay } from "../report/report.ts";
import { type Acting, type Asked, asNoun, linksTo, partsBeside } from "./noun.ts";
import { dueSlipOf } from "./slip.ts";
import type { Said } from "./standing.ts";
import { MOST_TITLE } from "./task.ts";
import type { Way } from "./way.ts";
import { PUBLICATION_KIND_WORDS } from "./words.ts";

/** 简报, 学习手册, 资料汇编, 通知. */
export const PUBLICATION_KINDS = ["bulletin", "handbook", "compilation", "notice"] as const;
export type PublicationKind = (typeof PUBLICATION_KINDS)[number];

/** 起草, 已发布, 已撤回. */
export const PUBLICATION_STATES = ["draft", "published", "withdrawn"] as const;
export type PublicationState = (typeof PUBLICATION_STATES)[number];

export const PUBLICATION_STEPS = ["save", "publish", "adjust", "read", "reply", "recall"] as const;
export type PublicationStep = (typeof PUBLICATION_STEPS)[number];

/** The office publishes, changes with a reason and takes back; each unit that it goes to says that it has read it, and answers. */
export const PUBLICATION_WAY: Way<PublicationState, PublicationStep> = {
  save: { action: "work.manage", needs: "nothing", leads: { draft: "draft" } },
  publish: { action: "work.manage", needs: "nothing", leads: { draft: "published" } },
  adjust: { action: "work.manage", needs: "words", leads: { published: "published" } },
  read: { action: "work.receive", needs: "nothing", leads: { published: "published" } },
  reply: { action: "work.receive", needs: "words", leads: { published: "published" } },
  recall: { action: "work.manage", needs: "words", leads: { published: "withdrawn" } },
};

/** Longest text, in characters. */
export const MOST_TEXT = 20_000;
/** Highest number of an issue. */
export const MOST_ISSUE = 999;
/** More than the units that there can be, counties too. */
export const MOST_AUDIENCE = 200;

export const zPublicationContent = z.strictObject({
  title: z.string().max(MOST_TITLE),
  kind: z.enum(PUBLICATION_KINDS),
  /** Number of its kind within the year in which it is published; null for a notice. */
  issue: z.int().min(1).max(MOST_ISSUE).nullable(),
  /** Who sends it. */
  lead: zUnitId.nullable(),
  /** Units that it goes to; none for all that file. */
  audience: z.array(zUnitId).max(MOST_AUDIENCE),
  text: z.string().max(MOST_TEXT),
  items: z.array(zItemId).max(60),
  /** Until when the units are to answer; null where nothing is asked of them. */
  answerBy: zDay.nullable(),
});
export type PublicationContent = z.infer<typeof zPublicationContent>;

/** What a unit said of it: when it had read it first, and when and what it answered last. Moments in ISO 8601. */
const zReceipt = z.strictObject({
  unit: zUnitId,
  readAt: z.string(),
  answeredAt: z.string().nullable(),
  words: z.string().nullable(),
});
export type Receipt = z.infer<typeof zReceipt>;

export const zReceived = z.strictObject({
  /** Day on which it was published. */
  publishedOn: zDay.nullable(),
  /** Units that it went to, each by name, however many the content means. */
  receivers: z.array(zUnitId),
  receipts: z.array(zReceipt),
});
export type Received = z.infer<typeof zReceived>;

/** A bulletin drafted from the ledger: of a month, or of the latest published one. */
export const zBulletinAsked = z.strictObject({ month: zMonth.optional() });
export const zBulletinText = z.strictObject({
  month: zMonth,
  title: z.string().max(MOST_TITLE),
  text: z.string().max(MOST_TEXT),
  items: z.array(zItemId).max(60),
});

/** What is wrong with a publication, each fault at its field. */
export function publicationIssues(
  { title, kind, issue, lead, audience, text, items, answerBy }: PublicationContent,
  { known }: Pick<Asked<PublicationState>, "known">,
): InputIssue[] {
  const issues: InputIssue[] = [];
  const say = (path: InputIssue["path"], message: string) => issues.push({ path, message });
  if (title.trim() === "") say(["title"], "expected a title");
  if (kind === "notice" && issue !== null) say(["issue"], "a notice has no issue number");
  if (kind !== "notice" && issue === null) say(["issue"], "expected the number of the issue");
  if (lead === null) say(["lead"], "expected who sends it");
  else if (!known.units.has(lead)) say(["lead"], `${lead} is no unit that can be named`);
  audience.forEach((unit, at) => {
    if (!known.units.has(unit)) say(["audience", at], `${unit} is no unit that can be named`);
    if (audience.indexOf(unit) !== at) say(["audience", at], "a unit is named twice");
  });
  if (text.trim() === "") say(["text"], "expected the text");
  if (kind !== "notice" && answerBy !== null) say(["answerBy"], "a notice alone asks for an answer");
  items.forEach((item, at) => {
    if (!known.items.has(item)) say(["items", at], `no item has the id ${item}`);
  });
  return issues;
}

const NOT_RECEIVED: Received = { publishedOn: null, receivers: [], receipts: [] };

function receivedAfter(
  before: Received,
  step: PublicationStep,
  { words }: Said,
  { content, files, today, at, unit }: Acting<PublicationContent>,
): Received {
  const receivers = content.audience.length === 0 ? [...files] : content.audience;
  if (step === "publish") return { ...before, publishedOn: today, receivers };
  if (step === "adjust") return { ...before, receivers };
  if (unit === null || (step !== "read" && step !== "reply")) return before;
  const had = before.receipts.find((one) => one.unit === unit);
  const read = had ?? { unit, readAt: at, answeredAt: null, words: null };
  // Whoever answers has read it.
  const now = step === "reply" ? { ...read, answeredAt: at, words } : read;
  return { ...before, receipts: [...before.receipts.filter((one) => one !== had), now] };
}

/** Receipts of units that it goes to still. */
const counted = ({ receivers, receipts }: Received): Receipt[] =>
  receipts.filter(({ unit }) => receivers.includes(unit));

/** 简报, 学习手册, 资料汇编, 通知: what the office sends to units, which of them has read it, and what they answered. */
export const PUBLICATION = asNoun({
  prefix: "N",
  content: zPublicationContent,
  states: PUBLICATION_STATES,
  steps: PUBLICATION_STEPS,
  way: PUBLICATION_WAY,
  checked: ["publish", "adjust"],
  facts: ({ title, kind, lead, audience, text, answerBy, items }: PublicationContent) => ({
    title,
    words: [title, ...Object.values(PUBLICATION_KIND_WORDS[kind]), text].join("\n"),
    lead,
    parts: partsBeside(lead, audience),
    due: answerBy,
    links: linksTo(items),
  }),
  brief: z.strictObject({
    kind: z.enum(PUBLICATION_KINDS),
    issue: z.int().nullable(),
    /** In which it was published. */
    year: z.string().nullable(),
    /** Units are asked to answer. */
    asks: z.boolean(),
    /** Units that it goes to, those that have read it, and those that have answered: of what the asker may know. */
    receivers: z.int(),
    read: z.int(),
    answered: z.int(),
  }),
  tell: ({ kind, issue, answerBy }, received) => ({
    kind,
    issue,
    year: received.publishedOn?.slice(0, 4) ?? null,
    asks: answerBy !== null,
    receivers: received.receivers.length,
    read: counted(received).length,
    answered: counted(received).filter(({ answeredAt }) => answeredAt !== null).length,
  }),
  issues: publicationIssues,
  standing: zReceived,
  start: NOT_RECEIVED,
  stand: receivedAfter,
  slip: ({ state, due, brief }, today) =>
    state === "published" && brief.answered < brief.receivers ? dueSlipOf(due, today) : null,
  tasks: () => [],
  goesTo: ({ lead }, { receivers }) => partsBeside(lead, receivers),
  receiving: ({ answerBy }, { receivers, receipts }, step, unit) => {
    if (unit === null || !receivers.includes(unit)) return "foreign";
    if (step === "read") return receipts.some((one) => one.unit === unit) ? "done" : "open";
    return answerBy === null ? "unasked" : "open";
  },
  shown: (received, { unit, isWhole, isListed }) => {
    const mine = (one: string) => isWhole || one === unit;
    return {
      ...received,
      receivers: received.receivers.filter(mine),
      receipts: received.receipts
        .filter((one) => mine(one.unit))
        .map((one) => (isListed ? { ...one, words: null } : one)),
    };
  },
  unique: ({ kind, issue }, { publishedOn }) =>
    issue === null || publishedOn === null
      ? null
      : { key: `${kind} ${publishedOn.slice(0, 4)} ${issue}`, field: "issue" },
});
