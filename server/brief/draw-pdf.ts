import {
  EDGE_MM,
  HALO_EM,
  HATCH_WIDTH_MM,
  hatchLines,
  type PlacedCell,
  placeTable,
} from "#domain/brief/drawing.ts";
import { MM_PER_INCH } from "#domain/brief/page.ts";
import type { Box, Element, MarkElement, Sheet, Table, TextElement } from "#domain/brief/sheet.ts";
import { fontKey } from "./fonts.ts";
import type { PdfPicture } from "./pdf-picture.ts";

type Doc = PDFKit.PDFDocument;
type Struct = PDFKit.PDFStructureElement;
/** What pdfkit keeps of the font in use (fontkit); its types do not say. */
type FontInUse = {
  _font: {
    font: {
      unitsPerEm: number;
      layout: (text: string) => {
        glyphs: { path: { toSVG: () => string } }[];
        positions: { xAdvance: number }[];
      };
    };
  };
};

const pt = (mm: number) => (mm / MM_PER_INCH) * 72;

/** A page's elements in their order, each with its place in the document's structure. */
export function drawSheet(doc: Doc, root: Struct, sheet: Sheet, map: PdfPicture): void {
  for (const element of sheet.elements) {
    const drawn = drawElement(doc, sheet, element, map);
    if (drawn !== null) root.add(drawn);
  }
}

/** Lines and colours without words are no part of the text: they are artifacts. */
function artifact(doc: Doc, draw: () => void): null {
  doc.markContent("Artifact", { type: "Layout" });
  doc.save();
  draw();
  doc.restore();
  doc.endMarkedContent();
  return null;
}

function drawElement(doc: Doc, sheet: Sheet, element: Element, map: PdfPicture): Struct | null {
  switch (element.kind) {
    case "map": {
      const { box, alt } = sheet.map;
      return doc.struct("Figure", { alt }, () => {
        // Its types know no picture but files and bytes.
        const picture = map as unknown as string;
        doc.image(picture, pt(box.x), pt(box.y), { width: pt(box.width), height: pt(box.height) });
      });
    }
    case "text":
      return textStruct(doc, element);
    case "rule":
      return artifact(doc, () => {
        const { from, to, color, width, dash } = element;
        doc.lineWidth(pt(width)).strokeColor(color);
        if (dash.length > 0) dashed(doc, dash.map(pt));
        doc.moveTo(pt(from[0]), pt(from[1])).lineTo(pt(to[0]), pt(to[1])).stroke();
      });
    case "box":
      return artifact(doc, () => drawBox(doc, element));
    case "mark":
      return markStruct(doc, element);
    case "table":
      return tableStruct(doc, element);
    case "stages":
      return doc.struct(
        "L",
        { title: element.name },
        element.steps.map((step) =>
          doc.struct("LI", {}, [
            markStruct(doc, step.mark),
            textStruct(doc, step.countText),
            textStruct(doc, step.labelText),
          ]),
        ),
      );
    case "ramp":
      artifact(doc, () => {
        for (const { box, fill, hatch, stroke } of element.classes)
          drawBox(doc, { box, fill, hatch, stroke, strokeWidth: EDGE_MM, dash: [] });
      });
      return doc.struct(
        "L",
        {},
        element.classes.map(({ label }) => doc.struct("LI", {}, [textStruct(doc, label)])),
      );
    case "scaleBar":
      artifact(doc, () => {
        const { box, parts, color } = element;
        const part = box.width / parts;
        doc.lineWidth(pt(0.15)).strokeColor(color);
        for (let at = 0; at < parts; at += 1) {
          doc.rect(pt(box.x + at * part), pt(box.y), pt(part), pt(box.height));
          doc.fillAndStroke(at % 2 === 0 ? color : "#FFFFFF", color);
        }
      });
      return doc.struct(
        "Div",
        {},
        element.labels.map((label) => textStruct(doc, label)),
      );
    case "qr":
      return doc.struct("Figure", { alt: element.url }, () => {
        const module = element.box.width / element.rows.length;
        doc.save().fillColor(element.color);
        for (const [y, row] of element.rows.entries()) {
          // Runs of dark modules, for a seam between two would show.
          for (const run of row.matchAll(/1+/g)) {
            doc.rect(
              pt(element.box.x + run.index * module),
              pt(element.box.y + y * module),
              pt(run[0].length * module),
              pt(module),
            );
          }
        }
        doc.fill().restore();
        const { x, y, width, height } = element.box;
        doc.link(pt(x), pt(y), pt(width), pt(height), element.url);
      });
  }
}

const TAGS = { title: "H1", head: "H2", paragraph: "P", label: "P", caption: "Caption" } as const;

