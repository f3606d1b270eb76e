import {
  AlignmentType,
  LineRuleType,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from "docx";
import type { Column, Table as TableOfDraft } from "#domain/circular/draft.ts";
import { type Face, inFace, SIZE } from "./face.ts";
import { BLOCK } from "./page.ts";

/** A native table as wide as the text block; its head stands again on every page. */
export function tableOf({ id, columns, rows }: TableOfDraft): Table {
  const widths = widthsOf(columns);
  const row = (cells: readonly string[], face: Face, isHead: boolean, keepNext = false) =>
    new TableRow({
      tableHeader: isHead,
      cantSplit: true,
      children: cells.map((text, index) =>
        cellOf(
          text,
          face,
          widths[index] ?? 0,
          isHead ? "center" : (columns[index]?.align ?? "left"),
          keepNext,
        ),
      ),
    });
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: BLOCK, type: WidthType.DXA },
    columnWidths: widths,
    rows: [
      row(
        columns.map(({ head }) => head),
        "heading1",
        true,
        true,
      ),
      // The regions stand together on a page; a list of items runs on.
      ...rows.map((cells, index) => row(cells, "body", false, id === "ranking" && index < rows.length - 1)),
    ],
  });
}

/** Shares in twips, their sum exactly the block. */
function widthsOf(columns: readonly Column[]): number[] {
  const whole = columns.reduce((sum, { share }) => sum + share, 0);
  const widths = columns.map(({ share }) => Math.floor((BLOCK * share) / whole));
  const rest = BLOCK - widths.reduce((sum, width) => sum + width, 0);
  return widths.map((width, index) => (index === 0 ? width + rest : width));
}

const cellOf = (
  text: string,
  face: Face,
  width: number,
  align: Column["align"],
  keepNext: boolean,
): TableCell =>
  new TableCell({
    width: { size: width, type: WidthType.DXA },
    verticalAlign: VerticalAlign.CENTER,
    margins: { left: 60, right: 60, top: 20, bottom: 20 },
    children: [
      new Paragraph({
        alignment: align === "center" ? AlignmentType.CENTER : AlignmentType.LEFT,
        keepNext,
        spacing: { line: 320, lineRule: LineRuleType.EXACT },
        children: [new TextRun({ ...inFace(face, SIZE.fifth), text })],
      }),
    ],
  });
