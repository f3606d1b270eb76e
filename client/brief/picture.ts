import type { Part, Size } from "./parts-of.ts";
import type { Answer, Ask, Done } from "./picture-thread.ts";
import { WriteError } from "./send.ts";

/**
 * A picture that is put together, and packed, in a thread of its own: a page of A3 at 300 dpi is 70 MB, and whoever
 * fills or packs as much stands still. It has no transparency, as paper has none.
 */
export class Picture {
  readonly size: Size;
  readonly #id = nextId++;

  constructor({ width, height }: Size) {
    this.size = { width, height };
    // Where there is no room for it, what is asked next says so.
    void ask({ kind: "begin", id: this.#id, size: this.size }).catch(() => undefined);
  }

  /** Pixels as a graphics unit gives them: RGBA, the lowest row first. They are the thread's afterwards. */
  async put(pixels: Uint8Array<ArrayBuffer>, part: Part): Promise<void> {
    await ask({ kind: "put", id: this.#id, pixels, part }, [pixels.buffer]);
  }

  /** Lays it on whole pixels. It is the thread's afterwards. */
  async draw(bitmap: ImageBitmap, at: { x: number; y: number }): Promise<void> {
    await ask({ kind: "draw", id: this.#id, bitmap, at }, [bitmap]);
  }

  /** The picture itself, not a copy of it: nothing of it is left here. @throws WriteError */
  async take(): Promise<ImageBitmap> {
    return (await ask({ kind: "take", id: this.#id })) as ImageBitmap;
  }

  /** As a PNG that says its density, where it is on paper by itself. @throws WriteError where the browser makes none */
  async png(dpi: number | null): Promise<Blob> {
    return (await ask({ kind: "png", id: this.#id, dpi })) as Blob;
  }

  /** Gives back its memory. */
  close(): void {
    void ask({ kind: "close", id: this.#id }).catch(() => undefined);
  }
}

let nextId = 0;

/** One for all pictures, and for good: a page stands still until a thread that it ends has come to its end. */
let thread: Worker | null = null;
/** Answers come in the order of what was asked. */
const asked: PromiseWithResolvers<Done>[] = [];

function ask(what: Ask, hand: Transferable[] = []): Promise<Done> {
  thread ??= begun();
  const answer = Promise.withResolvers<Done>();
  asked.push(answer);
  thread.postMessage(what, hand);
  return answer.promise;
}

function begun(): Worker {
  const worker = new Worker(new URL("./picture-thread.ts", import.meta.url), { type: "module" });
  worker.addEventListener("message", ({ data }: MessageEvent<Answer>) => {
    const first = asked.shift();
    if ("failed" in data) first?.reject(refused(data.failed));
    else first?.resolve(data.done);
  });
  // Its script did not come: the next try sends for it again.
  worker.addEventListener("error", ({ message }) => {
    thread = null;
    for (const one of asked.splice(0)) one.reject(refused(message));
  });
  return worker;
}

function refused(why: string): WriteError {
  console.warn(`brief: no picture: ${why}`);
  return new WriteError("server");
}
