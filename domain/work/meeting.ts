import { z } from "zod";
import type { InputIssue } from "../error.ts";
import { zUnitId } from "../report/exchange.ts";
import { zDay } from "../report/report.ts";
import { asNoun, partsBeside, type Referable } from "./noun.ts";
import { NO_STANDING, zStanding } from "./standing.ts";
import { MOST_GOAL, MOST_TITLE, type TaskContent } from "./task.ts";
import type { Way } from "./way.ts";

/** 领导小组会议, 厅际联席会议. */
export const MEETING_KINDS = ["leading-group", "joint"] as const;

/** 筹备, 已召开, 纪要已印发, 已取消. */
export const MEETING_STATES = ["draft", "held", "concluded", "cancelled"] as const;
export const zMeetingState = z.enum(MEETING_STATES);
export type MeetingState = z.infer<typeof zMeetingState>;

export const MEETING_STEPS = ["save", "hold", "conclude", "cancel"] as const;
export type MeetingStep = (typeof MEETING_STEPS)[number];

/** Minutes are written once it was held; concluding it makes each of its decisions a task. */
export const MEETING_WAY: Way<MeetingState, MeetingStep> = {
  save: { action: "work.manage", needs: "nothing", leads: { draft: "draft", held: "held" } },
  hold: { action: "work.manage", needs: "nothing", leads: { draft: "held" } },
  conclude: { action: "work.manage", needs: "nothing", leads: { held: "concluded" } },
  cancel: { action: "work.manage", needs: "words", leads: { draft: "cancelled" } },
};

/** Longest minutes, in characters. */
export const MOST_MINUTES = 20_000;

/** 议定事项: what was decided, by whom it is done and by when. */
export const zDecision = z.strictObject({
  words: z.string().max(MOST_GOAL),
  lead: zUnitId.nullable(),
  helpers: z.array(zUnitId).max(61),
  due: zDay.nullable(),
});
export type Decision = z.infer<typeof zDecision>;

export const zMeetingContent = z.strictObject({
  title: z.string().max(MOST_TITLE),
  kind: z.enum(MEETING_KINDS),
  /** 牵头部门: the unit that calls it. */
  lead: zUnitId.nullable(),
  attendees: z.array(zUnitId).max(61),
  heldOn: zDay.nullable(),
  place: z.string().max(MOST_TITLE),
  agenda: z.array(z.string().max(MOST_TITLE)).max(30),
  minutes: z.string().max(MOST_MINUTES),
  decisions: z.array(zDecision).max(50),
});
export type MeetingContent = z.infer<typeof zMeetingContent>;

/**
 * What is wrong with a meeting that is to go a step further, each fault at its field.
 * @param to the state that it is to have
 * @param today YYYY-MM-DD
 */
export function meetingIssues(
  content: MeetingContent,
  to: MeetingState,
  known: Pick<Referable, "units">,
  today: string,
): InputIssue[] {
  const issues: InputIssue[] = [];
  const say = (path: InputIssue["path"], message: string) => issues.push({ path, message });
  if (content.title.trim() === "") say(["title"], "expected a title");
  if (content.lead === null) say(["lead"], "expected the unit that calls it");
  const named: [InputIssue["path"], string | null][] = [
    [["lead"], content.lead],
    ...content.attendees.map((unit, at): [InputIssue["path"], string] => [["attendees", at], unit]),
    ...content.decisions.flatMap(({ lead, helpers }, at): [InputIssue["path"], string | null][] => [
      [["decisions", at, "lead"], lead],
      ...helpers.map((unit, n): [InputIssue["path"], string] => [["decisions", at, "helpers", n], unit]),
    ]),
  ];
  for (const [path, unit] of named)
    if (unit !== null && !known.units.has(unit)) say(path, `${unit} is no unit that can be named`);
  if (content.heldOn === null) say(["heldOn"], "expected the day of the meeting");
  else if (content.heldOn > today) say(["heldOn"], `expected a day until ${today}`);
  if (to !== "concluded") return issues;
  if (content.minutes.trim() === "") say(["minutes"], "expected the minutes");
  content.decisions.forEach(({ words, lead, helpers }, at) => {
    if (words.trim() === "") say(["decisions", at, "words"], "expected what was decided");
    if (lead === null) say(["decisions", at, "lead"], "expected the unit that does it");
    else if (helpers.includes(lead))
      say(["decisions", at, "helpers"], "the lead does not co-operate with itself");
  });
  return issues;
}

/** The task that a decision becomes. @param meeting id of the meeting's record */
export const taskOfDecision = (meeting: string, decision: Decision, at: number): TaskContent => ({
  title: decision.words.trim().slice(0, MOST_TITLE),
  goal: decision.words.trim(),
  lead: decision.lead,
  leadWords: null,
  helpers: decision.helpers,
  due: decision.due,
  dueWords: null,
  origin: { kind: "meeting", work: meeting, decision: at },
  items: [],
});

/** 会议: what was decided becomes tasks. */
export const MEETING = asNoun({
  prefix: "M",
  content: zMeetingContent,
  states: MEETING_STATES,
  steps: MEETING_STEPS,
  way: MEETING_WAY,
  checked: ["hold", "conclude"],
  brief: z.strictObject({}),
  facts: ({ title, lead, attendees, agenda, minutes, decisions }: MeetingContent) => ({
    title,
    words: [title, ...agenda, minutes, ...decisions.map((one) => one.words)].join("\n"),
    lead,
    parts: partsBeside(lead, attendees),
    due: null,
    links: [],
  }),
  tell: () => ({}),
  issues: (content, { to, known, today }) => meetingIssues(content, to, known, today),
  standing: zStanding,
  start: NO_STANDING,
  stand: (before) => before,
  slip: () => null,
  tasks: (step, id, { decisions }) =>
    step === "conclude"
      ? decisions.map((decision, at) => ({ part: String(at), task: taskOfDecision(id, decision, at) }))
      : [],
});
