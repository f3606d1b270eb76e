import type { Sheet } from "#domain/brief/sheet.ts";
import { drawSheet } from "./draw-sheet.ts";
import { Picture } from "./picture.ts";

/** Rows that are drawn at once, while the page stands still. */
const BAND = 128;

/**
 * A page as a PNG of its density. Its text is drawn here, where its fonts are, a band at a time; what concerns the
 * whole page is done aside.
 * @throws WriteError where the browser makes no picture of it, or an AbortError
 */
export async function pageAsPng(sheet: Sheet, map: Picture, signal: AbortSignal): Promise<Blob> {
  const { width, height } = sheet.pixels;
  const page = new Picture({ width, height });
  const drawn = await map.take();
  try {
    const band = new OffscreenCanvas(width, BAND);
    // Drawn by a graphics card it would be read back from there, and the page wait for that.
    const context = band.getContext("2d", { alpha: false, willReadFrequently: true });
    if (context === null) throw new Error("brief: the browser gives no canvas to draw on");
    for (let top = 0; top < height; top += BAND) {
      signal.throwIfAborted();
      drawSheet(context, sheet, sheet.pixels, drawn, top);
      await page.draw(band.transferToImageBitmap(), { x: 0, y: top });
    }
    return await page.png(sheet.dpi);
  } finally {
    drawn.close();
    page.close();
  }
}
