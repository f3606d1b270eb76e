import type { Part, Size } from "./parts-of.ts";
import { withDensity } from "./png.ts";

/** What picture.ts asks of its thread: first to begin. */
export type Ask =
  | { kind: "begin"; size: Size }
  | { kind: "put"; pixels: Uint8Array<ArrayBuffer>; part: Part }
  | { kind: "draw"; bitmap: ImageBitmap; at: { x: number; y: number } }
  | { kind: "take" }
  | { kind: "png"; dpi: number | null };
export type Answer = { done: ImageBitmap | Blob | null } | { failed: string };

let drawing: OffscreenCanvasRenderingContext2D | null = null;

// One after the other: what is packed is what was put before.
let last: Promise<void> = Promise.resolve();
addEventListener("message", ({ data }: MessageEvent<Ask>) => {
  last = last.then(async () => {
    try {
      const done = await answerTo(data);
      answer({ done }, done instanceof ImageBitmap ? [done] : []);
    } catch (error) {
      answer({ failed: String(error) });
    }
  });
});

const answer = (said: Answer, hand: Transferable[] = []) => postMessage(said, { transfer: hand });

async function answerTo(ask: Ask): Promise<ImageBitmap | Blob | null> {
  if (ask.kind === "begin") {
    const canvas = new OffscreenCanvas(ask.size.width, ask.size.height);
    // Kept off the graphics card, which is busy with the map, and from where it would have to be read again.
    drawing = canvas.getContext("2d", { alpha: false, willReadFrequently: true });
    return null;
  }
  if (drawing === null) throw new Error("the browser gives no canvas to draw on");
  switch (ask.kind) {
    case "put": {
      const { x, y, width, height } = ask.part;
      drawing.putImageData(new ImageData(upright(ask.pixels, height), width, height), x, y);
      return null;
    }
    case "draw":
      drawing.drawImage(ask.bitmap, ask.at.x, ask.at.y);
      ask.bitmap.close();
      return null;
    case "take":
      return drawing.canvas.transferToImageBitmap();
    case "png":
      return packed(drawing.canvas, ask.dpi);
  }
}

async function packed(canvas: OffscreenCanvas, dpi: number | null): Promise<Blob> {
  const type = "image/png";
  const png = await canvas.convertToBlob({ type });
  return dpi === null ? png : new Blob([withDensity(new Uint8Array(await png.arrayBuffer()), dpi)], { type });
}

/** The rows in the order of a picture. */
function upright(pixels: Uint8Array<ArrayBuffer>, rows: number): Uint8ClampedArray<ArrayBuffer> {
  const length = pixels.length / rows;
  const turned = new Uint8ClampedArray(pixels.length);
  for (let row = 0; row < rows; row += 1) {
    turned.set(pixels.subarray(row * length, (row + 1) * length), (rows - 1 - row) * length);
  }
  return turned;
}
