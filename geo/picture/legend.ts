import { corridorDash } from "#domain/look/marks.ts";
import { type LegendEntry, legendOf } from "../drawn/legend.ts";
import { isDirected } from "./flow.ts";
import type { Drawing } from "./input.ts";
import { hubMark, itemMark, lightMark, minorPortMark, portMark } from "./marks.ts";
import { node, type PictureNode, rounded } from "./node.ts";
import { textEm } from "./placement.ts";

/** Of the card, px. */
const WIDTH = 236;
const EDGE = 16;
const ROOM = WIDTH - 2 * EDGE;
const CELL = ROOM / 5;
const ROW = 19;

/** What some entries look like, and their height. */
type Part = { nodes: PictureNode[]; height: number };
type Of<K extends LegendEntry["kind"]> = Extract<LegendEntry, { kind: K }>;

/** The map's own legend as a card, upper left at 0 0. `hatch` is the address of the pattern of "no data". */
export function legendNode(
  drawing: Drawing,
  zoom: number,
  hatch: string,
): { node: PictureNode; height: number } {
  const { view, theme, lang, features, palette, bounds } = drawing;
  const entries = legendOf(view, { theme, lang, features, zoom, bounds });
  const of = <K extends LegendEntry["kind"]>(kind: K) =>
    entries.filter((entry): entry is Of<K> => entry.kind === kind);
  const parts = [
    ...of("ramp").map((ramp) => rampPart(ramp, drawing, hatch)),
    ...of("mix").map((mix) => mixPart(mix, drawing)),
    ...of("line").map((line) => linePart(line, drawing)),
    ...of("place").map((place) => placePart(place, drawing)),
    stagesPart(of("stage"), drawing),
    lightsPart(of("light"), drawing),
    ...of("note").map(({ text }) => notePart(text, drawing)),
  ];
  let y = 10;
  const placed = parts.map(({ nodes, height }) => {
    const part = node("g", { transform: `translate(${EDGE} ${rounded(y, 1)})` }, ...nodes);
    y += height;
    return part;
  });
  const height = rounded(y + 6, 1);
  const card = { width: WIDTH, height, rx: 6, fill: palette.surface, stroke: palette.hairline };
  return { node: node("g", {}, node("rect", { ...card, "stroke-width": 1 }), ...placed), height };
}

const said = (x: number, y: number, text: string, size: number, fill: string, weight?: number) =>
  node("text", { x, y, "font-size": size, fill, "font-weight": weight }, text);

const swatch = ({ palette }: Drawing, x: number, y: number, width: number, fill: string) =>
  node("rect", { x, y, width, height: 11, fill, stroke: palette.hairline, "stroke-width": 0.6 });

/** Classes in one row; what is outside them beneath, as on screen. */
function rampPart(ramp: Of<"ramp">, drawing: Drawing, hatch: string): Part {
  const { palette } = drawing;
  const n = ramp.n === null ? { nodes: [], height: 0 } : notePart(ramp.n, drawing);
  return {
    nodes: [
      said(0, 14, ramp.title, 12.5, palette.ink, 600),
      ...classNodes(ramp.classes, drawing, 26),
      swatch(drawing, 0, 58, 24, ramp.zero.color),
      said(30, 67.5, ramp.zero.label, 10, palette.ink2),
      swatch(drawing, 60, 58, 24, hatch),
      said(90, 67.5, ramp.none, 10, palette.ink2),
      node("g", { transform: "translate(0 74)" }, ...n.nodes),
    ],
    height: 80 + n.height,
  };
}

function mixPart(mix: Of<"mix">, drawing: Drawing): Part {
  const { palette } = drawing;
  return {
    nodes: [
      said(0, 14, mix.title, 12.5, palette.ink, 600),
      ...classNodes(mix.stages, drawing, 26),
      node("rect", {
        x: 0.5,
        y: 58.5,
        width: 23,
        height: 10,
        fill: "none",
        stroke: palette.stage.unstated,
        "stroke-dasharray": "2 1.5",
      }),
      said(30, 67.5, mix.none, 10, palette.ink2),
    ],
    height: 80,
  };
}

