import type { Brief } from "#domain/brief/brief.ts";
import type { Problem } from "#domain/brief/preflight.ts";
import type { Sheet } from "#domain/brief/sheet.ts";
import { page } from "../data/page.ts";
import { circularOf, contentOf } from "./circular-figure.ts";
import { answered, layOut } from "./lay-out.ts";
import { PAGE_TYPE, pageBody, throwIfBroken, throwIfFontless } from "./map-png.ts";
import { pageAsPng } from "./page-png.ts";
import { send } from "./send.ts";
import { sheetAsSvg } from "./sheet-as-svg.ts";
import type { DrawMap } from "./use-map-picture.ts";

export const FORMATS = ["png", "pdf", "pptx", "docx", "circular", "svg"] as const;
export type Format = (typeof FORMATS)[number];

/** `problems` of the page that is in the file: a document's figure has its own, and the map those of its full size. */
export type Written = { name: string; blob: Blob; problems: Problem[] };
type File = Omit<Written, "problems">;

type Chosen = { brief: Brief; sheet: Sheet };
type Laid = Chosen & { problems: readonly Problem[] };

/**
 * A page as a file: nothing is handed out before it is whole.
 * @throws WriteError, MapPictureError, or an AbortError
 */
export async function writePage(
  chosen: Chosen,
  format: Format,
  draw: DrawMap,
  signal: AbortSignal,
): Promise<Written> {
  switch (format) {
    case "svg": {
      const blob = new Blob([sheetAsSvg(chosen.sheet)], { type: "image/svg+xml" });
      return { name: `${stemOf(chosen.sheet)}.svg`, blob, problems: [] };
    }
    case "png":
      return writePicture(chosen.sheet, draw, signal);
    case "circular":
      return writeCircular(chosen.brief, draw, signal);
    case "docx":
      return writeBrief(await asFigure(chosen, signal), format, draw, signal);
    default:
      return writeBrief({ ...chosen, problems: [] }, format, draw, signal);
  }
}

async function writePicture(sheet: Sheet, draw: DrawMap, signal: AbortSignal): Promise<Written> {
  await throwIfFontless(sheet);
  return draw(sheet.map, sheet.map.pixelRatio, async ({ picture, problems }) => {
    signal.throwIfAborted();
    throwIfBroken(problems);
    return { name: `${stemOf(sheet)}.png`, blob: await pageAsPng(sheet, picture, signal), problems };
  });
}

/** The server sets its text, in fonts of its own. */
async function writeBrief(laid: Laid, format: Format, draw: DrawMap, signal: AbortSignal): Promise<Written> {
  const { brief, sheet } = laid;
  return draw(sheet.map, sheet.map.pixelRatio, async ({ picture, problems }) => {
    signal.throwIfAborted();
    throwIfBroken(problems);
    const file = await compose(`/export/brief.${format}`, await pageBody(brief, picture), PAGE_TYPE, signal);
    return { ...file, problems: [...laid.problems, ...problems] };
  });
}

async function writeCircular(chosen: Brief, draw: DrawMap, signal: AbortSignal): Promise<Written> {
  const { period, regions, brief } = circularOf(chosen, page.asOf);
  const [{ sheet, problems: laid }, content] = await Promise.all([
    layOut(brief, signal),
    answered(contentOf(brief.view), signal),
  ]);
  await throwIfFontless(sheet);
  return draw(
    sheet.map,
    sheet.map.pixelRatio,
    async ({ picture, problems }) => {
      signal.throwIfAborted();
      throwIfBroken(problems);
      const query = new URLSearchParams({ period, regions: regions.join() });
      const figure = await pageAsPng(sheet, picture, signal);
      return {
        ...(await compose(`/export/circular.docx?${query}`, figure, "image/png", signal)),
        problems: [...laid, ...problems],
      };
    },
    (own) => ({ ...own, ...content }),
  );
}

/** A document has the page as a figure in its block of text. */
async function asFigure({ brief, sheet }: Chosen, signal: AbortSignal): Promise<Laid> {
  if (brief.page === "figure") return { brief, sheet, problems: [] };
  const figure: Brief = { ...brief, page: "figure" };
  return { brief: figure, ...(await layOut(figure, signal)) };
}

const stemOf = ({ lang, id }: Sheet): string => `${lang === "en" ? "one-map-briefing" : "一张图-简报"}-${id}`;

async function compose(address: string, body: Blob, type: string, signal: AbortSignal): Promise<File> {
  const answer = await send("POST", address, signal, body, type);
  return { name: nameIn(answer.headers), blob: await answer.blob() };
}

/** RFC 6266: `filename*` has the name as it is read. */
function nameIn(headers: Headers): string {
  const said = /filename\*=UTF-8''([^;]+)/i.exec(headers.get("Content-Disposition") ?? "")?.[1];
  return said === undefined ? "one-map" : decodeURIComponent(said);
}

/** Hands a file over as a download. */
export function handOver({ name, blob }: File): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
