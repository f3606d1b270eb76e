import type { AdminTopology } from "../topology.ts";
import { type Frame, gridHeight, reachOf, shareOf } from "./frame.ts";

/** The objects of `geo/data/admin.lo.topo.json` that a picture is drawn from. */
export const OUTLINE_OBJECTS = ["counties", "leagues", "province", "neighbours", "lines"] as const;
export type OutlineObject = (typeof OUTLINE_OBJECTS)[number];

export type Shape = {
  /** GB/T 2260 code of an area, kind of a line. */
  id: string;
  /** SVG path on the frame's grid. */
  path: string;
};
export type Outline = Record<OutlineObject, readonly Shape[]>;
type Dot = readonly [x: number, y: number];
type Bounds = { left: number; top: number; right: number; bottom: number };
const NOWHERE: Bounds = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity };

/**
 * Areas and lines of the topology as SVG paths on the frame's grid; shared arcs are projected once.
 * What lies beyond the farthest edge of any window is left out.
 */
export function outlineOf(topology: AdminTopology, frame: Frame, wanted: readonly OutlineObject[]): Outline {
  const arcs = projectArcs(topology, frame);
  const reach = gridReach(frame);
  const outline: Record<OutlineObject, Shape[]> = {
    counties: [],
    leagues: [],
    province: [],
    neighbours: [],
    lines: [],
  };
  for (const name of wanted) {
    for (const geometry of topology.objects[name].geometries) {
      const runs: { arcs: number[]; closed: boolean }[] = [];
      if (geometry.type === "LineString") runs.push({ arcs: geometry.arcs, closed: false });
      else if (geometry.type === "MultiLineString")
        runs.push(...geometry.arcs.map((run) => ({ arcs: run, closed: false })));
      else if (geometry.type === "Polygon")
        runs.push(...geometry.arcs.map((run) => ({ arcs: run, closed: true })));
      else if (geometry.type === "MultiPolygon")
        runs.push(...geometry.arcs.flat().map((run) => ({ arcs: run, closed: true })));
      const path = runs
        .filter((run) => touches(boundsOf(run.arcs, arcs), reach))
        .map((run) => runPath(run.arcs, run.closed, arcs))
        .join("");
      const { properties } = geometry;
      const kind = properties && "kind" in properties ? properties.kind : "";
      if (path) outline[name].push({ id: String(geometry.id ?? kind), path });
    }
  }
  return outline;
}

function projectArcs(topology: AdminTopology, frame: Frame): { dots: Dot[]; bounds: Bounds }[] {
  const { scale, translate } = topology.transform ?? { scale: [1, 1], translate: [0, 0] };
  const height = gridHeight(frame);
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
      const last = dots.at(-1);
      if (last && last[0] === dot[0] && last[1] === dot[1]) continue;
      dots.push(dot);
      bounds.left = Math.min(bounds.left, dot[0]);
      bounds.right = Math.max(bounds.right, dot[0]);
      bounds.top = Math.min(bounds.top, dot[1]);
      bounds.bottom = Math.max(bounds.bottom, dot[1]);
    }
    return { dots, bounds };
  });
}

function gridReach(frame: Frame): Bounds {
  const { left, top, right, bottom } = reachOf(frame);
  const height = gridHeight(frame);
  return { left: left * frame.grid, top: top * height, right: right * frame.grid, bottom: bottom * height };
}

/** Of the whole run: a window deep inside a large area meets none of its arcs. */
function boundsOf(run: readonly number[], arcs: readonly { bounds: Bounds }[]): Bounds {
  const all = { ...NOWHERE };
  for (const index of run) {
    const bounds = arcs[index < 0 ? ~index : index]?.bounds ?? NOWHERE;
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

function runPath(run: readonly number[], closed: boolean, arcs: readonly { dots: Dot[] }[]): string {
  const dots: Dot[] = [];
  for (const index of run) {
    const arc = arcs[index < 0 ? ~index : index]?.dots ?? [];
    const walked = index < 0 ? [...arc].reverse() : arc;
    for (const dot of dots.length > 0 ? walked.slice(1) : walked) dots.push(dot);
  }
  return dotsPath(dots, closed);
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
