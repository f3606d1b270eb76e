import { corridorDash } from "#domain/look/marks.ts";
import { type Language, nameIn } from "#domain/look/words.ts";
import type { CorridorKind } from "#domain/place.ts";
import type { LonLat } from "../camera.ts";
import type { DrawnCorridor } from "../drawn/corridors.ts";
import { corridorSub } from "../drawn/item-words.ts";
import { flowPath, isDirected } from "./flow.ts";
import { type Frame, gridHeight, shareOf } from "./frame.ts";
import type { Drawing } from "./input.ts";
import { node, type PictureNode, rounded } from "./node.ts";

/** Widths in em of a league's name (VISUAL.md at zoom 4 to 5). */
const WIDTH: Record<CorridorKind, { line: number; core?: number }> = {
  uhv: { line: 0.135 },
  gas: { line: 0.135 },
  water: { line: 0.135 },
  belt: { line: 0.135 },
  road: { line: 0.2, core: 0.09 },
  rail: { line: 0.15, core: 0.09 },
};
const CASING = 0.3;
/** Of a chevron, in the same em. */
const FLOW = { casing: 0.36, line: 0.16 };
const em = (value: number) => `${rounded(value, 3)}em`;

/**
 * Corridors in their kind's colour and dash on a casing, with their direction, to be laid in the path grid. The casings
 * of all of them are one path beneath, as they are one layer on the map: without a graphics card each stroke costs.
 */
export function corridorNodes(drawing: Drawing, frame: Frame): PictureNode[] {
  const { palette, corridors, view } = drawing;
  // What later years built along a line of the source leaves it visible.
  const laterFirst = corridors.toSorted((a, b) => Number(b.group === "later") - Number(a.group === "later"));
  const lines = laterFirst.map((corridor): Line => {
    const dots = corridor.path.map((at) => dotOf(at, frame));
    const flow = isDirected(corridor.kind) ? flowPath(dots, frame) : "";
    return { corridor, d: curvePath(dots), flow };
  });
  const casing = (d: string, width: number) =>
    d === "" ? [] : [stroke(d, palette.casing, width, { "pointer-events": "none" })];
  return [
    ...lines.flatMap(({ corridor: { items }, d }) =>
      view.item !== null && items.includes(view.item) ? [glow(d, palette.accent)] : [],
    ),
    ...casing(lines.map(({ d }) => d).join(""), CASING),
    ...casing(lines.map(({ flow }) => flow).join(""), FLOW.casing),
    ...lines.map((line) => lineNode(line, drawing)),
  ];
}

type Line = { corridor: DrawnCorridor; d: string; flow: string };

function lineNode({ corridor, d, flow }: Line, { palette, lang }: Drawing): PictureNode {
  const { line, core } = WIDTH[corridor.kind];
  const color = palette.corridor[corridor.kind];
  const pattern = corridorDash(corridor.kind, corridor.group === "later");
  const dashed = (width: number) => ({
    strokeDasharray: pattern.map((part) => em(part * width)).join(" "),
  });
  return node(
    "g",
    { "data-item": corridor.items[0], fill: "none", "stroke-linejoin": "round" },
    node("title", {}, lineTitle(corridor, lang)),
    // The pointer finds the line on the whole of its casing, which is painted beneath.
    stroke(d, "transparent", CASING),
    stroke(d, color, line, {}, core === undefined ? dashed(line) : {}),
    ...(core === undefined ? [] : [stroke(d, palette.casing, core, {}, dashed(core))]),
    ...(flow === "" ? [] : [stroke(flow, color, FLOW.line)]),
  );
}

const stroke = (d: string, color: string, width: number, attributes = {}, style = {}): PictureNode =>
  node("path", {
    d,
    fill: "none",
    stroke: color,
    "stroke-linejoin": "round",
    "vector-effect": "non-scaling-stroke",
    ...attributes,
    style: { strokeWidth: em(width), ...style },
  });

/** All that the map tells of a line by its label and at the pointer. */
const lineTitle = (corridor: DrawnCorridor, lang: Language): string =>
  [nameIn(lang, corridor), corridorSub(corridor, lang), `± ${corridor.errorKm} km`]
    .filter(Boolean)
    .join(" · ");

/** Of the item picked. */
const glow = (d: string, accent: string): PictureNode =>
  node("path", {
    d,
    fill: "none",
    stroke: accent,
    "stroke-opacity": 0.32,
    "vector-effect": "non-scaling-stroke",
    style: { strokeWidth: em(0.65) },
  });

function dotOf(at: LonLat, frame: Frame): [x: number, y: number] {
  const [x, y] = shareOf(frame, at);
  return [x * frame.grid, y * gridHeight(frame)];
}

/**
 * Catmull-Rom through every point, as Bézier curves: a schematic line reads as drawn by hand, not as surveyed.
 */
function curvePath(dots: readonly [x: number, y: number][]): string {
  const text = (x: number, y: number) => `${Math.round(x)} ${Math.round(y)}`;
  return dots
    .map((to, index) => {
      const from = dots[index - 1];
      if (!from) return `M${text(...to)}`;
      if (dots.length === 2) return `L${text(...to)}`;
      const before = dots[index - 2] ?? from;
      const after = dots[index + 1] ?? to;
      const first = text(from[0] + (to[0] - before[0]) / 6, from[1] + (to[1] - before[1]) / 6);
      const second = text(to[0] - (after[0] - from[0]) / 6, to[1] - (after[1] - from[1]) / 6);
      return `C${first} ${second} ${text(...to)}`;
    })
    .join("");
}