const classNodes = (classes: Of<"ramp">["classes"], drawing: Drawing, y: number): PictureNode[] =>
  classes.flatMap(({ color, label }, index) => [
    swatch(drawing, rounded(index * CELL, 1), y, rounded(CELL, 1), color),
    said(rounded(index * CELL, 1), y + 24, label, 10, drawing.palette.ink2),
  ]);

function linePart({ look, label }: Of<"line">, { palette }: Drawing): Part {
  const dash = corridorDash(look.kind, look.later).map((part) => rounded(part * 2.2, 2));
  const line = node("path", {
    d: "M0 9h40",
    stroke: palette.corridor[look.kind],
    "stroke-width": 2.2,
    "stroke-dasharray": dash.join(" "),
  });
  const head = (stroke: string, width: number) =>
    node("path", { d: "M17.5 5.2 22.5 9l-5 3.8", fill: "none", stroke, "stroke-width": width });
  const flow = isDirected(look.kind) ? [head(palette.surface, 5), head(palette.corridor[look.kind], 2)] : [];
  return { nodes: [line, ...flow, said(52, 13, label, 11, palette.ink2)], height: ROW };
}

function placePart({ place, label }: Of<"place">, { palette }: Drawing): Part {
  const shape = { port: portMark, minorPort: minorPortMark, hub: hubMark }[place](palette);
  return {
    nodes: [
      node("svg", { y: 1, width: 15, height: 15, viewBox: "-1 -1 26 26" }, ...shape),
      said(24, 13, label, 11, palette.ink2),
    ],
    height: ROW,
  };
}

/** In two columns; names of stages in English are too long for that. */
function stagesPart(entries: readonly Of<"stage">[], { theme, lang, palette }: Drawing): Part {
  const columns = lang === "en" ? 1 : 2;
  const nodes = entries.flatMap(({ type, stage, label }, index) => {
    const x = (index % columns) * 88;
    const y = Math.floor(index / columns) * ROW;
    const shape = itemMark(type, stage, theme, palette);
    return [
      node("svg", { x, y: y + 1, width: 15, height: 15, viewBox: "-2 -2 28 28" }, ...shape),
      said(x + 22, y + 13, label, 10.5, palette.ink2),
    ];
  });
  return { nodes, height: Math.ceil(entries.length / columns) * ROW };
}

/** In one row. */
function lightsPart(entries: readonly Of<"light">[], { palette }: Drawing): Part {
  const nodes = entries.flatMap(({ light, label }, index) => {
    const x = rounded((index * ROOM) / 4, 1);
    return [
      node("svg", { x, y: 3, width: 12, height: 12, viewBox: "-2 -2 28 28" }, ...lightMark(light, palette)),
      said(x + 15, 13, label, 9.5, palette.ink2),
    ];
  });
  return { nodes, height: entries.length > 0 ? ROW : 0 };
}

const NOTE_PX = 10;

/** A sentence in as many lines as it needs. */
function notePart(text: string, { palette }: Drawing): Part {
  const lines = brokenAt(text, ROOM / NOTE_PX);
  return {
    nodes: lines.map((line, index) => said(0, 12 + index * 14, line, NOTE_PX, palette.ink3)),
    height: 4 + lines.length * 14,
  };
}

/** Lines of at most `em`: broken at spaces, and anywhere between Han characters but before a comma. */
export function brokenAt(text: string, em: number): string[] {
  const words = text.match(/[\u2e80-\u9fff][，。：、）]?|[^\u2e80-\u9fff\s]+\s*|\s+/gu) ?? [];
  const lines: string[] = [""];
  for (const word of words) {
    const line = lines.at(-1) ?? "";
    if (line !== "" && textEm(line + word.trimEnd(), false) > em) lines.push(word);
    else lines[lines.length - 1] = line + word;
  }
  return lines.map((line) => line.trim());
}
