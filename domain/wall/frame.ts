import type { Seams } from "./address.ts";

/** Into how many parts a screen is divided by its shape: three thirds, four quarters, or not at all. */
export type Parts = 1 | 3 | 4;

/** How much of the wall the panels take beside the map: most where a list stands beside a part of the region. */
export type WallRoom = "whole" | "mid" | "part";
/** Round what the map shows, in u: the panels cover the rest. */
type Room = { top: number; right: number; bottom: number; left: number };
/**
 * The wall's frame on one shape of screen. One unit, u, is 1/1080 of the height of a 16:9 window: every length is a
 * number of them, so each size of screen is laid out anew and none is a picture of another, scaled.
 */
type Frame = {
  /** When it holds. */
  media: string;
  /** The screen that it is made for, in u. */
  size: { width: number; height: number };
  /** What the panels have on either side of the map's box: a part of the width, less so many u; null: none of it. */
  beside: { parts: number; less: number } | null;
  rooms: Record<WallRoom, Room>;
};

/** Wider than 16:9 by this much a screen is built of four tiles by two, such as 7680 × 2160. */
const FOUR_FROM = 2.6;
/** From here of three in a row, such as 5760 × 1080. */
const THREE_FROM = 4.4;

/**
 * Units for one of the map's own pixels: its names, marks and lines are made for a reader at arm's length, and these
 * are six metres away.
 */
export const MAP_SCALE = 2.2;
/** Height of the source's line beneath the map, u. */
export const STRIP_U = 64;

const THIRDS: Room = { top: 90, right: 240, bottom: 60, left: 240 };
const QUARTERS: Room = { top: 90, right: 200, bottom: 60, left: 200 };

export const WALL_FRAMES: Record<Parts, Frame> = {
  1: {
    media: "(max-aspect-ratio:2599/1000)",
    size: { width: 1920, height: 1080 },
    beside: null,
    rooms: {
      whole: { top: 76, right: 584, bottom: 40, left: 64 },
      mid: { top: 150, right: 584, bottom: 30, left: 170 },
      part: { top: 110, right: 600, bottom: 70, left: 790 },
    },
  },
  4: {
    media: "(min-aspect-ratio:26/10) and (max-aspect-ratio:4399/1000)",
    size: { width: 3840, height: 1080 },
    beside: { parts: 4, less: 20 },
    rooms: { whole: QUARTERS, mid: QUARTERS, part: QUARTERS },
  },
  3: {
    media: "(min-aspect-ratio:44/10)",
    size: { width: 5760, height: 1080 },
    beside: { parts: 3, less: 60 },
    rooms: { whole: THIRDS, mid: THIRDS, part: THIRDS },
  },
};

/** Of a screen's width by its height. */
export const partsOf = (shape: number): Parts => (shape >= THREE_FROM ? 3 : shape >= FOUR_FROM ? 4 : 1);

/** The tiles that a screen of so many parts has most likely, where its address names none. */
export const seamsOf = (parts: Parts): Seams => ({ columns: parts, rows: parts === 4 ? 2 : 1 });

/** Width of what the panels have on either side of the map's box, u. */
export const besideU = ({ beside, size }: Frame): number =>
  beside === null ? 0 : size.width / beside.parts - beside.less;

/** Where the seams run across a box of a screen, from the box's upper left, in the units of both. */
export function seamsIn(
  { columns, rows }: Seams,
  screen: { width: number; height: number },
  box: { left: number; top: number },
): { x: number[]; y: number[] } {
  const between = (parts: number, length: number) =>
    Array.from({ length: parts - 1 }, (_, at) => ((at + 1) * length) / parts);
  return {
    x: between(columns, screen.width).map((x) => x - box.left),
    y: between(rows, screen.height).map((y) => y - box.top),
  };
}
