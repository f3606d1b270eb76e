import type { AdminTopology, Detail } from "../topology.ts";
import { type Frame, gridHeight, gridUnits, reachOf, shareOf } from "./frame.ts";

/** The objects of an `AdminTopology` that a picture is drawn from. */
export const OUTLINE_OBJECTS = ["counties", "leagues", "province", "neighbours", "lines"] as const;
export type OutlineObject = (typeof OUTLINE_OBJECTS)[number];

/** Details of the boundaries that pictures are drawn from. */
export const OUTLINE_DETAILS = ["lo", "mid"] as const satisfies readonly Detail[];
export type OutlineDetail = (typeof OUTLINE_DETAILS)[number];

/**
 * The outline for a zoom: the map's own, within a pixel of its screen, but for a hundredth of its length at zoom 4
 * (`lo`) and 6.6 (`mid`), and for a tenth at 5.6 and 9; measured on the packaged boundaries.
 */
export const detailAt = (zoom: number): OutlineDetail => (zoom < 4.4 ? "lo" : "mid");

export type Shape = {
  /** GB/T 2260 code of an area, kind of a line. */
  id: string;
  /** SVG path on the frame's grid. */
  path: string;
};
export type Outline = Record<OutlineObject, readonly Shape[]>;
type Dot = readonly [x: number, y: number];
type Bounds = { left: number; top: number; right: number; bottom: number };
type Arc = { dots: readonly Dot[]; bounds: Bounds; seen: boolean };
const NOWHERE: Bounds = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity };
/** Steps of an outline shorter than this are not seen, px; longer ones where few windows reach. */
const LEAST_STEP_PX = { near: 0.6, far: 2.5 } as const;
/** Few windows show more than this beyond the frame, in shares of it. */
const NEAR = 0.75;

/**
 * Areas and lines of the topology as SVG paths on the frame's grid; shared arcs are projected once. What lies beyond
 * the farthest edge of any window is left out, and arcs beyond it are straight.
 */
export function outlineOf(topology: AdminTopology, frame: Frame, wanted: readonly OutlineObject[]): Outline {
  const reach = gridReach(frame);
  const arcs = projectArcs(topology, frame, reach);
  const outline: Record<OutlineObject, Shape[]> = {
    counties: [],
    leagues: [],
    province: [],
    neighbours: [],
    lines: [],
  };
  for (const name of wanted) {
    for (const geometry of topology.objects[name].geometries) {
      const rings: number[][] = [];
      const lines: number[][] = [];
      if (geometry.type === "LineString") lines.push(geometry.arcs);
      else if (geometry.type === "MultiLineString") lines.push(...geometry.arcs);
      else if (geometry.type === "Polygon") rings.push(...geometry.arcs);
      else if (geometry.type === "MultiPolygon") rings.push(...geometry.arcs.flat());
      const path = [
        ...rings
          .filter((ring) => touches(boundsOf(ring, arcs), reach))
          .map((ring) => dotsPath(joined(ring, arcs), true)),
        ...lines.flatMap((line) => seenPieces(line, arcs)).map((line) => dotsPath(joined(line, arcs), false)),
      ].join("");
      const { properties } = geometry;
      const kind = properties && "kind" in properties ? properties.kind : "";
      if (path) outline[name].push({ id: String(geometry.id ?? kind), path });
    }
  }
  return outline;
}

