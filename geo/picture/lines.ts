import { INFERRED_DASH } from "#domain/look/marks.ts";
import { type Frame, percentOf } from "./frame.ts";
import type { Drawing } from "./input.ts";
import type { Label } from "./labels.ts";
import { node, type PictureNode, rounded } from "./node.ts";
import type { Outline } from "./outline.ts";

/** By league the county lines are no help at overview: they come in from zoom 4.8, as on the map. */
const lateOpacity = (zoom: number): number => (zoom < 4.8 ? 0 : Math.min(0.55, 0.15 + (zoom - 4.8) / 2));

/** Boundaries by rank, lightest first; widths in em of a league's name. */
export function boundaries(
  { palette, theme, view, on }: Drawing,
  frame: Frame,
  outline: Outline,
): PictureNode[] {
  const dark = theme === "dark";
  const { zoom } = frame.nominal;
  const byCounty = view.level === "county";
  const line = (kind: string, color: string, em: number, opacity = 1) => {
    const d = outline.lines
      .filter(({ id }) => id === kind)
      .map(({ path }) => path)
      .join("");
    if (d === "" || opacity <= 0) return [];
    return [
      node("path", {
        d,
        stroke: color,
        "stroke-opacity": opacity === 1 ? undefined : rounded(opacity, 2),
        "stroke-linecap": kind === "nation" ? "round" : undefined,
        "vector-effect": "non-scaling-stroke",
        style: { strokeWidth: `${em}em` },
      }),
    ];
  };
  const countyOpacity = byCounty ? (dark ? 0.6 : 0.75) : lateOpacity(zoom);
  return [
    ...(on.has("counties") || on.has("counties2012")
      ? line("county", palette.countyLine, byCounty ? 0.045 : 0.03, countyOpacity)
      : []),
    ...line("league", palette.leagueLine, dark ? 0.12 : 0.08, dark ? 1 : 0.8),
    ...(dark ? line("league", palette.leagueCore, 0.038, 0.75) : []),
    ...line("prov", palette.provinceLine, 0.105),
    ...line("nation", palette.nationLine, 0.16),
  ];
}

/** The region drilled into: accent on a halo. */
export function selection({ palette, view }: Drawing, outline: Outline): PictureNode[] {
  const shape = [...outline.leagues, ...outline.counties].find(({ id }) => id === view.region);
  return shape ? regionOutline(shape.path, palette.halo, palette.accent) : [];
}

/** A line round one region that stands out from any fill; in dashes where the region is only inferred (truth rule 3). */
export function regionOutline(path: string, halo: string, color: string, inferred = false): PictureNode[] {
  const stroke = (paint: string, width: number, dash?: string) =>
    node("path", {
      d: path,
      fill: "none",
      stroke: paint,
      "stroke-width": width,
      "stroke-dasharray": dash,
      "vector-effect": "non-scaling-stroke",
    });
  const dash = inferred ? INFERRED_DASH.map((part) => part * OUTLINE_PX).join(" ") : undefined;
  return [stroke(halo, 2 * OUTLINE_PX), stroke(color, OUTLINE_PX, dash)];
}

const OUTLINE_PX = 3;

/** Line from a small league to its name outside. */
export function leaderNode({ at, leader, color }: Label, frame: Frame): PictureNode[] {
  if (!leader) return [];
  const start = percentOf(frame, leader);
  const end = percentOf(frame, at);
  return [
    node("line", {
      x1: start.x,
      y1: start.y,
      x2: end.x,
      y2: end.y,
      stroke: color,
      "stroke-opacity": 0.75,
      "pointer-events": "none",
    }),
  ];
}
