import type { Brief } from "#domain/brief/brief.ts";
import type { Problem } from "#domain/brief/preflight.ts";
import type { Sheet } from "#domain/brief/sheet.ts";
import { MapPictureError } from "./map-picture-error.ts";
import type { Picture } from "./picture.ts";
import { loadSheetFonts } from "./sheet-fonts.ts";

/** Of a page as the server reads it (server/brief/read-page.ts). */
export const PAGE_TYPE = "application/octet-stream";

/** @throws WriteError where the browser makes no picture of it */
export async function pageBody(brief: Brief, map: Picture): Promise<Blob> {
  return new Blob([JSON.stringify(brief), "\n", await map.png(null)]);
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
