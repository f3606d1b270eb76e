/** The office's own work: records of several nouns that are kept, stepped, versioned and read in one way. */
import { z } from "zod";
import type { Attachment } from "../report/report.ts";
import { APPROVAL } from "./approval.ts";
import { INSPECTION } from "./inspection.ts";
import { MEASURE } from "./measure.ts";
import { MEETING } from "./meeting.ts";
import type { NounSpec, WorkFacts } from "./noun.ts";
import type { WorkNoun } from "./nouns.ts";
import { OPINION } from "./opinion.ts";
import { PLAN } from "./plan.ts";
import { PUBLICATION } from "./publication.ts";
import { TASK } from "./task.ts";
import { stateAfter, type Way, type WayStep } from "./way.ts";

/** Every noun with its description. */
export const WORK = {
  task: TASK,
  meeting: MEETING,
  opinion: OPINION,
  inspection: INSPECTION,
  approval: APPROVAL,
  plan: PLAN,
  publication: PUBLICATION,
  measure: MEASURE,
} as const satisfies Record<WorkNoun, unknown>;

type Described<N extends WorkNoun> = (typeof WORK)[N];
export type ContentOf<N extends WorkNoun> = z.infer<Described<N>["content"]>;
export type StateOf<N extends WorkNoun> = Described<N>["states"][number];
export type StepOf<N extends WorkNoun> = Described<N>["steps"][number];
export type StandingOf<N extends WorkNoun> = z.infer<Described<N>["standing"]>;
export type BriefOf<N extends WorkNoun> = z.infer<Described<N>["brief"]>;

/** A noun's description, for who knows which noun it is only by its type. */
export const specOf = <N extends WorkNoun>(
  noun: N,
): NounSpec<ContentOf<N>, StateOf<N>, StepOf<N>, StandingOf<N>, BriefOf<N>> =>
  WORK[noun] as unknown as NounSpec<ContentOf<N>, StateOf<N>, StepOf<N>, StandingOf<N>, BriefOf<N>>;

/** Such as T-0012. */
export const workNumber = (noun: WorkNoun, number: number): string =>
  `${WORK[noun].prefix}-${String(number).padStart(4, "0")}`;

/** The way of a noun, its steps and states as plain words. */
export const wayOf = (noun: WorkNoun): Way<string, string> => WORK[noun].way as Way<string, string>;

/** The right by which a record is drawn up. */
export const saveRight = (noun: WorkNoun): WayStep<string>["action"] =>
  wayOf(noun).save?.action ?? "work.manage";

/** @throws ConflictError where the step cannot be taken from here */
export const workStateAfter = (noun: WorkNoun, state: string, step: string): string =>
  stateAfter(wayOf(noun), state, step);

export const factsOf = <N extends WorkNoun>(noun: N, content: ContentOf<N>): WorkFacts =>
  specOf(noun).facts(content);

/** Files that a content holds, wherever they stand in it. */
export const heldFiles = <N extends WorkNoun>(noun: N, content: ContentOf<N>): Attachment[] =>
  (specOf(noun).files?.(content) ?? []).flatMap(({ files }) => files);

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
  standing: StandingOf<N>;
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
    standing: WORK[noun].standing,
    editedBy: z.string(),
    editedAt: z.string(),
  }) as unknown as SchemaOf<Work<N>>;
