/** What all that is filed has in common in the ledger: an id, an edition with who made it, and the steps of its way. */
import { randomBytes } from "node:crypto";
import type { Selectable } from "kysely";
import { ID_BYTES, idOf } from "#domain/new-id.ts";
import type { Who } from "#domain/permission.ts";
import type { Comment, ReportStep } from "#domain/report/exchange.ts";
import type { ReportState } from "#domain/report/report.ts";
import type { Schema } from "../schema.ts";

/** None can be guessed from another. */
export const newId = (): string => idOf(randomBytes(ID_BYTES));

/** States in which the word is the unit's no more. */
export const HANDED_IN: readonly ReportState[] = ["submitted", "accepted", "published"];

/** Columns that every change writes: who made it, and the edition that it made of the one before. */
export const editedBy = (who: Pick<Who, "id" | "name">, at: string, edition = 0) => ({
  edition: edition + 1,
  edited_by: who.id,
  edited_by_name: who.name,
  edited_at: at,
});

type StepColumns = Omit<Selectable<Schema["report_step"]>, "report_id">;

export type StepTaken = Pick<StepColumns, "step" | "state" | "at"> & {
  who: Pick<Who, "id" | "name">;
  comments?: readonly Comment[];
};

/** Columns of a step that follows the one numbered `last`; none went before where that is nothing. */
export const stepColumns = (
  last: number | null | undefined,
  { step, state, at, who, comments = [] }: StepTaken,
): StepColumns => ({
  seq: (last ?? 0) + 1,
  step,
  state,
  at,
  account_id: who.id,
  account_name: who.name,
  comments: JSON.stringify(comments),
});

export const stepOf = ({ step, state, at, account_name, comments }: StepColumns): ReportStep => ({
  step,
  state,
  at,
  by: account_name,
  comments: JSON.parse(comments) as Comment[],
});
