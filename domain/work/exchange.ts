/** What is asked of the office's work over the wire, and what is answered. */
import { z } from "zod";
import { NOUNS, zItemId } from "../item.ts";
import { zMonth } from "../month.ts";
import { zFieldPath, zUnitId } from "../report/exchange.ts";
import { zReportId } from "../report/report.ts";
import { type WorkNoun, zWorkNoun } from "./nouns.ts";
import { type Slip, zSlip } from "./slip.ts";
import { type Said, zSaid } from "./standing.ts";
import {
  type BriefOf,
  type ContentOf,
  type SchemaOf,
  type StandingOf,
  type StateOf,
  type StepOf,
  WORK,
  type Work,
  workSchema,
} from "./work.ts";

/** Most rows that a list answers with; `total` counts on. */
export const MOST_ROWS = 2000;

const zEdition = z.int().min(0).max(1_000_000_000);

/**
 * Lists are any-of, different keys all-of; absent means no limit. `units` are those that lead a record or have a part
 * in it, `items` what it comes from or is about, `asOf` the month at whose end (UTC+8) it is looked at.
 */
export type WorkList<N extends WorkNoun> = {
  states?: StateOf<N>[] | undefined;
  units?: string[] | undefined;
  items?: string[] | undefined;
  slips?: Slip[] | undefined;
  text?: string | undefined;
  asOf?: string | undefined;
};
export const workListSchema = <N extends WorkNoun>(noun: N): SchemaOf<WorkList<N>> =>
  z.strictObject({
    states: z.array(z.enum(WORK[noun].states)).max(10).optional(),
    units: z.array(zUnitId).max(61).optional(),
    items: z.array(zItemId).max(60).optional(),
    slips: z.array(zSlip).max(3).optional(),
    text: z.string().max(100).optional(),
    asOf: zMonth.optional(),
  }) as unknown as SchemaOf<WorkList<N>>;

const entryShape = {
  id: z.string(),
  number: z.string(),
  title: z.string(),
  lead: z.string().nullable(),
  parts: z.array(z.string()),
  due: z.string().nullable(),
  slip: zSlip.nullable(),
};
const zEntry = z.strictObject(entryShape);
/** A record in a list. */
export type WorkEntry<N extends WorkNoun> = z.infer<typeof zEntry> & {
  state: StateOf<N>;
  standing: StandingOf<N>;
  brief: BriefOf<N>;
};
export type WorkPage<N extends WorkNoun> = { rows: WorkEntry<N>[]; total: number };
export const workPageSchema = <N extends WorkNoun>(noun: N): SchemaOf<WorkPage<N>> =>
  z.strictObject({
    rows: z.array(
      z.strictObject({
        ...entryShape,
        state: z.enum(WORK[noun].states),
        standing: WORK[noun].standing,
        brief: WORK[noun].brief,
      }),
    ),
    total: z.int().min(0),
  }) as unknown as SchemaOf<WorkPage<N>>;

const zVersion = z.strictObject({
  version: z.int(),
  at: z.string(),
  reason: z.string().nullable(),
  /** Where it differs from the version before. */
  changed: z.array(zFieldPath),
});
const readShape = {
  slip: zSlip.nullable(),
  steps: z.array(
    z.strictObject({
      step: z.string(),
      state: z.string(),
      at: z.string(),
      by: z.string(),
      said: zSaid.partial(),
      /** Colour of the slip, of a step that sent one. */
      slip: zSlip.nullable(),
    }),
  ),
  /** Other records: of a meeting the tasks of its decisions, of a task the meeting that decided it. */
  related: z.array(
    z.strictObject({
      noun: zWorkNoun,
      id: z.string(),
      number: z.string(),
      title: z.string(),
      state: z.string(),
      /** Of a task, the part of the record that it was made of, as that record names it. */
      part: z.string().nullable(),
      /** Of a task, how far its lead unit says it is. */
      percent: z.int().nullable(),
    }),
  ),
  /** Items of the ledger that it comes from or is about, as the ledger names them now. */
  items: z.array(z.strictObject({ id: zItemId, title: z.string(), noun: z.enum(NOUNS) })),
  /** Steps that the asker may take from here. */
  may: z.array(z.string()),
};
const zRead = z.strictObject(readShape);
/** A record to read: its versions with what each changed, its way, what leads to it and what came of it. */
export type WorkRead<N extends WorkNoun> = z.infer<typeof zRead> & {
  work: Work<N>;
  /** What the list says of it. */
  brief: BriefOf<N>;
  versions: (z.infer<typeof zVersion> & { content: ContentOf<N> })[];
};
export const workReadSchema = <N extends WorkNoun>(noun: N): SchemaOf<WorkRead<N>> =>
  z.strictObject({
    ...readShape,
    work: workSchema(noun),
    brief: WORK[noun].brief,
    versions: z.array(z.strictObject({ ...zVersion.shape, content: WORK[noun].content })),
  }) as unknown as SchemaOf<WorkRead<N>>;

export const zWorkGet = z.strictObject({ id: zReportId });

/** Who begins a record gives it its id, and edition 0: asked again where no answer came, it is not begun twice. */
export type WorkSave<N extends WorkNoun> = {
  id: string;
  edition: number;
  content: ContentOf<N>;
};
export const workSaveSchema = <N extends WorkNoun>(noun: N): SchemaOf<WorkSave<N>> =>
  z.strictObject({
    id: zReportId,
    edition: zEdition,
    content: WORK[noun].content,
  }) as unknown as SchemaOf<WorkSave<N>>;

export type WorkStep<N extends WorkNoun> = {
  id: string;
  edition: number;
  step: StepOf<N>;
  said: Said;
  /** With `adjust` alone: what is asked for from now on. */
  content?: ContentOf<N> | undefined;
};
export const workStepSchema = <N extends WorkNoun>(noun: N): SchemaOf<WorkStep<N>> =>
  z.strictObject({
    id: zReportId,
    edition: zEdition,
    step: z.enum(WORK[noun].steps),
    said: zSaid,
    content: WORK[noun].content.optional(),
  }) as unknown as SchemaOf<WorkStep<N>>;
