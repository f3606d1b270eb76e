import type { Brief } from "#domain/brief/brief.ts";
import type { Sheet } from "#domain/brief/sheet.ts";
import { quarterOf } from "#domain/circular/period.ts";
import { PROVINCE_CODE } from "#domain/region.ts";
import { page } from "../data/page.ts";
import { drawSheet } from "./draw-sheet.ts";
import { layOut } from "./lay-out.ts";
import { PAGE_TYPE, pageBody, pngOf, throwIfBroken } from "./map-png.ts";
import { withDensity } from "./png.ts";
import { send } from "./send.ts";
import { sheetAsSvg } from "./sheet-as-svg.ts";
import { loadSheetFonts } from "./sheet-fonts.ts";
import type { DrawMap } from "./use-map-picture.ts";

export const FORMATS = ["png", "pdf", "pptx", "docx", "circular", "svg"] as const;
export type Format = (typeof FORMATS)[number];

export type Written = { name: string; blob: Blob };

/**
 * A page as a file: nothing is handed out before it is whole.
 * @throws WriteError, MapPictureError, or an AbortError
 */
export async function writePage(
  chosen: { brief: Brief; sheet: Sheet },
  format: Format,
  draw: DrawMap,
  signal: AbortSignal,
): Promise<Written> {
  const { brief, sheet } =
    format === "docx" || format === "circular" ? await asFigure(chosen, signal) : chosen;
  const { map } = sheet;
  const stem = `${sheet.lang === "en" ? "one-map-briefing" : "一张图-简报"}-${sheet.id}`;
  if (format === "svg") {
    return { name: `${stem}.svg`, blob: new Blob([sheetAsSvg(sheet)], { type: "image/svg+xml" }) };
  }
  await loadSheetFonts(sheet);
  return draw(map, map.pixelRatio, async ({ canvas, problems }) => {
    signal.throwIfAborted();
    throwIfBroken(problems);
    if (format === "png") {
      return { name: `${stem}.png`, blob: new Blob([await pageAsPng(sheet, canvas)], { type: "image/png" }) };
    }
    if (format === "circular") {
      const query = new URLSearchParams(circularOf(brief));
      return compose(`/export/circular.docx?${query}`, await pageAsPng(sheet, canvas), "image/png", signal);
    }
    return compose(`/export/brief.${format}`, await pageBody(brief, canvas), PAGE_TYPE, signal);
  });
}

/** A document has the page as a figure in its block of text. */
async function asFigure({ brief, sheet }: { brief: Brief; sheet: Sheet }, signal: AbortSignal) {
  if (brief.page === "figure") return { brief, sheet };
  const figure: Brief = { ...brief, page: "figure" };
  return { brief: figure, sheet: (await layOut(figure, signal)).sheet };
}

/** The quarter and the regions that a view shows. */
function circularOf({ view }: Brief): { period: string; regions: string } {
  const { region, filter, asOf } = view;
  const regions = region === null || region === PROVINCE_CODE ? (filter.regions ?? []) : [region];
  return { period: quarterOf(asOf ?? page.asOf), regions: regions.join() };
}

async function pageAsPng(sheet: Sheet, map: HTMLCanvasElement): Promise<Uint8Array<ArrayBuffer>> {
  const canvas = document.createElement("canvas");
  drawSheet(canvas, sheet, sheet.pixels, map);
  return withDensity(await pngOf(canvas), sheet.dpi);
}

async function compose(
  address: string,
  body: Blob | Uint8Array<ArrayBuffer>,
  type: string,
  signal: AbortSignal,
): Promise<Written> {
  const answer = await send("POST", address, signal, body, type);
  return { name: nameIn(answer.headers), blob: await answer.blob() };
}

/** RFC 6266: `filename*` has the name as it is read. */
function nameIn(headers: Headers): string {
  const said = /filename\*=UTF-8''([^;]+)/i.exec(headers.get("Content-Disposition") ?? "")?.[1];
  return said === undefined ? "one-map" : decodeURIComponent(said);
}

/** Hands a file over as a download. */
export function handOver({ name, blob }: Written): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
