import { AlignmentType, Document, LineRuleType, Packer, Paragraph, TextRun } from "docx";
import { ShapeGroupRun } from "docx/shapes";
import type { Element, Sheet, TextElement } from "#domain/brief/sheet.ts";
import { fontTable, inFace, SIZE } from "../circular/face.ts";
import { mendDocx } from "../circular/mend-docx.ts";
import { footers, SECTION } from "../circular/page.ts";
import type { Parts } from "../document/writer.ts";
import { px, shapesOf } from "./docx-figure.ts";
import type { BriefPage } from "./format.ts";

/** Figures in a page of an official document, each with its caption and sources as text under it. */
export async function* writeFigures(pages: Parts<BriefPage>): AsyncGenerator<Uint8Array> {
  const children: Paragraph[] = [];
  let title = "";
  let number = 0;
  for await (const { sheet, map } of pages) {
    number += 1;
    if (number === 1) ({ title } = sheet);
    children.push(figure(sheet, map), ...captions(sheet, number));
  }
  const document = new Document({
    title,
    creator: "一张图",
    evenAndOddHeaderAndFooters: true,
    styles: { default: { document: { run: inFace("body", SIZE.third) } } },
    sections: [{ properties: SECTION, footers, children }],
  });
  const bytes = await Packer.toBuffer(document, false, [{ path: "word/fontTable.xml", data: fontTable() }]);
  yield mendDocx(bytes);
}

/** Texts under the map are the document's own; everything on it is the figure. */
const isUnder = (sheet: Sheet, element: Element): element is TextElement =>
  element.kind === "text" && element.box.y >= sheet.map.box.y + sheet.map.box.height;

function figure(sheet: Sheet, map: Uint8Array): Paragraph {
  const { box, alt } = sheet.map;
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    keepNext: true,
    spacing: { line: 240, lineRule: LineRuleType.AUTO },
    children: [
      new ShapeGroupRun({
        children: sheet.elements
          .filter((element) => !isUnder(sheet, element))
          .flatMap((element) => shapesOf(sheet, element, map)),
        transformation: { width: px(box.width), height: px(box.height) },
        altText: { name: sheet.title, description: alt },
        run: inFace("body", SIZE.third),
      }),
    ],
  });
}

const captions = (sheet: Sheet, number: number): Paragraph[] =>
  sheet.elements
    .filter((element) => isUnder(sheet, element))
    .map(({ role, align, lines }) => {
      const isTitle = role === "caption";
      const text = lines.map(({ runs }) => runs.map((run) => run.text).join("")).join("");
      return new Paragraph({
        alignment: align === "center" ? AlignmentType.CENTER : AlignmentType.LEFT,
        keepLines: true,
        spacing: { line: isTitle ? 420 : 260, lineRule: LineRuleType.EXACT },
        children: [
          new TextRun({
            ...inFace(isTitle ? "heading1" : "body", isTitle ? SIZE.fourth : SIZE.smallFifth),
            text: isTitle ? `${sheet.lang === "en" ? "Figure " : "图"}${number}　${text}` : text,
          }),
        ],
      });
    });
