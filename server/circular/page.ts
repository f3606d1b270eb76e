import {
  AlignmentType,
  DocumentGridType,
  Footer,
  type ISectionOptions,
  LineRuleType,
  PageNumber,
  Paragraph,
  TextRun,
} from "docx";
import { inFace, SIZE } from "./face.ts";

/** Twips of the A4 page of GB/T 9704-2012: a block of 156 × 225 mm, 37 mm from the top and 28 from the left. */
export const PAGE = {
  size: { width: 11906, height: 16838 },
  margin: { top: 2098, bottom: 1984, left: 1587, right: 1474, header: 851, footer: 1307 },
} as const;
/** 28.95 pt: 22 lines in 225 mm. */
export const LINE = 579;
/** Width of the text block. */
export const BLOCK = PAGE.size.width - PAGE.margin.left - PAGE.margin.right;

export const SECTION: NonNullable<ISectionOptions["properties"]> = {
  page: PAGE,
  grid: { type: DocumentGridType.LINES, linePitch: LINE },
};

/** — 1 —, 7 mm below the block, one character in from the outer edge: odd pages right, even pages left. */
export const footers: NonNullable<ISectionOptions["footers"]> = {
  default: new Footer({ children: [pageNumber("odd")] }),
  even: new Footer({ children: [pageNumber("even")] }),
};

function pageNumber(side: "odd" | "even"): Paragraph {
  return new Paragraph({
    alignment: side === "odd" ? AlignmentType.RIGHT : AlignmentType.LEFT,
    indent: side === "odd" ? { right: SIZE.fourth * 10 } : { left: SIZE.fourth * 10 },
    spacing: { line: SIZE.fourth * 10, lineRule: LineRuleType.EXACT },
    children: [new TextRun({ ...inFace("number", SIZE.fourth), children: ["— ", PageNumber.CURRENT, " —"] })],
  });
}
