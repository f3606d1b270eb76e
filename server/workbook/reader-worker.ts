/** Reads uploads one after the other and compares each with what stands. Speaks `protocol.ts`. */
import { parentPort } from "node:worker_threads";
import { SHEET_COLUMNS } from "#domain/sheet/columns.ts";
import { type BaseRows, RowComparison } from "#domain/sheet/compare-row.ts";
import { RefusedFile } from "#domain/sheet/issue.ts";
import { type Head, matchHead } from "#domain/sheet/match-head.ts";
import type { RawRow } from "#domain/sheet/raw-cell.ts";
import { baseRowOf, type StandingRow } from "#domain/sheet/standing-row.ts";
import type { Asked, FromReader, KeptRow, ToReader } from "./protocol.ts";
import { STATE_LETTERS } from "./protocol.ts";
import { readFileRows } from "./read-file-rows.ts";

const port = parentPort;
if (port === null) throw new Error("server/workbook/reader-worker.ts runs as a worker only");
const tell = (message: FromReader, moved: ArrayBuffer[] = []) => port.postMessage(message, moved);

/** Rows told at a time: small enough to be read on the other side in a moment. */
const BATCH = 200;
/** As they came: ten thousand contents read at once are a heap of objects, through which each collection goes anew. */
const standing = new Map<string, StandingRow>();
const rows: BaseRows = {
  has: (item) => standing.has(item),
  keys: () => standing.keys(),
  get: (item) => {
    const row = standing.get(item);
    return row && baseRowOf(row);
  },
};
const encoder = new TextEncoder();

let batch: KeptRow[] = [];
let states = "";
function send(done: number): void {
  if (batch.length === 0) return;
  const bytes = encoder.encode(JSON.stringify(batch));
  tell({ rows: bytes, states, done }, [bytes.buffer]);
  [batch, states] = [[], ""];
}

/** Cells of a row in the order that we write them in, wherever they stood. */
const inOrder = (cells: RawRow, { columns }: Head): RawRow =>
  SHEET_COLUMNS.map(({ key }) => cells[columns.findIndex((column) => column?.key === key)]);

async function read({ unit, unitName, month, file }: Asked): Promise<void> {
  let head: Head | null = null;
  let comparison: RowComparison | null = null;
  await readFileRows(file, (cells, number, done) => {
    if (head === null || comparison === null) {
      head = matchHead(cells, number);
      if (head !== null) comparison = new RowComparison({ unit, unitName, month, rows }, head);
      return;
    }
    const compared = comparison.compare(cells, number);
    if (compared === null) return;
    const { result } = compared;
    batch.push({ ...compared, cells: result.state === "bad" ? inOrder(cells, head) : null });
    states += STATE_LETTERS[result.state];
    if (batch.length >= BATCH) send(done);
  });
  if (comparison === null) throw new RefusedFile("no-head", ["A1"]);
  send(1);
  tell({ end: true });
}

port.on("message", async (message: ToReader) => {
  if ("base" in message) {
    for (const row of message.base) standing.set(row.item, row);
    return;
  }
  try {
    await read(message.read);
  } catch (error) {
    if (!(error instanceof RefusedFile)) throw error;
    tell({ refused: error.issue });
  } finally {
    standing.clear();
    [batch, states] = [[], ""];
  }
});
