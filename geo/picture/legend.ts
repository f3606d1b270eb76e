import { corridorDash } from "#domain/look/marks.ts";
import { LAYER_WORDS, MEASURE_WORDS, STAGE_WORDS } from "#domain/look/words.ts";
import { CLASS_BOUNDS, MEASURE_UNIT } from "#domain/measure.ts";
import { STAGES } from "#domain/stage.ts";
import { lineLooks } from "../drawn/corridors.ts";
import { lookWords } from "../drawn/item-words.ts";
import type { Drawing } from "./input.ts";
import { itemMark, portMark } from "./marks.ts";
import { node, type PictureNode } from "./node.ts";
import { PICTURE_WORDS } from "./words.ts";

const WIDTH = 236;
const CELL = 30;

/** Bounds of the five classes as a reader reads them: `3–4`, `10+`, `20–39%`. */
export function classLabels({ view }: Drawing): string[] {
  const share = MEASURE_UNIT[view.measure] === "share";
  const bounds = CLASS_BOUNDS[share ? "share" : view.level];
  return bounds.map((from, index) => {
    const next = bounds[index + 1];
    if (share) {
      const low = Math.round(from * 100);
      return next === undefined ? `≥${low}%` : `${low}–${Math.round(next * 100) - 1}%`;
    }
    if (next === undefined) return `${from}+`;
    return next - 1 === from ? String(from) : `${from}–${next - 1}`;
  });
}

/** A card with what is drawn and nothing else, upper left at 0 0. `hatch` is the address of the pattern. */
export function legendNode(drawing: Drawing, hatch: string): { node: PictureNode; height: number } {
  const { palette, view, lang, on, corridors, points } = drawing;
  const share = MEASURE_UNIT[view.measure] === "share";
  const text = (x: number, y: number, said: string, size = 11, color = palette.ink2, weight = 400) =>
    node(
      "text",
      { x, y, "font-size": size, fill: color, "font-weight": weight === 400 ? undefined : weight },
      said,
    );
  const rows: PictureNode[] = [];
  let y = 24;
  if (on.has("progress")) {
    const level = PICTURE_WORDS[view.level === "county" ? "byCounty" : "byLeague"][lang];
    rows.push(text(16, y, `${MEASURE_WORDS[view.measure][lang]} · ${level}`, 12.5, palette.ink, 600));
    y += 12;
    const swatch = (x: number, fill: string) =>
      node("rect", { x, y, width: CELL, height: 11, fill, stroke: palette.hairline, "stroke-width": 0.6 });
    const labels = classLabels(drawing);
    palette.ramp.forEach((color, index) => {
      rows.push(swatch(16 + index * CELL, color), text(16 + index * CELL, y + 25, labels[index] ?? "", 9.5));
    });
    rows.push(swatch(176, hatch));
    rows.push(text(176, y + 25, PICTURE_WORDS[share ? "noStage" : "notMentioned"][lang], 9.5));
    y += 48;
  }
  for (const look of lineLooks(corridors)) {
    const dash = corridorDash(look.kind, look.later).map((part) => part * 2.2);
    rows.push(
      node("path", {
        d: `M16 ${y - 4}h40`,
        stroke: palette.corridor[look.kind],
        "stroke-width": 2.2,
        "stroke-dasharray": dash.join(" "),
      }),
      text(68, y, lookWords(look, lang)),
    );
    y += 19;
  }
  if (corridors.some((corridor) => corridor.schematic)) {
    rows.push(text(16, y, PICTURE_WORDS.lines[lang], 10, palette.ink3));
    y += 19;
  }
  if (on.has("ports")) {
    rows.push(
      node("svg", { x: 16, y: y - 12, width: 15, height: 15, viewBox: "0 0 24 24" }, ...portMark(palette)),
      text(40, y, LAYER_WORDS.ports[lang]),
    );
    y += 19;
  }
  const stages = STAGES.filter((stage) => points.some((point) => point.stage === stage));
  // English names of stages are too long for two columns.
  const columns = lang === "en" ? 1 : 2;
  stages.forEach((stage, index) => {
    const x = 16 + (index % columns) * 88;
    const shape = itemMark("project", stage, drawing.theme, palette);
    rows.push(
      node("svg", { x, y: y - 11, width: 14, height: 14, viewBox: "-2 -2 28 28" }, ...shape),
      text(x + 20, y, STAGE_WORDS[stage][lang], 10.5),
    );
    if (index % columns === columns - 1 || index === stages.length - 1) y += 19;
  });
  const height = y - 6;
  return {
    node: node(
      "g",
      {},
      node("rect", {
        width: WIDTH,
        height,
        rx: 6,
        fill: palette.surface,
        stroke: palette.hairline,
        "stroke-width": 1,
      }),
      ...rows,
    ),
    height,
  };
}
