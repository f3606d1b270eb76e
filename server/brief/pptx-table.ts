import type { Table, TableCell } from "#domain/brief/sheet.ts";
import type { BorderProps, ChartName, Slide, TextProps } from "./pptx-library.ts";
import { hex, inch, PPTX_FACES, points, runOptions } from "./pptx-style.ts";

/** A native table; a column of bars is a native chart over it, a row of the one to a row of the other. */
export function addTable(slide: Slide, table: Table, lang: string): void {
  const { box, columns, rows, name } = table;
  slide.addTable(
    rows.map((row) =>
      row.cells.map((cell, index) => ({
        text: textOf(cell, row.height, lang) as unknown as string,
        options: {
          align: columns[index]?.align ?? "left",
          valign: "middle" as const,
          // What ends a paragraph has a size too, and an empty cell nothing else.
          fontSize: Math.round(cell.style.size * 10) / 10,
          margin: [0, 0, 0, points(cell.bar === null ? cell.indent : 0) / 72] as [
            number,
            number,
            number,
            number,
          ],
          border: [
            { type: "none" as const },
            { type: "none" as const },
            row.rule === null
              ? { type: "none" as const }
              : { type: "solid" as const, pt: points(row.rule.width), color: hex(row.rule.color) },
            { type: "none" as const },
          ] as [BorderProps, BorderProps, BorderProps, BorderProps],
        },
      })),
    ),
    {
      objectName: name,
      x: inch(box.x),
      y: inch(box.y),
      w: inch(box.width),
      colW: columns.map(({ width }) => inch(width)),
      rowH: rows.map(({ height }) => inch(height)),
      autoPage: false,
    },
  );
  for (const index of columns.keys()) addBars(slide, table, index, lang);
}

/** The class colour of the map stands before the words; where there is no data, an empty square. */
function textOf({ text, style, swatch }: TableCell, height: number, lang: string): TextProps[] {
  // A line taller than its row would push down all that follow.
  const options = { ...runOptions(style, lang), lineSpacing: Math.floor(points(height) * 9) / 10 };
  const words = { text, options };
  if (swatch === null) return [words];
  const color = swatch.hatch === null ? swatch.fill : swatch.stroke;
  return [{ text: swatch.hatch === null ? "■ " : "□ ", options: { ...options, color: hex(color) } }, words];
}

/** 前期 1 → 前期, 1 */
function seriesOf(label: string): { name: string; value: number } {
  const found = /^(.*\S)\s+(\d+)$/u.exec(label);
  return found === null ? { name: label, value: 0 } : { name: found[1] ?? label, value: Number(found[2]) };
}

function addBars(slide: Slide, { box, columns, rows, name }: Table, column: number, lang: string): void {
  const first = rows.findIndex(({ cells }) => cells[column]?.bar);
  if (first < 0) return;
  const shown = rows.slice(first);
  const parts = shown.map(({ cells }) => cells[column]?.bar ?? []);
  const looks = new Map(
    parts
      .flat()
      .map(({ label, fill, hatch, stroke }) => [seriesOf(label).name, hatch === null ? fill : stroke]),
  );
  const data = [...looks.keys()].map((series) => ({
    name: series,
    labels: shown.map(({ cells }) => cells[0]?.text ?? ""),
    values: parts.map((bars) =>
      bars
        .map(({ label }) => seriesOf(label))
        .reduce((sum, one) => sum + (one.name === series ? one.value : 0), 0),
    ),
  }));
  // Where no row has a bar there is no chart: one without a series is no chart to PowerPoint.
  if (data.length === 0) return;
  const before = columns.slice(0, column).reduce((sum, { width }) => sum + width, 0);
  const indent = shown[0]?.cells[column]?.indent ?? 0;
  const top = rows.slice(0, first).reduce((sum, { height }) => sum + height, 0);
  slide.addChart("bar" as ChartName, data, {
    x: inch(box.x + before + indent),
    y: inch(box.y + top),
    w: inch((columns[column]?.width ?? 0) - indent),
    h: inch(shown.reduce((sum, { height }) => sum + height, 0)),
    barDir: "bar",
    barGrouping: "stacked",
    barGapWidthPct: 90,
    chartColors: [...looks.values()].map(hex),
    layout: { x: 0, y: 0, w: 1, h: 1 },
    catAxisHidden: true,
    valAxisHidden: true,
    // The first row on top, as in the table; the types know only the other way.
    catAxisOrientation: "maxMin" as "minMax",
    valGridLine: { style: "none" },
    catGridLine: { style: "none" },
    catAxisLineShow: false,
    valAxisLineShow: false,
    valAxisMinVal: 0,
    // The longest bar fills the column, as on the page.
    valAxisMaxVal: Math.max(
      ...parts.map((bars) => bars.reduce((sum, { label }) => sum + seriesOf(label).value, 0)),
    ),
    catAxisLabelFontFace: PPTX_FACES.sans,
    valAxisLabelFontFace: PPTX_FACES.sans,
    showLegend: false,
    showTitle: false,
    lang,
    altText: name,
  });
}
