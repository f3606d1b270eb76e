import {
  AlignmentType,
  BorderStyle,
  type IBorderOptions,
  LineRuleType,
  OverlapType,
  Paragraph,
  RelativeVerticalPosition,
  Table,
  TableAnchorType,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from "docx";
import { type Imprint, isSilent, type Sentence } from "#domain/circular/draft.ts";
import { inFace, SIZE } from "./face.ts";
import { BLOCK, PAGE } from "./page.ts";

/** A character of 四号 in twips. */
const CHARACTER = SIZE.fourth * 10;
/** 0.35 mm and 0.25 mm, in eighths of a point. */
const THICK: IBorderOptions = { style: BorderStyle.SINGLE, size: 8 };
const THIN: IBorderOptions = { style: BorderStyle.SINGLE, size: 6 };
const NONE: IBorderOptions = { style: BorderStyle.NONE };
const FACE = inFace("body", SIZE.fourth);
const COPIES = "抄送：";
const [LEFT, RIGHT] = [Math.floor(BLOCK / 2), Math.ceil(BLOCK / 2)];

/**
 * 版记 as GB/T 9704-2012 (7.4) has it: 四号仿宋, one character in from either edge, between rules as wide as the block,
 * of which the last is the last line of the block.
 */
export function imprintOf({ copies, printer, printedOn }: Imprint): (Table | Paragraph)[] {
  const table = new Table({
    float: {
      // LibreOffice lets a table as wide as the block float only off the page's edge.
      horizontalAnchor: TableAnchorType.PAGE,
      verticalAnchor: TableAnchorType.MARGIN,
      absoluteHorizontalPosition: PAGE.margin.left,
      relativeVerticalPosition: RelativeVerticalPosition.BOTTOM,
      overlap: OverlapType.NEVER,
    },
    layout: TableLayoutType.FIXED,
    width: { size: BLOCK, type: WidthType.DXA },
    columnWidths: [LEFT, RIGHT],
    margins: { left: 0, right: 0, top: 0, bottom: 0 },
    borders: {
      top: THICK,
      bottom: THICK,
      insideHorizontal: THIN,
      left: NONE,
      right: NONE,
      insideVertical: NONE,
    },
    rows: [
      new TableRow({
        cantSplit: true,
        children: [
          cellOf(BLOCK, {
            columnSpan: 2,
            // What runs on to a second line stands under the first name.
            indent: { left: COPIES.length * CHARACTER, hanging: COPIES.length * CHARACTER },
            runs: [said(COPIES), runOf(copies), said("。")],
          }),
        ],
      }),
      new TableRow({
        cantSplit: true,
        children: [
          cellOf(LEFT, { runs: [runOf(printer)] }),
          cellOf(RIGHT, { alignment: AlignmentType.RIGHT, runs: [runOf(printedOn), said("印发")] }),
        ],
      }),
    ],
  });
  // A table that floats hangs on the paragraph after it.
  const hook = new Paragraph({ spacing: { line: 20, lineRule: LineRuleType.EXACT }, run: { size: 2 } });
  return [table, hook];
}

type Cell = {
  runs: TextRun[];
  columnSpan?: number;
  indent?: { left: number; hanging: number };
  alignment?: (typeof AlignmentType)["RIGHT"];
};

const cellOf = (width: number, { runs, columnSpan, ...look }: Cell): TableCell =>
  new TableCell({
    width: { size: width, type: WidthType.DXA },
    margins: { left: CHARACTER, right: CHARACTER, top: 0, bottom: 0 },
    ...(columnSpan === undefined ? {} : { columnSpan }),
    children: [
      new Paragraph({
        ...look,
        spacing: { line: 2 * CHARACTER - 40, lineRule: LineRuleType.EXACT },
        children: runs,
      }),
    ],
  });

const said = (text: string): TextRun => new TextRun({ ...FACE, text });
const runOf = (sentence: Sentence): TextRun =>
  new TextRun({
    ...FACE,
    ...(isSilent(sentence) ? ({ highlight: "yellow" } as const) : {}),
    text: sentence.text,
  });
