import type { Part, Size } from "./parts-of.ts";
import type { Answer, Ask } from "./picture-thread.ts";
import { WriteError } from "./send.ts";

/**
 * A picture that is put together, and packed, in a thread of its own: a page of A3 at 300 dpi is 70 MB, and whoever
 * fills or packs as much stands still. It has no transparency, as paper has none.
 */
export class Picture {
  readonly size: Size;
  readonly #thread: Worker;
  readonly #asked: PromiseWithResolvers<unknown>[] = [];

  constructor({ width, height }: Size) {
    this.size = { width, height };
    this.#thread = new Worker(new URL("./picture-thread.ts", import.meta.url), { type: "module" });
    // Answers come in the order of what was asked.
    this.#thread.addEventListener("message", ({ data }: MessageEvent<Answer>) => {
      const asked = this.#asked.shift();
      if ("failed" in data) asked?.reject(refused(data.failed));
      else asked?.resolve(data.done);
    });
    this.#thread.addEventListener("error", ({ message }) => {
      for (const asked of this.#asked.splice(0)) asked.reject(refused(message));
    });
    void this.#ask({ kind: "begin", size: this.size }).catch(() => undefined);
  }

  /** Pixels as a graphics unit gives them: RGBA, the lowest row first. They are the thread's afterwards. */
  async put(pixels: Uint8Array<ArrayBuffer>, part: Part): Promise<void> {
    await this.#ask({ kind: "put", pixels, part }, [pixels.buffer]);
  }

  /** Lays it on whole pixels. It is the thread's afterwards. */
  async draw(bitmap: ImageBitmap, at: { x: number; y: number }): Promise<void> {
    await this.#ask({ kind: "draw", bitmap, at }, [bitmap]);
  }

  /** The picture itself, not a copy of it: nothing of it is left here. @throws WriteError */
  async take(): Promise<ImageBitmap> {
    return (await this.#ask({ kind: "take" })) as ImageBitmap;
  }

  /** As a PNG that says its density, where it is on paper by itself. @throws WriteError where the browser makes none */
  async png(dpi: number | null): Promise<Blob> {
    return (await this.#ask({ kind: "png", dpi })) as Blob;
  }

  /** Ends its thread and gives back its memory. */
  close(): void {
    this.#thread.terminate();
    for (const asked of this.#asked.splice(0)) asked.reject(refused("closed"));
  }

  #ask(what: Ask, hand: Transferable[] = []): Promise<unknown> {
    const asked = Promise.withResolvers<unknown>();
    this.#asked.push(asked);
    this.#thread.postMessage(what, hand);
    return asked.promise;
  }
}

function refused(why: string): WriteError {
  console.warn(`brief: no picture: ${why}`);
  return new WriteError("server");
}
