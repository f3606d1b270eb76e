import { once } from "node:events";
import { Worker } from "node:worker_threads";
import type { SheetRow } from "#domain/sheet/sheet-row.ts";
import type { ToWriter, WriterPlan } from "./writer-protocol.ts";

/** Well above what the most rows take; a sheet that needs more ends its worker, not the server. */
const MOST_MEMORY_MB = 512;

export type WrittenRow = SheetRow & { reason: string | null };

/** The workbook of a unit's month, zipped in a thread of its own. */
export async function writeWorkbook(
  plan: WriterPlan,
  batches: AsyncIterable<WrittenRow[]> | Iterable<WrittenRow[]>,
): Promise<Uint8Array> {
  const worker = new Worker(new URL("./writer-worker.ts", import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: MOST_MEMORY_MB },
    execArgv: [],
  });
  const done = once(worker, "message") as Promise<[Uint8Array]>;
  // Heard below; a worker that fails while rows are still read is no unhandled rejection.
  done.catch(() => {});
  const tell = (message: ToWriter) => worker.postMessage(message);
  try {
    tell({ plan });
    for await (const rows of batches) tell({ rows });
    tell("end");
    const [file] = await done;
    return file;
  } finally {
    await worker.terminate();
  }
}
