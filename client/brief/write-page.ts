import type { Brief } from "#domain/brief/brief.ts";
import type { Sheet } from "#domain/brief/sheet.ts";
import { drawSheet } from "./draw-sheet.ts";
import { withDensity } from "./png.ts";
import { loadSheetFonts } from "./sheet-fonts.ts";
import type { DrawMap } from "./use-map-picture.ts";

/** Formats by the address that composes them; a picture is drawn here. */
export const FORMATS = {
  png: null,
  pdf: "/export/brief.pdf",
  pptx: "/export/brief.pptx",
  docx: "/export/brief.docx",
} as const;
export type Format = keyof typeof FORMATS;

export type WriteRefusal = "busy" | "tooLarge" | "offline" | "server";

export class WriteError extends Error {
  readonly why: WriteRefusal;
  constructor(why: WriteRefusal) {
    super(`brief: ${why}`);
    this.name = "WriteError";
    this.why = why;
  }
}

export type Written = { name: string; blob: Blob };

/**
 * A page as a file: nothing is handed out before it is whole.
 * @throws WriteError, MapPictureError, or an AbortError
 */
export async function writePage(
  { brief, sheet }: { brief: Brief; sheet: Sheet },
  format: Format,
  draw: DrawMap,
  signal: AbortSignal,
): Promise<Written> {
  const { map } = sheet;
  await loadSheetFonts(sheet);
  return draw(map, map.pixelRatio, async ({ canvas }) => {
    signal.throwIfAborted();
    const address = FORMATS[format];
    if (address === null) {
      const page = document.createElement("canvas");
      drawSheet(page, sheet, sheet.pixels, canvas);
      const png = await pngOf(page);
      return {
        name: `${sheet.lang === "en" ? "one-map-briefing" : "一张图-简报"}-${sheet.id}.png`,
        blob: new Blob([withDensity(png, sheet.dpi)], { type: "image/png" }),
      };
    }
    return compose(address, brief, await pngOf(canvas), signal);
  });
}

async function compose(
  address: string,
  brief: Brief,
  map: Uint8Array<ArrayBuffer>,
  signal: AbortSignal,
): Promise<Written> {
  let answer: Response;
  try {
    answer = await fetch(address, {
      method: "POST",
      headers: { "Content-Type": "application/octet-stream" },
      body: new Blob([JSON.stringify(brief), "\n", map]),
      signal,
    });
    if (answer.ok) return { name: nameIn(answer.headers), blob: await answer.blob() };
  } catch (error) {
    signal.throwIfAborted();
    console.warn(error);
    throw new WriteError("offline");
  }
  throw new WriteError(
    answer.status === 429 || answer.status === 503 ? "busy" : answer.status === 413 ? "tooLarge" : "server",
  );
}

/** RFC 6266: `filename*` has the name as it is read. */
function nameIn(headers: Headers): string {
  const said = /filename\*=UTF-8''([^;]+)/i.exec(headers.get("Content-Disposition") ?? "")?.[1];
  return said === undefined ? "one-map" : decodeURIComponent(said);
}

async function pngOf(canvas: HTMLCanvasElement): Promise<Uint8Array<ArrayBuffer>> {
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, "image/png"));
  if (blob === null) throw new WriteError("server");
  return new Uint8Array(await blob.arrayBuffer());
}

/** Hands a file over as a download. */
export function handOver({ name, blob }: Written): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
