import { once } from "node:events";
import { Worker } from "node:worker_threads";
import type { SheetPlan } from "#domain/export/workbook.ts";
import type { ToXlsxWorker } from "./xlsx-protocol.ts";

/** Well above what the most rows take; a sheet that needs more ends its worker, not the server. */
const MOST_MEMORY_MB = 512;

/**
 * Sheets as an XLSX file. A workbook is zipped as a whole, hundreds of milliseconds for a large one: a thread of its
 * own does it.
 * @param fill brings further rows, a batch at a time
 */
export async function workbookFile(
  sheets: SheetPlan[],
  fill: (tell: (message: ToXlsxWorker) => void) => Promise<void> = async () => {},
): Promise<Uint8Array> {
  const worker = new Worker(new URL("./xlsx-worker.ts", import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: MOST_MEMORY_MB },
  });
  const done = once(worker, "message") as Promise<[Uint8Array]>;
  // Heard below; a worker that fails while rows are still read is no unhandled rejection.
  done.catch(() => {});
  const tell = (message: ToXlsxWorker) => worker.postMessage(message);
  try {
    tell({ sheets });
    await fill(tell);
    tell("end");
    const [file] = await done;
    return file;
  } finally {
    await worker.terminate();
  }
}