function textStruct(doc: Doc, element: TextElement): Struct {
  const { lines, box, align, halo, role } = element;
  const placed = lines.map(({ baseline, runs, after }) => {
    const width = runs.reduce((sum, { text, style }) => {
      doc.font(fontKey(style)).fontSize(style.size);
      return sum + doc.widthOfString(text);
    }, 0);
    const free = pt(box.width) - width;
    const x = pt(box.x) + (align === "right" ? free : align === "center" ? free / 2 : 0);
    return { x, y: pt(baseline), runs, after };
  });
  if (halo !== null) {
    artifact(doc, () => {
      for (const { x, y, runs } of placed) {
        let at = x;
        for (const { text, style } of runs) {
          doc.font(fontKey(style)).fontSize(style.size);
          drawHalo(doc, text, at, y, style.size, halo);
          at += doc.widthOfString(text);
        }
      }
    });
  }
  return doc.struct(TAGS[role], {}, () => {
    for (const { x, y, runs, after } of placed) {
      let at = x;
      for (const [index, { text, style }] of runs.entries()) {
        doc.font(fontKey(style)).fontSize(style.size).fillColor(style.color);
        // Where a space was broken at it is written, unseen: what is read or copied has its words apart.
        const written = index === runs.length - 1 && after === " " ? `${text} ` : text;
        if (text !== "") doc.text(written, at, y, { lineBreak: false, baseline: "alphabetic" });
        at += doc.widthOfString(text);
      }
    }
  });
}

/** Outlines of the glyphs, drawn and not written: a search finds the text once. */
function drawHalo(doc: Doc, text: string, x: number, y: number, size: number, color: string): void {
  const { font } = (doc as unknown as FontInUse)._font;
  const scale = size / font.unitsPerEm;
  const run = font.layout(text);
  let at = 0;
  doc
    .save()
    .lineJoin("round")
    .strokeColor(color)
    .lineWidth((HALO_EM * size) / scale);
  doc.translate(x, y).scale(scale, -scale);
  for (const [index, glyph] of run.glyphs.entries()) {
    const path = glyph.path.toSVG();
    if (path !== "") doc.save().translate(at, 0).path(path).stroke().restore();
    at += run.positions[index]?.xAdvance ?? 0;
  }
  doc.restore();
}

function dashed(doc: Doc, dash: number[]): void {
  // pdfkit's types know one length; its code takes a list (PDF 32000-1, 8.4.3.6).
  (doc.dash as unknown as (lengths: number[]) => Doc).call(doc, dash);
}

type Look = Pick<
  Extract<Element, { kind: "box" }>,
  "box" | "fill" | "hatch" | "stroke" | "strokeWidth" | "dash"
>;

function drawBox(doc: Doc, { box, fill, hatch, stroke, strokeWidth, dash }: Look): void {
  const rect = () => doc.rect(pt(box.x), pt(box.y), pt(box.width), pt(box.height));
  if (fill !== null) rect().fill(fill);
  if (hatch !== null) drawHatch(doc, box, hatch);
  if (stroke === null) return;
  doc.save().lineWidth(pt(strokeWidth));
  if (dash.length > 0) dashed(doc, dash.map(pt));
  rect().stroke(stroke).restore();
}

function drawHatch(doc: Doc, box: Box, color: string): void {
  doc.save().lineWidth(pt(HATCH_WIDTH_MM)).strokeColor(color);
  for (const { from, to } of hatchLines(box)) {
    doc.moveTo(pt(from[0]), pt(from[1])).lineTo(pt(to[0]), pt(to[1]));
  }
  doc.stroke().restore();
}

function markStruct(doc: Doc, { x, y, size, alt, paths }: MarkElement): Struct {
  return doc.struct("Figure", { alt }, () => {
    doc
      .save()
      .translate(pt(x), pt(y))
      .scale(pt(size) / 24);
    for (const { d, fill, stroke, strokeWidth, dash } of paths) {
      doc.save();
      if (dash.length > 0) dashed(doc, dash);
      doc.path(d);
      if (fill !== null) doc.fill(fill);
      else if (stroke !== null) doc.lineWidth(strokeWidth).stroke(stroke);
      doc.restore();
    }
    doc.restore();
  });
}

function tableStruct(doc: Doc, table: Table): Struct {
  const { cells, rules } = placeTable(table);
  artifact(doc, () => {
    for (const { from, to, color, width } of rules) {
      doc.lineWidth(pt(width)).strokeColor(color);
      doc.moveTo(pt(from[0]), pt(from[1])).lineTo(pt(to[0]), pt(to[1])).stroke();
    }
  });
  const rows = table.rows.map((_, index) =>
    doc.struct(
      "TR",
      {},
      cells.filter(({ row }) => row === index).map((cell) => cellStruct(doc, cell)),
    ),
  );
  return doc.struct("Table", { title: table.name }, rows);
}

function cellStruct(doc: Doc, { row, swatch, bar, text, alt }: PlacedCell): Struct {
  const kind = row === 0 ? "TH" : "TD";
  const edged = (part: PlacedCell["bar"][number]) => ({ ...part, strokeWidth: EDGE_MM, dash: [] });
  if (swatch !== null) artifact(doc, () => drawBox(doc, edged(swatch)));
  if (text !== null) return doc.struct(kind, {}, [textStruct(doc, text)]);
  return doc.struct(kind, { alt }, () => {
    for (const part of bar) drawBox(doc, edged(part));
  });
}
