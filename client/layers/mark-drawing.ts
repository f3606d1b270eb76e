/**
 * Marks as a few painted paths on the 24 grid, from domain/look/marks.ts: the legend paints them as SVG,
 * the map on a canvas, so that both show the same mark.
 */
import type { ItemType } from "#domain/item.ts";
import type { LightChoice } from "#domain/light/light-state.ts";
import { DAM, GATE, LIGHT_SHAPE, markColor, markShape, WAVE } from "#domain/look/marks.ts";
import { PALETTE, type Theme } from "#domain/look/palette.ts";
import type { Stage } from "#domain/stage.ts";

export type Brush = {
  path: string;
  fill?: string;
  stroke?: string;
  width?: number;
  dash?: readonly number[];
  /** Its own edge lies under a stroke of the mark's and need not be smooth: smooth ones are dear in a long list. */
  hidden?: true;
  /** Uniform scale about a point of the grid. */
  scale?: { by: number; about: readonly [x: number, y: number] };
};

/** The grid with room for the halo: lowest x and y, and side. */
export const MARK_BOX = { from: -3, side: 30 } as const;

const circle = (x: number, y: number, r: number) =>
  `M${x - r} ${y}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0Z`;

const SIGNS = {
  dots: [circle(7.6, 12, 1.5), circle(12, 12, 1.5), circle(16.4, 12, 1.5)].join(""),
  bars: "M8.2 7.6H10.8V16.4H8.2ZM13.2 7.6H15.8V16.4H13.2Z",
  cross: "M8.4 8.4 15.6 15.6M15.6 8.4 8.4 15.6",
} as const;

/** Mark of an item: lozenge or sheet, filled from the foot as far as its stage goes. */
export function stageBrushes(type: ItemType, stage: Stage, theme: Theme): Brush[] {
  const { outline, fill, level, sign } = markShape(type, stage);
  const color = markColor(theme, level);
  const base = PALETTE[theme].markBase;
  const edge: Brush = { path: outline, stroke: color, width: 2.2 };
  return [
    { path: outline, fill: base, hidden: true },
    ...(fill === "" ? [] : [{ path: fill, fill: color, hidden: true as const }]),
    sign === null ? edge : { ...edge, dash: [3.6, 2.6] },
    ...(sign === null
      ? []
      : [
          sign === "cross"
            ? { path: SIGNS.cross, stroke: color, width: 2 }
            : { path: SIGNS[sign], fill: color },
        ]),
  ];
}

/** Page-coloured casing, 3 grid units wide, that sets a mark off from the fill beneath it. */
export function haloBrush(type: ItemType, theme: Theme): Brush {
  const { outline } = markShape(type, "planned");
  const color = PALETTE[theme].halo;
  return { path: outline, fill: color, stroke: color, width: 6 };
}

/** A light in a casing of its own; yellow alone is too pale to have an edge. */
export function lightBrushes(light: LightChoice, theme: Theme, scale?: Brush["scale"]): Brush[] {
  const { halo, ink, ink3, light: colors } = PALETTE[theme];
  const at = { path: LIGHT_SHAPE[light], ...(scale && { scale }) };
  return [
    { ...at, fill: halo, stroke: halo, width: 9 },
    light === "none"
      ? { ...at, stroke: ink3, width: 3 }
      : { ...at, fill: colors[light], ...(light === "yellow" && { stroke: ink, width: 1.8 }) },
  ];
}

export function portBrushes(theme: Theme): Brush[] {
  const { port, halo } = PALETTE[theme];
  return [
    {
      path: "M2-1H22A4 4 0 0 1 26 3V22A4 4 0 0 1 22 26H2A4 4 0 0 1-2 22V3A4 4 0 0 1 2-1Z",
      fill: port,
      stroke: halo,
      width: 2,
    },
    { path: GATE, fill: halo, scale: { by: 0.86, about: [12, 12.5] } },
  ];
}

export function minorPortBrushes(theme: Theme): Brush[] {
  const { port, halo } = PALETTE[theme];
  return [{ path: circle(12, 12, 6.5), fill: halo, stroke: port, width: 2.4 }];
}

export function hubBrushes(theme: Theme): Brush[] {
  const { hub, halo } = PALETTE[theme];
  return [
    { path: DAM, fill: halo, stroke: halo, width: 4 },
    { path: DAM, fill: hub },
    { path: WAVE, stroke: halo, width: 6 },
    { path: WAVE, stroke: hub, width: 2.6 },
  ];
}

/** Direction of flow, pointing to +x on a 20 grid. */
export const CHEVRON = "M7 4 14 10 7 16";
