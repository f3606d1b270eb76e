import {
  AlignmentType,
  Document,
  LineRuleType,
  Packer,
  Paragraph,
  Table,
  TableBorders,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from "docx";
import { ShapeGroupRun } from "docx/shapes";
import { type Element, type Qr, type Sheet, type TextElement, textOf } from "#domain/brief/sheet.ts";
import { FACES, fontTable, inFace, SIZE } from "../circular/face.ts";
import { mendDocx } from "../circular/mend-docx.ts";
import { BLOCK, footers, SECTION } from "../circular/page.ts";
import type { Parts } from "../document/writer.ts";
import { codeOf, px, shapesOf } from "./docx-figure.ts";
import { spoken } from "./docx-text.ts";
import type { BriefPage } from "./format.ts";
import { LATIN_FACES } from "./pptx-style.ts";

/** Figures in a page of an official document, each with its caption and sources as text under it. */
export async function* writeFigures(pages: Parts<BriefPage>): AsyncGenerator<Uint8Array> {
  const children: (Paragraph | Table)[] = [];
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

/** What is under the map is the document's own; everything on it is the figure. */
const isUnder = (sheet: Sheet, element: Element): element is TextElement | Qr =>
  (element.kind === "text" || element.kind === "qr") &&
  element.box.y >= sheet.map.box.y + sheet.map.box.height;

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

/** In the middle the title and what limits it; then the small print, and beside it the code that opens the view. */
function captions(sheet: Sheet, number: number): (Paragraph | Table)[] {
  const under = sheet.elements.filter((element) => isUnder(sheet, element));
  const texts = under.filter((element) => element.kind === "text");
  const said = (element: TextElement) => caption(sheet, element, number);
  const codes = under.filter((element) => element.kind === "qr");
  const print = texts.filter(({ align }) => align === "left");
  return [
    ...texts.filter((element) => !print.includes(element)).map(said),
    ...codes.map((code) => besides(print.map(said), code)),
  ];
}

/** Twips of the code with the quiet zone that its readers need. */
const CODE_COLUMN = 1100;

function besides(print: Paragraph[], code: Qr): Table {
  const cell = (width: number, children: Paragraph[]) =>
    new TableCell({ width: { size: width, type: WidthType.DXA }, children, margins: NO_MARGINS });
  const columns = [BLOCK - CODE_COLUMN, CODE_COLUMN] as const;
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: BLOCK, type: WidthType.DXA },
    columnWidths: [...columns],
    borders: TableBorders.NONE,
    rows: [
      new TableRow({
        cantSplit: true,
        children: [
          cell(columns[0], print),
          cell(columns[1], [
            new Paragraph({
              alignment: AlignmentType.RIGHT,
              spacing: { before: 60, line: 240, lineRule: LineRuleType.AUTO },
              children: [codeOf(code)],
            }),
          ]),
        ],
      }),
    ],
  });
}

const NO_MARGINS = { left: 0, right: 0, top: 0, bottom: 0 } as const;

function caption({ lang }: Sheet, element: TextElement, number: number): Paragraph {
  const { role, align } = element;
  const isTitle = role === "caption";
  const text = textOf(element);
  const face = isTitle ? "heading1" : "body";
  return new Paragraph({
    alignment: align === "center" ? AlignmentType.CENTER : AlignmentType.LEFT,
    keepNext: align === "center",
    keepLines: true,
    spacing: { line: isTitle ? 420 : 260, lineRule: LineRuleType.EXACT },
    children: [
      new TextRun({
        ...spoken(lang, { han: FACES[face].name, latin: LATIN_FACES[isTitle ? "sans" : "serif"] }),
        size: isTitle ? SIZE.fourth : SIZE.smallFifth,
        text: isTitle ? `${lang === "en" ? "Figure " : "图"}${number}　${text}` : text,
      }),
    ],
  });
}