function projectArcs(topology: AdminTopology, frame: Frame, reach: Bounds): Arc[] {
  const { scale, translate } = topology.transform ?? { scale: [1, 1], translate: [0, 0] };
  const height = gridHeight(frame);
  const near = frame.camera
    ? reach
    : {
        left: -NEAR * frame.grid,
        top: -NEAR * height,
        right: (1 + NEAR) * frame.grid,
        bottom: (1 + NEAR) * height,
      };
  return topology.arcs.map((arc) => {
    const dots: Dot[] = [];
    const bounds = { ...NOWHERE };
    let x = 0;
    let y = 0;
    for (const [stepX = 0, stepY = 0] of arc) {
      x = topology.transform ? x + stepX : stepX;
      y = topology.transform ? y + stepY : stepY;
      const share = shareOf(frame, [x * scale[0] + translate[0], y * scale[1] + translate[1]]);
      const dot = [Math.round(share[0] * frame.grid), Math.round(share[1] * height)] as const;
      dots.push(dot);
      bounds.left = Math.min(bounds.left, dot[0]);
      bounds.right = Math.max(bounds.right, dot[0]);
      bounds.top = Math.min(bounds.top, dot[1]);
      bounds.bottom = Math.max(bounds.bottom, dot[1]);
    }
    const seen = touches(bounds, reach);
    const least = LEAST_STEP_PX[touches(bounds, near) ? "near" : "far"];
    // Unseen, it is straight between its ends: within the same bounds, and so as unseen as before.
    return { dots: thinned(dots, seen ? gridUnits(frame, least) : Infinity), bounds, seen };
  });
}

/** Without the dots that lie nearer than `least` to the one before. Both ends stand: other arcs begin there. */
function thinned(dots: readonly Dot[], least: number): Dot[] {
  const kept: Dot[] = [];
  for (const [index, dot] of dots.entries()) {
    const last = kept.at(-1);
    const stands =
      !last || index === dots.length - 1 || Math.hypot(dot[0] - last[0], dot[1] - last[1]) >= least;
    if (stands) kept.push(dot);
  }
  return kept;
}

function gridReach(frame: Frame): Bounds {
  const { left, top, right, bottom } = reachOf(frame);
  const height = gridHeight(frame);
  return { left: left * frame.grid, top: top * height, right: right * frame.grid, bottom: bottom * height };
}

const arcAt = (arcs: readonly Arc[], index: number): Arc =>
  arcs[index < 0 ? ~index : index] ?? { dots: [], bounds: NOWHERE, seen: false };

/** Of the whole ring: a window deep inside a large area meets none of its arcs. */
function boundsOf(ring: readonly number[], arcs: readonly Arc[]): Bounds {
  const all = { ...NOWHERE };
  for (const index of ring) {
    const { bounds } = arcAt(arcs, index);
    all.left = Math.min(all.left, bounds.left);
    all.right = Math.max(all.right, bounds.right);
    all.top = Math.min(all.top, bounds.top);
    all.bottom = Math.max(all.bottom, bounds.bottom);
  }
  return all;
}

const touches = (bounds: Bounds, reach: Bounds): boolean =>
  bounds.left <= reach.right &&
  bounds.right >= reach.left &&
  bounds.top <= reach.bottom &&
  bounds.bottom >= reach.top;

/** The pieces of a line that a window may show. */
function seenPieces(line: readonly number[], arcs: readonly Arc[]): number[][] {
  const pieces: number[][] = [[]];
  for (const index of line) {
    if (arcAt(arcs, index).seen) pieces.at(-1)?.push(index);
    else pieces.push([]);
  }
  return pieces.filter((piece) => piece.length > 0);
}

function joined(run: readonly number[], arcs: readonly Arc[]): Dot[] {
  const dots: Dot[] = [];
  for (const index of run) {
    const arc = arcAt(arcs, index).dots;
    const walked = index < 0 ? [...arc].reverse() : arc;
    for (const dot of dots.length > 0 ? walked.slice(1) : walked) dots.push(dot);
  }
  return dots;
}

/** Relative steps, no space before a minus: a third of the length of absolute coordinates. */
export function dotsPath(dots: readonly Dot[], closed: boolean): string {
  const [first, ...rest] = dots;
  if (!first) return "";
  const pair = ([x, y]: Dot) => `${x}${y < 0 ? "" : " "}${y}`;
  let path = `M${pair(first)}`;
  let [x, y] = first;
  let opened = false;
  const steps = closed ? rest.slice(0, -1) : rest;
  for (const dot of steps) {
    const step = [dot[0] - x, dot[1] - y] as const;
    path += opened ? (step[0] < 0 ? pair(step) : ` ${pair(step)}`) : `l${pair(step)}`;
    opened = true;
    [x, y] = dot;
  }
  return closed ? `${path}z` : path;
}
