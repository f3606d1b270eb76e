import { FIT_ZOOM, WORLD_PX } from "../camera.ts";
import { MINOR_PORTS_FROM } from "../drawn/ports.ts";
import { COUNTY_ZOOM, LEADER_ZOOM, POINT_ZOOM } from "./around.ts";
import { placedAnew } from "./em.ts";
import { type Fit, type Frame, widthAt } from "./frame.ts";
import { node, type PictureNode, rounded } from "./node.ts";

/** Widths of the frame, px: from the first up to the second; `on`: of those, on the screens that a class stands for. */
export type Range = { from: number; to: number; on?: string };
/** A range over which a picture shows the same names and marks, and the frame they are placed for. */
export type Band = Range & { fit: Fit };

export const ALL: Range = { from: 0, to: Infinity };
/** Narrowest frame: in a phone held flat. A wider one than the last keeps its names, until the map is there. */
const FIRST_PX = 24;
const LAST_PX = 1400;
/** Where the map draws other names; its marks part at whole levels. */
const NAME_ZOOMS = [POINT_ZOOM, LEADER_ZOOM, COUNTY_ZOOM, MINOR_PORTS_FROM];
const LEVELS = Array.from({ length: Math.ceil(FIT_ZOOM.max) }, (_, level) => level);

/**
 * Narrowest first. One band where the frame's size is known. Else several, each placed for its narrowest width, of
 * which the nominal one is one: from there on everything moves apart, for names grow slower than the frame.
 */
export function bandsOf(frame: Frame, exact: boolean): Band[] {
  if (exact || frame.camera) return [{ ...ALL, fit: frame.nominal }];
  const least = Math.max(FIRST_PX, widthAt(frame, FIT_ZOOM.min));
  const last = Math.min(LAST_PX, widthAt(frame, FIT_ZOOM.max));
  const widths = [...placedAnew(frame.nominal.zoom), ...LEVELS, ...NAME_ZOOMS]
    .map((zoom) => widthAt(frame, zoom))
    .filter((width) => width > least && width < last);
  // Upwards: a band that begins with a zoom level must not be placed for the one before.
  const tenths = [least, ...widths].map((width) => Math.ceil(width * 10) / 10);
  const sorted = [...new Set(tenths)].sort((a, b) => a - b);
  return sorted.map((width, index) => ({
    from: index === 0 ? 0 : width,
    to: sorted[index + 1] ?? Infinity,
    fit: {
      x: 0,
      y: 0,
      width,
      height: (width * frame.height) / frame.width,
      zoom: Math.log2(width / (frame.width * WORLD_PX)),
    },
  }));
}

export type InRange<T> = { thing: T; range: Range };

/** Things of the bands with the ranges, as long as can be, that hold them. `key` tells which are the same. */
export function inRanges<T>(
  bands: readonly (Range & { things: readonly T[] })[],
  key: (thing: T) => string,
): InRange<T>[] {
  const found = new Map<string, { thing: T; ranges: Range[] }>();
  for (const { from, to, things } of bands) {
    for (const thing of things) {
      const name = key(thing);
      const known = found.get(name) ?? { thing, ranges: [] };
      const last = known.ranges.at(-1);
      if (last && last.to === from) last.to = to;
      else known.ranges.push({ from, to });
      found.set(name, known);
    }
  }
  return [...found.values()].flatMap(({ thing, ranges }) => ranges.map((range) => ({ thing, range })));
}

/** Drawn things, those of one range in a group that shows in it alone, by the page's `rangeRules`. */
export function drawnIn<T>(things: readonly InRange<T>[], draw: (thing: T) => PictureNode[]): PictureNode[] {
  const groups = Map.groupBy(things, ({ range }) => classOf(range));
  return [...groups].flatMap(([name, group]) => {
    const drawn = group.flatMap(({ thing }) => draw(thing));
    return name === "" || drawn.length === 0 ? drawn : [node("g", { class: name }, ...drawn)];
  });
}

/** Widths are whole tenths of a pixel (`bandsOf`): as such they name a class. */
const tenths = (width: number): number => Math.round(width * 10);
const classOf = ({ from, to, on }: Range): string =>
  [
    ...(from > 0 ? [`from-${tenths(from)}`] : []),
    ...(to < Infinity ? [`below-${tenths(to)}`] : []),
    ...(on === undefined ? [] : [on]),
  ].join(" ");

/** A screen's pixels fall on an edge itself, or farther from it than this. */
const JUST_BELOW_PX = 0.05;

/**
 * CSS that shows each group of `drawnIn` in its widths of frame, which is the nearest container, and takes it out of
 * the layout elsewhere: a window has a third of the names that a picture brings for all windows.
 */
export function rangeRules(ranges: readonly Range[]): string {
  const away = (query: string, name: string) => `@container (width${query}px){.${name}{display:none}}`;
  const edge = (width: number) => rounded(width - JUST_BELOW_PX, 2);
  const from = new Set(ranges.map((range) => range.from).filter((width) => width > 0));
  const below = new Set(ranges.map((range) => range.to).filter((width) => width < Infinity));
  return [
    ...[...from].map((width) => away(`<${edge(width)}`, `from-${tenths(width)}`)),
    ...[...below].map((width) => away(`>=${edge(width)}`, `below-${tenths(width)}`)),
  ].join("");
}
