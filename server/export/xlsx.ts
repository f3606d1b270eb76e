import { once } from "node:events";
import { Worker } from "node:worker_threads";
import { rowOf } from "#domain/export/columns.ts";
import { figureRows } from "#domain/export/figures.ts";
import { sheetPlans } from "#domain/export/workbook.ts";
import type { Format } from "./format.ts";
import type { ToXlsxWorker } from "./xlsx-protocol.ts";

/** Well above what the most rows take; a sheet that needs more ends its worker, not the server. */
const MOST_MEMORY_MB = 512;

/** A workbook is zipped as a whole, hundreds of milliseconds for a large one: a thread of its own does it. */
export const xlsx: Format = {
  name: { "zh-CN": "一张图-台账", en: "one-map-ledger" },
  extension: "xlsx",
  type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  write: async function* ({ about, names, records }) {
    const worker = new Worker(new URL("./xlsx-worker.ts", import.meta.url), {
      resourceLimits: { maxOldGenerationSizeMb: MOST_MEMORY_MB },
    });
    const done = once(worker, "message") as Promise<[Uint8Array]>;
    // Heard below; a worker that fails while rows are still read is no unhandled rejection.
    done.catch(() => {});
    const tell = (message: ToXlsxWorker) => worker.postMessage(message);
    try {
      const plans = sheetPlans(about);
      tell({ sheets: [plans.ledger, plans.about, plans.figures] });
      for await (const batch of records) {
        tell({ sheet: 0, rows: batch.map((record) => rowOf(record, names, about.lang)) });
        tell({ sheet: 2, rows: batch.flatMap((record) => figureRows(record, about.lang)) });
      }
      tell("end");
      const [file] = await done;
      yield file;
    } finally {
      await worker.terminate();
    }
  },
};
