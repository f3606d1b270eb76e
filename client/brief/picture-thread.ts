import type { Part, Size } from "./parts-of.ts";
import { withDensity } from "./png.ts";

/** What picture.ts asks of its thread, of one picture: first to begin it, at last to close it. */
export type Ask = { id: number } & (
  | { kind: "begin"; size: Size }
  | { kind: "put"; pixels: Uint8Array<ArrayBuffer>; part: Part }
  | { kind: "draw"; bitmap: ImageBitmap; at: { x: number; y: number } }
  | { kind: "take" }
  | { kind: "png"; dpi: number | null }
  | { kind: "close" }
);
export type Done = ImageBitmap | Blob | null;
export type Answer = { done: Done } | { failed: string };

const pictures = new Map<number, OffscreenCanvasRenderingContext2D>();

// One after the other: what is packed is what was put before.
let last: Promise<void> = Promise.resolve();
addEventListener("message", ({ data }: MessageEvent<Ask>) => {
  last = last.then(async () => {
    try {
      const done = await answerTo(data);
      answer({ done }, done === null || done instanceof Blob ? [] : [done]);
    } catch (error) {
      answer({ failed: String(error) });
    }
  });
});

const answer = (said: Answer, hand: Transferable[] = []) => postMessage(said, { transfer: hand });

async function answerTo(ask: Ask): Promise<Done> {
  const picture = ask.kind === "begin" ? begin(ask.id, ask.size) : pictures.get(ask.id);
  if (picture === undefined) throw new Error("the browser gives no canvas to draw on");
  switch (ask.kind) {
    case "begin":
      return null;
    case "put": {
      const { x, y, width, height } = ask.part;
      picture.putImageData(new ImageData(upright(ask.pixels, height), width, height), x, y);
      return null;
    }
    case "draw":
      picture.drawImage(ask.bitmap, ask.at.x, ask.at.y);
      ask.bitmap.close();
      return null;
    case "take":
      return picture.canvas.transferToImageBitmap();
    case "png":
      return packed(picture.canvas, ask.dpi);
    case "close":
      pictures.delete(ask.id);
      // At once, not when the canvas is collected: the next one is as large.
      picture.canvas.width = 0;
      picture.canvas.height = 0;
      return null;
  }
}

function begin(id: number, { width, height }: Size): OffscreenCanvasRenderingContext2D | undefined {
  // Kept off the graphics card, which is busy with the map, and from where it would have to be read again.
  const how = { alpha: false, willReadFrequently: true };
  const picture = new OffscreenCanvas(width, height).getContext("2d", how) ?? undefined;
  if (picture !== undefined) pictures.set(id, picture);
  return picture;
}

async function packed(canvas: OffscreenCanvas, dpi: number | null): Promise<Blob> {
  const type = "image/png";
  const png = await canvas.convertToBlob({ type });
  return dpi === null ? png : new Blob([withDensity(new Uint8Array(await png.arrayBuffer()), dpi)], { type });
}

/** Turns the rows into the order of a picture, where they are. */
function upright(pixels: Uint8Array<ArrayBuffer>, rows: number): Uint8ClampedArray<ArrayBuffer> {
  const length = pixels.length / rows;
  const rowAt = (row: number) => pixels.subarray(row * length, (row + 1) * length);
  const above = new Uint8Array(length);
  for (let row = 0; row < rows >> 1; row += 1) {
    above.set(rowAt(row));
    rowAt(row).set(rowAt(rows - 1 - row));
    rowAt(rows - 1 - row).set(above);
  }
  return new Uint8ClampedArray(pixels.buffer, 0, pixels.length);
}
