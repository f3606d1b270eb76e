import { z } from "zod";
import type { InputIssue } from "../error.ts";
import { zItemId } from "../item.ts";
import { zRegionCode } from "../region.ts";
import { zUnitId } from "../report/exchange.ts";
import { zAttachment, zDay } from "../report/report.ts";
import { type Asked, asNoun, linksTo, type Made, partsBeside } from "./noun.ts";
import { isWhole, MOST_PARTS, partIssues, partShape, taskOfPart, unitsOfParts } from "./part.ts";
import { NO_STANDING, zStanding } from "./standing.ts";
import { MOST_GOAL, MOST_TITLE } from "./task.ts";
import type { Way } from "./way.ts";

/** 督促检查, 重点督查 (once a year), 专题督查. */
export const INSPECTION_KINDS = ["routine", "key", "special"] as const;

/** 筹备, 督查中, 已下达整改, 已结束, 已取消. */
export const INSPECTION_STATES = ["draft", "underway", "notified", "closed", "cancelled"] as const;
export type InspectionState = (typeof INSPECTION_STATES)[number];

export const INSPECTION_STEPS = ["save", "begin", "notify", "adjust", "end", "reopen", "cancel"] as const;
export type InspectionStep = (typeof INSPECTION_STEPS)[number];

/** Findings are written while it goes on; notifying the units makes each of them a task. */
export const INSPECTION_WAY: Way<InspectionState, InspectionStep> = {
  save: { action: "work.manage", needs: "nothing", leads: { draft: "draft", underway: "underway" } },
  begin: { action: "work.manage", needs: "nothing", leads: { draft: "underway" } },
  notify: {
    action: "work.manage",
    needs: "nothing",
    leads: { underway: "notified", notified: "notified" },
  },
  adjust: { action: "work.manage", needs: "words", leads: { notified: "notified" } },
  end: { action: "work.manage", needs: "words", leads: { underway: "closed", notified: "closed" } },
  reopen: { action: "work.manage", needs: "words", leads: { closed: "notified" } },
  cancel: { action: "work.manage", needs: "words", leads: { draft: "cancelled" } },
};

/** WGS 84, lon lat. */
const zAt = z.tuple([z.number().min(73).max(136), z.number().min(3).max(54)]);

/** Most files of one finding. */
export const MOST_FINDING_FILES = 10;

/**
 * 问题: what was found, on what evidence and where; what has to be put right by whom and by when is a task. `at` lies
 * within `region`.
 */
export const zFinding = z.strictObject({
  ...partShape,
  evidence: z.string().max(MOST_GOAL),
  region: zRegionCode.nullable(),
  at: zAt.nullable(),
  /** 佐证材料, such as photographs; left out where there are none. */
  files: z.array(zAttachment).max(MOST_FINDING_FILES).optional(),
});
export type Finding = z.infer<typeof zFinding>;

export const zInspectionContent = z.strictObject({
  title: z.string().max(MOST_TITLE),
  kind: z.enum(INSPECTION_KINDS),
  /** The unit that inspects. */
  lead: zUnitId.nullable(),
  inspectors: z.string().max(MOST_TITLE),
  /** Those that are inspected. */
  units: z.array(zUnitId).max(61),
  items: z.array(zItemId).max(60),
  from: zDay.nullable(),
  until: zDay.nullable(),
  findings: z.array(zFinding).max(MOST_PARTS),
});
export type InspectionContent = z.infer<typeof zInspectionContent>;

/** 未下达, 待整改, 整改中, 待验收, 销号, 已撤销. */
export const RECTIFICATIONS = ["unasked", "open", "doing", "reported", "closed", "dropped"] as const;
export type Rectification = (typeof RECTIFICATIONS)[number];

/**
 * Where a finding stands, which is where its task stands: 整改中 once its unit has said how far it is, 销号 when the
 * office has closed it.
 */
