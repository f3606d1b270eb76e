import { MM_PER_PT } from "./page.ts";
import type { Box, Table, TableCell, TextElement } from "./sheet.ts";

/** Where the parts of an element stand, for every renderer alike. Lengths in mm. */

/** Edge of a text on the map, in shares of its size: half of it is seen. */
export const HALO_EM = 0.22;
/** Edge of a swatch, a class or a part of a bar. */
export const EDGE_MM = 0.12;

type Segment = { from: [number, number]; to: [number, number] };
const HATCH = { apart: 1.1, width: 0.18 } as const;
export const HATCH_WIDTH_MM = HATCH.width;

/** Lines at 45° over a box, from edge to edge. */
export function hatchLines({ x, y, width, height }: Box): Segment[] {
  const lines: Segment[] = [];
  for (let at = HATCH.apart - height; at < width; at += HATCH.apart) {
    const [first, last] = [Math.max(0, -at), Math.min(height, width - at)];
    lines.push({
      from: [x + at + first, y + height - first],
      to: [x + at + last, y + height - last],
    });
  }
  return lines;
}

type Look = NonNullable<TableCell["swatch"]>;
export type PlacedCell = {
  row: number;
  swatch: (Look & { box: Box }) | null;
  bar: (Look & { box: Box })[];
  /** null where a bar stands instead. */
  text: TextElement | null;
  /** What a bar says. */
  alt: string;
};
export type PlacedRule = Segment & { color: string; width: number };

/** Between a swatch and its text, and its side, in em. */
const SWATCH = { side: 0.62, gap: 0.5 } as const;
const BAR = { height: 0.75, most: 0.6 } as const;
/** Of a line's middle over its baseline, in em. */
const MIDDLE = 0.37;

/** Cells row by row, and the lines beneath rows. */
export function placeTable(table: Table): { cells: PlacedCell[]; rules: PlacedRule[] } {
  const cells: PlacedCell[] = [];
  const rules: PlacedRule[] = [];
  let y = table.box.y;
  for (const [row, { height, cells: said, rule }] of table.rows.entries()) {
    let x = table.box.x;
    for (const [column, cell] of said.entries()) {
      const { width = 0, align = "left" } = table.columns[column] ?? {};
      cells.push(placeCell(cell, { x: x + cell.indent, y, width: width - cell.indent, height }, align, row));
      x += width;
    }
    y += height;
    if (rule !== null)
      rules.push({ from: [table.box.x, y], to: [table.box.x + table.box.width, y], ...rule });
  }
  return { cells, rules };
}

function placeCell(cell: TableCell, box: Box, align: TextElement["align"], row: number): PlacedCell {
  const em = cell.style.size * MM_PER_PT;
  const middle = box.y + box.height / 2;
  const side = em * SWATCH.side;
  const swatch =
    cell.swatch === null
      ? null
      : { ...cell.swatch, box: { x: box.x, y: middle - side / 2, width: side, height: side } };
  const parts = cell.bar ?? [];
  if (parts.length > 0) {
    const height = Math.min(em * BAR.height, box.height * BAR.most);
    let x = box.x;
    const bar = parts.map(({ share, fill, hatch, stroke }) => {
      const part = {
        fill,
        hatch,
        stroke,
        box: { x, y: middle - height / 2, width: share * box.width, height },
      };
      x += part.box.width;
      return part;
    });
    return { row, swatch, bar, text: null, alt: parts.map(({ label }) => label).join("、") };
  }
  const x = swatch === null ? box.x : box.x + side + em * SWATCH.gap;
  const text: TextElement = {
    kind: "text",
    role: "label",
    box: { ...box, x, width: box.x + box.width - x },
    align,
    lines: [{ baseline: middle + em * MIDDLE, runs: [{ text: cell.text, style: cell.style }], after: "" }],
    halo: null,
  };
  return { row, swatch, bar: [], text, alt: "" };
}
