import { once } from "node:events";
import PDFDocument from "pdfkit";
import { MM_PER_INCH } from "#domain/brief/page.ts";
import type { Sheet } from "#domain/brief/sheet.ts";
import type { Parts } from "../document/writer.ts";
import { escapeXml } from "../workbook/escape-xml.ts";
import { drawSheet } from "./draw-pdf.ts";
import { FONT_KEYS, fontFile } from "./fonts.ts";
import type { BriefPage } from "./format.ts";
import { PdfPicture } from "./pdf-picture.ts";
import { opaqueRows } from "./png.ts";
import { INVISIBLE, without } from "./texts.ts";

type Open = { doc: PDFKit.PDFDocument; root: PDFKit.PDFStructureElement };

/**
 * Pages of a PDF, drawn as they come. Its first page names the document.
 * @throws WrongPicture
 */
export async function* writePdf(pages: Parts<BriefPage>): AsyncGenerator<Uint8Array> {
  const pieces: Uint8Array[] = [];
  let open: Open | null = null;
  for await (const { sheet, map } of pages) {
    const picture = new PdfPicture(sheet.map.pixels, opaqueRows(map, sheet.map.pixels));
    open ??= begin(sheet, pieces);
    open.doc.addPage({ size: [pt(sheet.width), pt(sheet.height)], margin: 0 });
    // Of many pages one is found by its region.
    if (sheet.folio !== null) open.doc.outline.addItem(sheet.title);
    // For a mark that its font lacks a PDF has a box.
    drawSheet(open.doc, open.root, without(sheet, INVISIBLE).sheet, picture);
    yield* pieces.splice(0);
  }
  if (open === null) return;
  const ended = once(open.doc, "end");
  open.root.end();
  open.doc.end();
  await ended;
  yield* pieces.splice(0);
}

function begin({ title, lang, id }: Sheet, pieces: Uint8Array[]): Open {
  const doc = new PDFDocument({
    autoFirstPage: false,
    // None by its file: pdfkit would then read the file of the font that is registered for it, 10 MB, at each text.
    font: "",
    tagged: true,
    pdfVersion: "1.7",
    lang,
    displayTitle: true,
    info: { Title: title, Subject: id, Creator: lang === "en" ? "One Map" : "一张图" },
  });
  escapeMetadata(doc);
  for (const key of FONT_KEYS) doc.registerFont(key, fontFile(key));
  doc.on("data", (piece: Uint8Array) => pieces.push(piece));
  const root = doc.struct("Document");
  doc.addStructure(root);
  return { doc, root };
}

/** pdfkit writes what it says of a document into XML as it stands: a title with a `<` would make a broken one. */
function escapeMetadata(doc: PDFKit.PDFDocument): void {
  const inner = doc as unknown as { info: Record<string, unknown>; _addInfo: () => void };
  const addInfo = inner._addInfo;
  inner._addInfo = () => {
    const { info } = inner;
    const escaped = Object.entries(info).map(([key, value]) => [
      key,
      typeof value === "string" ? escapeXml(value) : value,
    ]);
    inner.info = Object.fromEntries(escaped);
    addInfo.call(inner);
    inner.info = info;
  };
}

const pt = (mm: number) => (mm / MM_PER_INCH) * 72;
