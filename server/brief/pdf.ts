import { on } from "node:events";
import { Worker } from "node:worker_threads";
import { BRIEF_NAME, type BriefFormat } from "./format.ts";
import type { FromPdfWorker, ToPdfWorker } from "./pdf-protocol.ts";
import { WrongPicture } from "./png.ts";

/** Well above what A3 at 300 dpi takes beside the fonts; a page that needs more ends its worker, not the server. */
const MOST_MEMORY_MB = 768;

/** Unpacking a picture and cutting fonts take seconds: a thread of its own does it, page by page. */
export const pdf: BriefFormat = {
  name: BRIEF_NAME,
  extension: "pdf",
  type: "application/pdf",
  write: async function* (pages) {
    const worker = new Worker(new URL("./pdf-worker.ts", import.meta.url), {
      resourceLimits: { maxOldGenerationSizeMb: MOST_MEMORY_MB },
    });
    const heard = on(worker, "message") as AsyncIterableIterator<[FromPdfWorker]>;
    const tell = (message: ToPdfWorker) => worker.postMessage(message);
    /** Pieces until the worker says `what`. */
    const until = async function* (what: "drawn" | "end"): AsyncGenerator<Uint8Array> {
      for (;;) {
        const { value, done } = await heard.next();
        const [message] = value ?? [];
        if (done || message === what) return;
        if (message instanceof Uint8Array) yield message;
        else if (typeof message === "object") throw new WrongPicture(message.wrong);
      }
    };
    try {
      for await (const page of pages) {
        tell(page);
        yield* until("drawn");
      }
      tell("end");
      yield* until("end");
    } finally {
      await worker.terminate();
    }
  },
};
