import type { Brief } from "#domain/brief/brief.ts";
import type { Problem } from "#domain/brief/preflight.ts";
import type { Sheet } from "#domain/brief/sheet.ts";
import { MapPictureError } from "./brief-map.ts";
import { WriteError } from "./send.ts";
import { loadSheetFonts } from "./sheet-fonts.ts";

/** Of a page as the server reads it (server/brief/read-page.ts). */
export const PAGE_TYPE = "application/octet-stream";

export async function pageBody(brief: Brief, map: HTMLCanvasElement): Promise<Blob> {
  return new Blob([JSON.stringify(brief), "\n", await pngOf(map)]);
}

/** @throws WriteError where the browser makes no picture of it */
export async function pngOf(canvas: HTMLCanvasElement): Promise<Uint8Array<ArrayBuffer>> {
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, "image/png"));
  if (blob === null) throw new WriteError("server");
  return new Uint8Array(await blob.arrayBuffer());
}

/** A preview is too small to show these: the file would be blurred, or have holes. @throws MapPictureError */
export function throwIfBroken(problems: readonly Problem[]): void {
  const broken = problems.find(({ kind }) => kind === "canvasClamped" || kind === "tilesMissing");
  if (broken) throw new MapPictureError(broken);
}

/** A picture drawn without its fonts has other shapes, and lines of other lengths. @throws MapPictureError */
export async function throwIfFontless(sheet: Sheet): Promise<void> {
  const fonts = await loadSheetFonts(sheet);
  if (fonts.length > 0) throw new MapPictureError({ kind: "fontMissing", fonts });
}
