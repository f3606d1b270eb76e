import type { ItemType } from "#domain/item.ts";
import { GATE, markColor, markShape } from "#domain/look/marks.ts";
import type { Palette, Theme } from "#domain/look/palette.ts";
import type { Stage } from "#domain/stage.ts";
import { node, type PictureNode } from "./node.ts";

const dot = (x: number) => `M${x - 1.5} 12a1.5 1.5 0 1 0 3 0a1.5 1.5 0 1 0-3 0`;
const SIGNS = {
  dots: [7.6, 12, 16.4].map(dot).join(""),
  bars: "M8.2 7.6h2.6v8.8H8.2zM13.2 7.6h2.6v8.8h-2.6z",
  cross: "M8.4 8.4 15.6 15.6M15.6 8.4 8.4 15.6",
} as const;

/** Mark of an item on the 24 grid, with the casing that sets it off from the fill beneath. */
export function itemMark(type: ItemType, stage: Stage, theme: Theme, palette: Palette): PictureNode[] {
  const { outline, fill, level, sign } = markShape(type, stage);
  const color = markColor(theme, level);
  return [
    node("path", {
      d: outline,
      fill: palette.markBase,
      stroke: palette.casing,
      "stroke-width": 6.5,
      "stroke-linejoin": "round",
    }),
    ...(fill ? [node("path", { d: fill, fill: color })] : []),
    node("path", {
      d: outline,
      fill: "none",
      stroke: color,
      "stroke-width": 2.2,
      "stroke-dasharray": sign ? "3.6 2.6" : undefined,
    }),
    ...(sign === "cross"
      ? [node("path", { d: SIGNS.cross, stroke: color, "stroke-width": 2 })]
      : sign
        ? [node("path", { d: SIGNS[sign], fill: color })]
        : []),
  ];
}

/** Gate in a rounded square. */
export function portMark(palette: Palette): PictureNode[] {
  return [
    node("rect", {
      x: 0.5,
      y: 0.5,
      width: 23,
      height: 23,
      rx: 3.5,
      fill: palette.port,
      stroke: palette.halo,
      "stroke-width": 2,
    }),
    node("path", { d: GATE, fill: palette.halo, transform: "translate(2.6 2.6) scale(.783)" }),
  ];
}
