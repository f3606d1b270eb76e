import type { ItemType } from "#domain/item.ts";
import type { LightChoice } from "#domain/light/light-state.ts";
import {
  DAM,
  GATE,
  LIGHT_ON,
  LIGHT_SHAPE,
  type LightOn,
  markColor,
  markShape,
  SIGNS,
  WAVE,
} from "#domain/look/marks.ts";
import type { Palette, Theme } from "#domain/look/palette.ts";
import type { Stage } from "#domain/stage.ts";
import { FILL_LEVELS } from "../drawn/clusters.ts";
import { node, type PictureNode, rounded } from "./node.ts";

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

/** A light on the 24 grid, in a casing of its own; yellow alone is too pale to have an edge. */
export function lightMark(light: LightChoice, { halo, ink, ink3, light: colors }: Palette): PictureNode[] {
  const d = LIGHT_SHAPE[light];
  return [
    node("path", { d, fill: halo, stroke: halo, "stroke-width": 9, "stroke-linejoin": "round" }),
    light === "none"
      ? node("path", { d, fill: "none", stroke: ink3, "stroke-width": 3 })
      : node("path", {
          d,
          fill: colors[light],
          ...(light === "yellow" ? { stroke: ink, "stroke-width": 1.8 } : {}),
        }),
  ];
}

/** The same on a mark, or on a badge for several; nothing without a light. */
export function lightOnMark(on: LightOn, light: LightChoice | undefined, palette: Palette): PictureNode[] {
  if (light === undefined) return [];
  const { by, about } = LIGHT_ON[on];
  const transform = `translate(${about.join(" ")}) scale(${by}) translate(${about.map((one) => -one).join(" ")})`;
  return [node("g", { transform }, ...lightMark(light, palette))];
}

/**
 * A badge for several items on the 24 grid: their number, in a ring with a part for each way their marks are filled.
 */
export function badgeMark(
  count: number,
  mix: readonly number[],
  theme: Theme,
  palette: Palette,
): PictureNode[] {
  // A circle's stroke begins at three o'clock; a turn back, it begins at the top.
  const around = 2 * Math.PI * RING;
  let from = 0;
  const parts = mix.flatMap((share, index) => {
    if (share === 0) return [];
    const length = (share / count) * around;
    const part = node("circle", {
      cx: 12,
      cy: 12,
      r: RING,
      fill: "none",
      stroke: markColor(theme, FILL_LEVELS[index] ?? null),
      "stroke-width": 2.2,
      "stroke-dasharray": `${rounded(length, 2)} ${rounded(around - length, 2)}`,
      "stroke-dashoffset": rounded(-from, 2),
      transform: "rotate(-90 12 12)",
    });
    from += length;
    return [part];
  });
  return [
    node("circle", { cx: 12, cy: 12, r: 11.6, fill: palette.halo }),
    node("circle", { cx: 12, cy: 12, r: 8.8, fill: palette.markBase }),
    ...parts,
    node(
      "text",
      {
        x: 12,
        y: 16.6,
        "text-anchor": "middle",
        "font-size": count > 99 ? 9 : 12.8,
        "font-weight": 600,
        fill: palette.ink,
        "pointer-events": "none",
      },
      String(count),
    ),
  ];
}
/** Radius of a badge's ring. */
const RING = 9.9;

/** A dam over a wave. */
export function hubMark({ hub, halo }: Palette): PictureNode[] {
  const wave = (stroke: string, width: number) =>
    node("path", { d: WAVE, fill: "none", stroke, "stroke-width": width, "stroke-linecap": "round" });
  return [
    node("path", { d: DAM, fill: halo, stroke: halo, "stroke-width": 4, "stroke-linejoin": "round" }),
    node("path", { d: DAM, fill: hub }),
    wave(halo, 6),
    wave(hub, 2.6),
  ];
}

export const minorPortMark = ({ port, halo }: Palette): PictureNode[] => [
  node("circle", { cx: 12, cy: 12, r: 6.5, fill: halo, stroke: port, "stroke-width": 2.4 }),
];

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
