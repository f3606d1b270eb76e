/**
 * Marks on a 24-unit grid (VISUAL.md, Marks): shapes as data, drawn alike on screen, map and paper.
 * A project is a lozenge, paper a bookmark; both fill from the foot as the work gets on.
 */
import { type ItemType, LADDER_OF, nounOf } from "../item.ts";
import type { LightChoice } from "../light/light-state.ts";
import type { CorridorKind } from "../place.ts";
import { ladderSteps, type Stage, stepOf } from "../stage.ts";
import { PALETTE, type Theme } from "./palette.ts";

export const LOZENGE = "M12 1.5 22.5 12 12 22.5 1.5 12Z";
export const SHEET = "M4 2H20V22L12 17.2 4 22Z";
export const GATE =
  "M3 7.5C8 8.6 16 8.6 21 7.5L20 11H4ZM6 11H9V21H6ZM15 11H18V21H15ZM5 21H10V22.5H5ZM14 21H19V22.5H14ZM10.5 3.5H13.5V7H10.5Z";
export const DAM = "M2 4H22L17.5 15H6.5Z";
export const WAVE = "M1.5 20C4 17.6 6.5 17.6 9 20S14 22.4 16.5 20 20.5 17.8 22.5 20";

/** ● ▲ ■ ○: told by shape, and never by colour alone. */
export const LIGHT_SHAPE: Record<LightChoice, string> = {
  green: "M12 3a9 9 0 1 0 0 18a9 9 0 1 0 0 -18Z",
  yellow: "M12 2.5 22.5 21H1.5Z",
  red: "M3.5 3.5H20.5V20.5H3.5Z",
  none: "M12 4.5a7.5 7.5 0 1 0 0 15a7.5 7.5 0 1 0 0 -15Z",
};
/** A light stands over the right shoulder, scaled about a point of the grid; on a badge it leaves room for the number. */
export const LIGHT_ON = {
  mark: { by: 0.55, about: [27, -3] },
  badge: { by: 0.45, about: [27, -3] },
} as const;
export type LightOn = keyof typeof LIGHT_ON;

/** Fill of a lozenge or sheet at steps 0 to 4. */
const LOZENGE_FILL = [
  "",
  "M5.5 16H18.5L12 22.5Z",
  "M1.5 12H22.5L12 22.5Z",
  "M5.5 8H18.5L22.5 12 12 22.5 1.5 12Z",
  LOZENGE,
] as const;
const SHEET_FILL = [
  "",
  "M4 16.5H20V22L12 17.2 4 22Z",
  "M4 12H20V22L12 17.2 4 22Z",
  "M4 7H20V22L12 17.2 4 22Z",
  SHEET,
] as const;

const dot = (x: number) => `M${x - 1.5} 12a1.5 1.5 0 1 0 3 0a1.5 1.5 0 1 0-3 0`;
/** Paths of what stands in a mark off the ladder: the cross is drawn, the others are filled. */
export const SIGNS = {
  dots: [7.6, 12, 16.4].map(dot).join(""),
  bars: "M8.2 7.6h2.6v8.8H8.2zM13.2 7.6h2.6v8.8h-2.6z",
  cross: "M8.4 8.4 15.6 15.6M15.6 8.4 8.4 15.6",
} as const;

export type MarkShape = {
  /** Outline of the mark. */
  outline: string;
  /** Path filled from the foot; empty for the first step and off the ladder. */
  fill: string;
  /** 0 to 4, or null off the ladder. */
  level: number | null;
  /** What stands in the mark of an item that is off the ladder. */
  sign: "dots" | "bars" | "cross" | null;
};

/** Shape of an item's mark. Ladders of fewer than five steps spread over the five fills. */
export function markShape(type: ItemType, stage: Stage): MarkShape {
  const project = nounOf(type) === "project";
  const step = stepOf(LADDER_OF[type], stage);
  const last = ladderSteps(LADDER_OF[type]).length - 1;
  const level = step === null ? null : Math.round((step / last) * 4);
  const sign =
    stage === "suspended" ? "bars" : stage === "cancelled" ? "cross" : level === null ? "dots" : null;
  return {
    outline: project ? LOZENGE : SHEET,
    fill: level === null ? "" : ((project ? LOZENGE_FILL : SHEET_FILL)[level] ?? ""),
    level,
    sign,
  };
}

const LEVEL_STAGE = ["planned", "preparation", "approved", "construction", "completed"] as const;

/** Colour of a mark: the project stage of the same fill, or `unstated`. */
export function markColor(theme: Theme, level: number | null): string {
  const name = level === null ? "unstated" : (LEVEL_STAGE[level] ?? "unstated");
  return PALETTE[theme].stage[name];
}

/** Dash patterns of corridors, in units of the line's width (VISUAL.md, Map style). */
export const CORRIDOR_DASH = {
  uhv: [3.2, 1.3],
  gas: [4.2, 1.1, 0.9, 1.1],
  water: [2.2, 1.1],
  road: [2.4, 1],
  rail: [3, 3],
  belt: [1, 2],
} as const;
/** Of what later years built, whatever its kind: it is no line of the source (truth rule 6). */
const LATER_DASH = [0.8, 1.2] as const;

export const corridorDash = (kind: CorridorKind, later: boolean): readonly number[] =>
  later ? LATER_DASH : CORRIDOR_DASH[kind];

/** Outline of a region that is inferred for an item, in widths of its line (truth rule 3). */
export const INFERRED_DASH = [2.2, 1.6] as const;
