/** Writes one document and ends. Speaks `writer.ts`. */
import { on } from "node:events";
import { parentPort, workerData } from "node:worker_threads";
import type { FromWorker, ToWorker } from "./writer.ts";
import { WrongPicture } from "./wrong-picture.ts";

/** By the name that the worker is started with; the libraries of one are no load of another. */
const WRITERS = {
  pdf: async () => (await import("../brief/pdf.ts")).writePdf,
  pptx: async () => (await import("../brief/pptx.ts")).writePptx,
  figures: async () => (await import("../brief/docx.ts")).writeFigures,
  circular: async () => (await import("../circular/docx.ts")).writeCircular,
};
export type Writers = typeof WRITERS;

/** Libraries write thousands of pieces of a few bytes, and each message has a price. */
const LEAST_BYTES = 256 * 1024;

const port = parentPort;
if (port === null) throw new Error("server/document/worker.ts runs as a worker only");
const tell = (message: FromWorker, moved: ArrayBuffer[] = []) => port.postMessage(message, moved);

async function* parts() {
  for await (const [message] of on(port as NonNullable<typeof port>, "message")) {
    const heard = message as ToWorker<never>;
    if (heard === "end") return;
    yield heard.part;
    tell("next");
  }
}

let pieces: Uint8Array[] = [];
let bytes = 0;
function send(): void {
  const joined = new Uint8Array(bytes);
  let at = 0;
  for (const piece of pieces) {
    joined.set(piece, at);
    at += piece.length;
  }
  [pieces, bytes] = [[], 0];
  tell(joined, [joined.buffer]);
}

try {
  const write = await WRITERS[workerData as keyof Writers]();
  for await (const piece of write(parts())) {
    pieces.push(piece);
    bytes += piece.length;
    if (bytes >= LEAST_BYTES) send();
  }
  if (bytes > 0) send();
  tell("end");
} catch (error) {
  // Whatever else it is ends the thread, and is thrown on the other side as it is.
  if (!(error instanceof WrongPicture)) throw error;
  tell({ wrong: error.message });
}
