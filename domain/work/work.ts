/** The office's own work: records of several nouns that are kept, stepped, versioned and read in one way. */
import { z } from "zod";
import type { InputIssue } from "../error.ts";
import { MEETING_STATES, MEETING_STEPS, MEETING_WAY, meetingIssues, zMeetingContent } from "./meeting.ts";
import { type Standing, zStanding } from "./standing.ts";
import { type Referable, TASK_STATES, TASK_STEPS, TASK_WAY, taskIssues, zTaskContent } from "./task.ts";
import { stateAfter, type Way } from "./way.ts";

export const WORK_NOUNS = ["task", "meeting"] as const;
export const zWorkNoun = z.enum(WORK_NOUNS);
export type WorkNoun = z.infer<typeof zWorkNoun>;

/** What tells one noun from another. */
export const WORK = {
  task: {
    prefix: "T",
    content: zTaskContent,
    states: TASK_STATES,
    steps: TASK_STEPS,
    way: TASK_WAY,
  },
  meeting: {
    prefix: "M",
    content: zMeetingContent,
    states: MEETING_STATES,
    steps: MEETING_STEPS,
    way: MEETING_WAY,
  },
} as const;

export type ContentOf<N extends WorkNoun> = z.infer<(typeof WORK)[N]["content"]>;
export type StateOf<N extends WorkNoun> = (typeof WORK)[N]["states"][number];
export type StepOf<N extends WorkNoun> = (typeof WORK)[N]["steps"][number];

/** Such as T-0012. */
export const workNumber = (noun: WorkNoun, number: number): string =>
  `${WORK[noun].prefix}-${String(number).padStart(4, "0")}`;

/** The way of a noun, its steps and states as plain words. */
export const wayOf = (noun: WorkNoun): Way<string, string> => WORK[noun].way as Way<string, string>;

/** @throws ConflictError where the step cannot be taken from here */
export const workStateAfter = (noun: WorkNoun, state: string, step: string): string =>
  stateAfter(wayOf(noun), state, step);

/** What every record has, whichever its noun: by it records are found, counted and reached. */
export type WorkFacts = {
  title: string;
  /** What it is found by. */
  words: string;
  lead: string | null;
  /** Other units that have a part in it. */
  parts: readonly string[];
  due: string | null;
  links: readonly { kind: "clause" | "item" | "meeting"; target: string }[];
};

export function factsOf<N extends WorkNoun>(noun: N, content: ContentOf<N>): WorkFacts {
  return noun === "task"
    ? taskFacts(content as ContentOf<"task">)
    : meetingFacts(content as ContentOf<"meeting">);
}

function taskFacts(content: ContentOf<"task">): WorkFacts {
  const { title, goal, lead, leadWords, helpers, due, origin, items } = content;
  return {
    title,
    words: [title, goal, leadWords ?? ""].join("\n"),
    lead,
    parts: [...new Set(helpers)].filter((unit) => unit !== lead),
    due,
    links: [
      ...(origin.kind === "clause" ? [{ kind: "clause" as const, target: origin.item }] : []),
      ...(origin.kind === "meeting" ? [{ kind: "meeting" as const, target: origin.work }] : []),
      ...[...new Set(items)].map((target) => ({ kind: "item" as const, target })),
    ],
  };
}

function meetingFacts(content: ContentOf<"meeting">): WorkFacts {
  const { title, lead, attendees, agenda, minutes, decisions } = content;
  return {
    title,
    words: [title, ...agenda, minutes, ...decisions.map((one) => one.words)].join("\n"),
    lead,
    parts: [...new Set(attendees)].filter((unit) => unit !== lead),
    due: null,
    links: [],
  };
}

/** What is wrong with a content that is to have the state `to`, each fault at its field. */
export function workIssues<N extends WorkNoun>(
  noun: N,
  content: ContentOf<N>,
  { to, known, today }: { to: string; known: Referable; today: string },
): InputIssue[] {
  return noun === "task"
    ? taskIssues(content as ContentOf<"task">, known)
    : meetingIssues(content as ContentOf<"meeting">, to as StateOf<"meeting">, known, today);
}

/** A schema whose type is that of a noun: what differs between nouns zod infers, which noun it is only a caller knows. */
export type SchemaOf<T> = z.ZodType<T, T>;

export const contentSchema = <N extends WorkNoun>(noun: N): SchemaOf<ContentOf<N>> =>
  WORK[noun].content as unknown as SchemaOf<ContentOf<N>>;

/** A record as it stands, or as it stood at the end of a month. */
export type Work<N extends WorkNoun> = {
  id: string;
  /** Such as T-0012. */
  number: string;
  state: StateOf<N>;
  version: number;
  edition: number;
  content: ContentOf<N>;
  standing: Standing;
  editedBy: string;
  editedAt: string;
};
export const workSchema = <N extends WorkNoun>(noun: N): SchemaOf<Work<N>> =>
  z.strictObject({
    id: z.string(),
    number: z.string(),
    state: z.enum(WORK[noun].states),
    version: z.int().min(1),
    edition: z.int().min(1),
    content: WORK[noun].content,
    standing: zStanding,
    editedBy: z.string(),
    editedAt: z.string(),
  }) as unknown as SchemaOf<Work<N>>;
