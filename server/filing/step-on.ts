import { UnauthorizedError } from "#domain/error.ts";
import type { Who } from "#domain/permission.ts";
import type { Comment } from "#domain/report/exchange.ts";
import type { ReportState } from "#domain/report/report.ts";
import { type Step, stepFrom } from "#domain/report/step.ts";
import type { Deed } from "../act.ts";
import type { StepTaken } from "../db/filing/filed.ts";
import type { Db } from "../db/schema.ts";

type FiledRow = { id: string; unit_id: string; state: ReportState };

/** One kind of what units file and others decide on: what the trail calls it, and how the ledger keeps it. */
export type Filed<Row extends FiledRow> = {
  noun: string;
  update: (
    tx: Db,
    row: Row,
    change: { state: ReportState; content?: string },
    who: Who,
    at: string,
  ) => Promise<Row>;
  addStep: (tx: Db, id: string, step: StepTaken) => Promise<void>;
};

/**
 * Takes one step on the way from draft to published: the row's next edition, the step with what was said at it, and its
 * note in the trail. `content` is what is handed in in place of the draft.
 * @throws ConflictError where the step does not lead on from its state; UnauthorizedError
 */
export async function stepOn<Row extends FiledRow>(
  { noun, update, addStep }: Filed<Row>,
  { tx, note }: Deed,
  who: Who | null,
  step: Step,
  row: Row,
  { content, comments }: { content?: unknown; comments?: readonly Comment[] } = {},
): Promise<Row> {
  if (who === null) throw new UnauthorizedError();
  const at = new Date().toISOString();
  const state = stepFrom(row.state, step);
  const change = { state, ...(content === undefined ? {} : { content: JSON.stringify(content) }) };
  const after = await update(tx, row, change, who, at);
  await addStep(tx, row.id, { step, state, at, who, ...(comments === undefined ? {} : { comments }) });
  await note({
    action: `${noun}.${step}`,
    noun,
    target: row.id,
    unit: row.unit_id,
    before: { state: row.state },
    after: { state, ...(comments === undefined ? {} : { comments }) },
  });
  return after;
}
