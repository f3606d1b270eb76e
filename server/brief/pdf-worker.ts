import { parentPort } from "node:worker_threads";
import PDFDocument from "pdfkit";
import { MM_PER_INCH } from "#domain/brief/page.ts";
import type { Sheet, TextStyle } from "#domain/brief/sheet.ts";
import { drawSheet } from "./draw-pdf.ts";
import { fontFile, fontKey } from "./fonts.ts";
import type { BriefPage } from "./format.ts";
import type { FromPdfWorker, ToPdfWorker } from "./pdf-protocol.ts";
import { opaquePng, WrongPicture } from "./png.ts";

if (parentPort === null) throw new Error("pdf-worker: it is no worker");
const port = parentPort;
const tell = (message: FromPdfWorker) => port.postMessage(message);

const FONTS: readonly Pick<TextStyle, "font" | "weight">[] = [
  { font: "sans", weight: 400 },
  { font: "sans", weight: 500 },
  { font: "sans", weight: 700 },
  { font: "serif", weight: 400 },
  { font: "serif", weight: 700 },
];

type Open = { doc: PDFKit.PDFDocument; root: PDFKit.PDFStructureElement };
let open: Open | null = null;

/** The first page names the document. */
function begin({ title, lang, id }: Sheet): Open {
  const first = fontKey({ font: "sans", weight: 400, size: 1, color: "#000000" });
  const doc = new PDFDocument({
    autoFirstPage: false,
    font: fontFile(first),
    tagged: true,
    pdfVersion: "1.7",
    lang,
    displayTitle: true,
    info: { Title: title, Subject: id, Creator: lang === "en" ? "One Map" : "一张图" },
  });
  for (const style of FONTS) {
    const key = fontKey({ ...style, size: 1, color: "#000000" });
    doc.registerFont(key, fontFile(key));
  }
  doc.on("data", (piece: Uint8Array) => tell(piece));
  doc.on("end", () => tell("end"));
  const root = doc.struct("Document");
  doc.addStructure(root);
  return { doc, root };
}

const pt = (mm: number) => (mm / MM_PER_INCH) * 72;

function pictureOf({ sheet, map }: BriefPage): Uint8Array | null {
  try {
    return opaquePng(map, sheet.map.pixels);
  } catch (error) {
    if (!(error instanceof WrongPicture)) throw error;
    tell({ wrong: error.message });
    return null;
  }
}

port.on("message", (message: ToPdfWorker) => {
  if (message === "end") {
    open?.root.end();
    open?.doc.end();
    return;
  }
  const { sheet } = message;
  const map = pictureOf(message);
  if (map === null) return;
  open ??= begin(sheet);
  open.doc.addPage({ size: [pt(sheet.width), pt(sheet.height)], margin: 0 });
  drawSheet(open.doc, open.root, sheet, map);
  tell("drawn");
});
