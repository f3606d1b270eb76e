import { strFromU8, strToU8, unzipSync, Zip, ZipDeflate, ZipPassThrough } from "fflate";
import { type Sheet, textOf } from "#domain/brief/sheet.ts";
import type { Language } from "#domain/look/words.ts";
import type { Parts } from "../document/writer.ts";
import type { BriefPage } from "./format.ts";
import { type Deck, PptxGenJS } from "./pptx-library.ts";
import { mendXml } from "./pptx-mend.ts";
import { drawSlide } from "./pptx-slide.ts";
import { inch } from "./pptx-style.ts";

/** Slides of PowerPoint: everything native but the map. A map goes out as it comes, so that memory stays that of one page. */
export async function* writePptx(pages: Parts<BriefPage>): AsyncGenerator<Uint8Array> {
  const pieces: Uint8Array[] = [];
  const zip = new Zip((error, piece) => {
    if (error) throw error;
    pieces.push(piece);
  });
  const deck = new PptxGenJS();
  let lang: Language = "zh-CN";
  let count = 0;
  for await (const { sheet, map } of pages) {
    count += 1;
    if (count === 1) {
      ({ lang } = sheet);
      begin(deck, sheet);
    }
    const slide = deck.addSlide();
    drawSlide(slide, sheet, placeholder(count));
    slide.addNotes(notesOf(sheet));
    const picture = new ZipPassThrough(nameOf(count));
    zip.add(picture);
    picture.push(map, true);
    yield* pieces.splice(0);
  }
  const made = unzipSync((await deck.write({ outputType: "uint8array" })) as Uint8Array);
  for (const [name, bytes] of Object.entries(made)) {
    if (isPlaceholder(bytes) || name.endsWith("/")) continue;
    const entry = new ZipDeflate(name, { level: 6 });
    zip.add(entry);
    entry.push(mended(name, bytes, made, lang), true);
    yield* pieces.splice(0);
  }
  zip.end();
  yield* pieces.splice(0);
}

/** The first page's size is the deck's. */
function begin(deck: Deck, { width, height, title }: Sheet): void {
  deck.defineLayout({ name: "page", width: inch(width), height: inch(height) });
  deck.layout = "page";
  deck.title = title;
  deck.author = "一张图";
  deck.company = "";
  deck.theme = { headFontFace: "微软雅黑", bodyFontFace: "微软雅黑" };
}

const MARK = "placeholder of map ";
const nameOf = (page: number): string => `ppt/media/map-${page}.png`;
/** Stands for a map until the deck is written; no reader ever sees it. */
const placeholder = (page: number): string =>
  `data:image/png;base64,${Buffer.from(`${MARK}${page}`).toString("base64")}`;
const isPlaceholder = (bytes: Uint8Array): boolean => pageOf(bytes) !== null;

function pageOf(bytes: Uint8Array): number | null {
  if (bytes.length > MARK.length + 6) return null;
  const text = strFromU8(bytes);
  return text.startsWith(MARK) ? Number(text.slice(MARK.length)) : null;
}

const TEXTS = /^ppt\/(slides|notesSlides|charts|slideMasters|slideLayouts|notesMasters|theme)\/[^/]+\.xml$/;

function mended(
  name: string,
  bytes: Uint8Array,
  made: Record<string, Uint8Array>,
  lang: Language,
): Uint8Array {
  if (TEXTS.test(name)) return strToU8(mendXml(strFromU8(bytes), lang));
  if (!/^ppt\/slides\/_rels\/[^/]+\.rels$/.test(name)) return bytes;
  const relations = strFromU8(bytes).replace(/\.\.\/media\/([^"]+)/g, (target, file: string) => {
    const page = pageOf(made[`ppt/media/${file}`] ?? new Uint8Array());
    return page === null ? target : `../media/map-${page}.png`;
  });
  return strToU8(relations);
}

/** What the page says, for whoever speaks to it: every text in reading order. */
function notesOf({ title, elements }: Sheet): string {
  const texts = elements.flatMap((element) => {
    if (element.kind === "text" && element.role !== "label") {
      return [textOf(element)];
    }
    return element.kind === "qr" ? [element.url] : [];
  });
  return [...new Set([title, ...texts])].join("\n");
}