export function rectificationOf(task: Pick<Made, "state" | "percent"> | undefined): Rectification {
  switch (task?.state) {
    case "assigned":
      return (task.percent ?? 0) > 0 ? "doing" : "open";
    case "reported":
    case "closed":
    case "dropped":
      return task.state;
    default:
      return "unasked";
  }
}

/** What is wrong with an inspection that is to have a state, each fault at its field. */
export function inspectionIssues(
  content: InspectionContent,
  { to, known, today, made }: Asked<InspectionState>,
): InputIssue[] {
  const { title, lead, units, items, from, until, findings } = content;
  const issues: InputIssue[] = [];
  const say = (path: InputIssue["path"], message: string) => issues.push({ path, message });
  if (title.trim() === "") say(["title"], "expected a title");
  if (lead === null) say(["lead"], "expected the unit that inspects");
  else if (!known.units.has(lead)) say(["lead"], `${lead} is no unit that can be named`);
  if (units.length === 0) say(["units"], "expected the units that are inspected");
  units.forEach((unit, at) => {
    if (!known.units.has(unit)) say(["units", at], `${unit} is no unit that can be named`);
  });
  items.forEach((item, at) => {
    if (!known.items.has(item)) say(["items", at], `no item has the id ${item}`);
  });
  if (from === null) say(["from"], "expected the first day");
  if (until !== null && from !== null && until < from) say(["until"], "expected a day not before the first");
  if (to === "draft" || to === "underway") return issues;
  if (from !== null && from > today) say(["from"], `expected a day until ${today}`);
  issues.push(...partIssues(findings, "findings", known, true));
  findings.forEach(({ evidence, region, at: point, due }, at) => {
    if (evidence.trim() === "") say(["findings", at, "evidence"], "expected the evidence");
    if (due === null) say(["findings", at, "due"], "expected the day by which it is put right");
    if (region !== null && !known.regions.has(region))
      say(["findings", at, "region"], `no region is ${region}`);
    if (point === null) return;
    if (region === null) say(["findings", at, "region"], "expected the region of the place");
    else if (known.lies?.(region, point) === false)
      say(["findings", at, "at"], `the place does not lie in ${region}`);
  });
  if (to !== "closed") return issues;
  findings.forEach(({ id }, at) => {
    const where = rectificationOf(made.find(({ part }) => part === id));
    if (where !== "closed" && where !== "dropped")
      say(["findings", at], "expected it to be put right and closed before");
  });
  return issues;
}

/** 督查: what was found, put right and closed. */
export const INSPECTION = asNoun({
  prefix: "I",
  content: zInspectionContent,
  states: INSPECTION_STATES,
  steps: INSPECTION_STEPS,
  way: INSPECTION_WAY,
  checked: ["begin", "notify", "adjust", "end"],
  brief: z.strictObject({
    kind: z.enum(INSPECTION_KINDS),
    from: z.string().nullable(),
    units: z.int(),
    findings: z.int(),
  }),
  facts: (content: InspectionContent) => {
    const { title, lead, inspectors, units, items, findings } = content;
    const found = findings.flatMap((one) => [one.words, one.evidence]);
    return {
      title,
      words: [title, inspectors, ...found].join("\n"),
      lead,
      parts: partsBeside(lead, [...units, ...unitsOfParts(findings)]),
      due: null,
      links: linksTo(items),
    };
  },
  tell: ({ kind, from, units, findings }) => ({
    kind,
    from,
    units: units.length,
    findings: findings.length,
  }),
  issues: inspectionIssues,
  standing: zStanding,
  start: NO_STANDING,
  stand: (before) => before,
  slip: () => null,
  tasks: (step, id, { findings, items }) =>
    step === "notify"
      ? findings
          .filter(isWhole)
          .map((finding) => ({ part: finding.id, task: taskOfPart("inspection", id, finding, items) }))
      : [],
  makesTasks: ["notify"],
  files: ({ findings }) => findings.map(({ files = [] }, at) => ({ path: ["findings", at, "files"], files })),
  forgets: ["cancel"],
});
