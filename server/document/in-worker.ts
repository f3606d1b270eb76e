import { on } from "node:events";
import { Worker } from "node:worker_threads";
import type { Writers } from "./worker.ts";
import type { FromWorker, Parts, ToWorker, Writer } from "./writer.ts";
import { WrongPicture } from "./wrong-picture.ts";

/** Well above what A3 at 300 dpi takes beside the fonts; a document that needs more ends its worker, not the server. */
const MOST_MEMORY_MB = 768;
/** Of it for what is soon forgotten: pages make little that stays, and a thread that may would keep 50 MB of it. */
const MOST_YOUNG_MB = 12;

type PartOf<Name extends keyof Writers> =
  Awaited<ReturnType<Writers[Name]>> extends Writer<infer Part> ? Part : never;

/**
 * Unpacking a picture, cutting fonts and zipping hold a thread for seconds: a document is written in one of its own,
 * which ends with it, or at once when `signal` says so.
 */
export const inWorker = <Name extends keyof Writers>(name: Name) =>
  async function* (parts: Parts<PartOf<Name>>, signal?: AbortSignal): AsyncGenerator<Uint8Array> {
    const worker = new Worker(new URL("./worker.ts", import.meta.url), {
      workerData: name,
      resourceLimits: { maxOldGenerationSizeMb: MOST_MEMORY_MB, maxYoungGenerationSizeMb: MOST_YOUNG_MB },
    });
    const tell = (message: ToWorker<PartOf<Name>>) => worker.postMessage(message);
    try {
      const heard = on(worker, "message", { close: ["exit"], ...(signal === undefined ? {} : { signal }) });
      /** Pieces until the worker says `what`. */
      const until = async function* (what: "next" | "end"): AsyncGenerator<Uint8Array> {
        for (;;) {
          const { value, done } = await heard.next();
          if (done) throw new Error(`the writer of ${name} left before its file was whole`);
          const message = value[0] as FromWorker;
          if (message === what) return;
          if (message instanceof Uint8Array) yield message;
          else if (typeof message === "object") throw new WrongPicture(message.wrong);
        }
      };
      for await (const part of parts) {
        tell({ part });
        yield* until("next");
      }
      tell("end");
      yield* until("end");
    } finally {
      await worker.terminate();
    }
  };
