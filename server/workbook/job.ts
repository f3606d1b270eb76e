import { ROW_STATES, type RowState } from "#domain/sheet/row-result.ts";
import type { UploadRows, UploadRowsQuery, UploadSaved, UploadStatus } from "#domain/sheet/upload.ts";
import { type KeptRow, STATE_LETTERS } from "./protocol.ts";
import type { Batch } from "./readers.ts";

/** Whose upload it is, and of what. */
export type JobOf = { account: string; unit: string; unitName: string; month: string; fileName: string };

/** One upload from its first byte until it is saved, cancelled or forgotten. */
export class Job {
  readonly id: string;
  readonly of: JobOf;
  readonly stopping = new AbortController();
  #batches: Batch[] = [];
  #status: Pick<UploadStatus, "state" | "progress" | "refusal"> = {
    state: "reading",
    progress: 0,
    refusal: null,
  };
  readonly #counts: Record<RowState, number> = { same: 0, changed: 0, bad: 0 };

  constructor(id: string, of: JobOf) {
    this.id = id;
    this.of = of;
  }

  get status(): UploadStatus {
    const { unit, unitName, month, fileName } = this.of;
    return { job: this.id, unit, unitName, month, fileName, ...this.#status, counts: { ...this.#counts } };
  }

  /** Bytes of memory that its rows take. */
  get bytes(): number {
    return this.#batches.reduce((sum, { rows }) => sum + rows.length, 0);
  }

  take(batch: Batch): void {
    this.#batches.push(batch);
    this.#status.progress = batch.done;
    for (const state of ROW_STATES) this.#counts[state] += countIn(batch, [state]);
  }

  end(refusal: UploadStatus["refusal"]): void {
    this.#status = { state: refusal === null ? "read" : "refused", progress: 1, refusal };
    if (refusal !== null) this.#forgetRows();
  }

  /** The rows that were refused are still there to be fetched. */
  saved({ bad }: UploadSaved): void {
    this.#status.state = "saved";
    if (bad === 0) this.#batches = [];
  }

  #forgetRows(): void {
    this.#batches = [];
    for (const state of ROW_STATES) this.#counts[state] = 0;
  }

  rows({ only, skip, limit }: Pick<UploadRowsQuery, "only" | "skip" | "limit">): UploadRows {
    const rows: UploadRows["rows"] = [];
    let left = skip;
    for (const batch of this.#batches) {
      const here = countIn(batch, only);
      // A batch is looked into only where the page has a row of it.
      if (left >= here) {
        left -= here;
        continue;
      }
      const some = keptOf(batch).filter(({ result }) => only.includes(result.state));
      rows.push(...some.slice(left, left + limit - rows.length).map(({ result }) => result));
      left = 0;
      if (rows.length >= limit) break;
    }
    return { rows, total: only.reduce((sum, state) => sum + this.#counts[state], 0) };
  }

  /** Rows of one state, a batch at a time. */
  *kept(state: RowState): Generator<KeptRow[]> {
    for (const batch of this.#batches) {
      if (countIn(batch, [state]) === 0) continue;
      yield keptOf(batch).filter(({ result }) => result.state === state);
    }
  }
}

const keptOf = ({ rows }: Batch): KeptRow[] => JSON.parse(Buffer.from(rows).toString("utf8")) as KeptRow[];

function countIn({ states }: Batch, some: readonly RowState[]): number {
  const letters: string[] = some.map((state) => STATE_LETTERS[state]);
  let count = 0;
  for (const letter of states) if (letters.includes(letter)) count += 1;
  return count;
}
