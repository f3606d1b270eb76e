import { MM_PER_INCH, PAGE, type PageId, type Pixels } from "./page.ts";
import type { Box } from "./sheet.ts";

/** Frames of a page, mm. What stands in them is composed alike for all pages. */
export type Layout = {
  /** Of the type scale of A3 (VISUAL.md, Print). */
  type: number;
  css: Pixels;
  map: Box;
  /** Round map and panel. */
  frame: Box;
  /** Columns beside or below the map, filled one after the other; none: the map stands alone. */
  columns: readonly Box[];
  footer: Box;
  legend: "lower-right" | "upper-left" | "under-title";
  /** The title stands on the map, or as a caption beneath it. */
  caption: boolean;
};

type Plan = {
  type: number;
  margin: number;
  css: Pixels;
  /** Width of a panel to the right, or height of one below, from the map's edge to the frame's. */
  panel: { at: "right" | "below"; extent: number; columns: number } | null;
  /** Between the panel's edge and its columns, mm. */
  gap: number;
  footer: number;
  legend: Layout["legend"];
};

/** At 150 and 300 dpi the CSS sizes give whole pixels: 16ths at 96 to the inch, quarters at 120, thirds at 72. */
const PLANS: Record<PageId, Plan> = {
  a3: {
    type: 1,
    margin: 12,
    css: { width: 1168, height: 976 },
    panel: { at: "right", extent: 86.97, columns: 1 },
    gap: 7,
    footer: 13,
    legend: "lower-right",
  },
  "a3-portrait": {
    type: 1.08,
    margin: 12,
    css: { width: 1024, height: 816 },
    panel: { at: "below", extent: 163, columns: 2 },
    gap: 8,
    footer: 13,
    legend: "under-title",
  },
  a4: {
    type: 0.74,
    margin: 9,
    css: { width: 800, height: 672 },
    panel: { at: "right", extent: 67.3, columns: 1 },
    gap: 5,
    footer: 11,
    legend: "lower-right",
  },
  "a4-portrait": {
    type: 0.76,
    margin: 9,
    css: { width: 720, height: 560 },
    panel: { at: "below", extent: 115, columns: 2 },
    gap: 6,
    footer: 11,
    legend: "under-title",
  },
  slide: {
    type: 0.84,
    margin: 7,
    css: { width: 896, height: 640 },
    panel: { at: "right", extent: 85.6, columns: 1 },
    gap: 6,
    footer: 11,
    legend: "under-title",
  },
  screen: {
    type: 1.26,
    margin: 10.5,
    css: { width: 1008, height: 720 },
    panel: { at: "right", extent: 128.4, columns: 1 },
    gap: 9,
    footer: 16,
    legend: "under-title",
  },
  figure: {
    type: 0.7,
    margin: 0.1,
    css: { width: 736, height: 508 },
    panel: null,
    gap: 0,
    footer: 24,
    legend: "upper-left",
  },
};

export function layoutOf(page: PageId): Layout {
  const { type, margin, css, panel, gap, footer, legend } = PLANS[page];
  const { width: pageWidth, cssPerInch } = PAGE[page];
  const mm = (px: number) => (px / cssPerInch) * MM_PER_INCH;
  const [width, height] = [mm(css.width), mm(css.height)];
  const right = panel?.at === "right" ? panel.extent : 0;
  const below = panel?.at === "below" ? panel.extent : 0;
  const x = (pageWidth - width - right) / 2;
  const map = { x, y: margin, width, height };
  const frame = { x, y: margin, width: width + right, height: height + below };
  return {
    type,
    css,
    map,
    frame,
    columns: panel === null ? [] : columnsOf(panel, map, gap),
    footer: { x, y: frame.y + frame.height, width: frame.width, height: footer },
    legend,
    caption: panel === null,
  };
}

function columnsOf({ at, extent, columns }: NonNullable<Plan["panel"]>, map: Box, gap: number): Box[] {
  const area =
    at === "right"
      ? { x: map.x + map.width + gap, y: map.y + gap, width: extent - 2 * gap, height: map.height - 2 * gap }
      : { x: map.x + gap, y: map.y + map.height + gap, width: map.width - 2 * gap, height: extent - 2 * gap };
  const width = (area.width - (columns - 1) * 2 * gap) / columns;
  return Array.from({ length: columns }, (_, index) => ({
    ...area,
    x: area.x + index * (width + 2 * gap),
    width,
  }));
}

/** Room that a fit leaves at each edge of the map, mm: for the title above, legend and scale beside it. */
export function fitRoom(
  { type: k, map, legend }: Layout,
  whole: boolean,
): { top: number; right: number; bottom: number; left: number } {
  // The whole region's diagonal leaves the corners to title, legend and scale.
  if (whole)
    return { top: 6 * k, right: 8 * k, bottom: (legend === "lower-right" ? 8 : 16) * k, left: 8 * k };
  const card = Math.min(90 * k, map.width * 0.36);
  if (legend === "lower-right") return { top: 56 * k, right: card, bottom: 26 * k, left: 14 * k };
  return { top: (legend === "under-title" ? 56 : 10) * k, right: 16 * k, bottom: 26 * k, left: card };
}
