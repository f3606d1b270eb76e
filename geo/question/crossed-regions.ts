import type { LineString, Position } from "geojson";
import { type Bbox, bboxesMeet } from "./bbox.ts";
import { distanceKm } from "./distance-km.ts";
import { type RegionIndex, regionAt } from "./region-at.ts";
import type { RegionShape } from "./region-shape.ts";

export type CrossedRegion = { code: string; km: number };

type Point = [number, number];

/**
 * The regions a line runs through, in the order it first enters them, with the km inside each (summed over all
 * visits). Segments are straight in longitude and latitude (RFC 7946); km are `distanceKm`'s, so that the sum over
 * a set that covers the whole line equals its `lengthKm`. A stretch along a shared border counts once, by
 * `regionAt`'s rule; a mere touch of a border counts as nothing.
 */
export function crossedRegions(index: RegionIndex, path: LineString): CrossedRegion[] {
  const km = new Map<string, number>();
  for (const [from, to] of segmentsOf(path.coordinates)) {
    for (const piece of piecesOf(index, from, to)) {
      if (piece.code !== null) km.set(piece.code, (km.get(piece.code) ?? 0) + piece.km);
    }
  }
  return [...km].map(([code, total]) => ({ code, km: total }));
}

/** Below this share of a segment, a piece is rounding. */
const LEAST_SHARE = 1e-12;

function piecesOf(index: RegionIndex, from: Point, to: Point): { code: string | null; km: number }[] {
  const box: Bbox = [
    Math.min(from[0], to[0]),
    Math.min(from[1], to[1]),
    Math.max(from[0], to[0]),
    Math.max(from[1], to[1]),
  ];
  const near = index.filter((region) => bboxesMeet(region.bbox, box));
  const cuts = [0, ...near.flatMap((region) => cutsAt(region, from, to, box)), 1].sort((a, b) => a - b);
  const at = (share: number): Point => [
    from[0] + (to[0] - from[0]) * share,
    from[1] + (to[1] - from[1]) * share,
  ];

  const pieces: { code: string | null; km: number }[] = [];
  let start = 0;
  for (const cut of cuts) {
    if (cut - start < LEAST_SHARE) continue;
    pieces.push({ code: regionAt(near, at((start + cut) / 2)), km: distanceKm(at(start), at(cut)) });
    start = cut;
  }
  // A straight piece on the map bulges from the great circle of the whole segment; scaling keeps lengths additive.
  const sum = pieces.reduce((total, piece) => total + piece.km, 0);
  const scale = distanceKm(from, to) / sum;
  return pieces.map((piece) => ({ ...piece, km: piece.km * scale }));
}

/** Where along from-to (0 to 1) the region's border is met. A cut too many only splits a piece in two. */
function cutsAt(region: RegionShape, from: Point, to: Point, box: Bbox): number[] {
  const cuts: number[] = [];
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  const add = (share: number) => {
    if (share > 0 && share < 1) cuts.push(share);
  };
  for (const [p, q] of edgesOf(region)) {
    if (!edgeMeets(p, q, box)) continue;
    const [ex, ey] = [q[0] - p[0], q[1] - p[1]];
    const [px, py] = [p[0] - from[0], p[1] - from[1]];
    const cross = dx * ey - dy * ex;
    if (cross !== 0) {
      add((px * ey - py * ex) / cross);
    } else {
      const square = dx * dx + dy * dy;
      add((px * dx + py * dy) / square);
      add(((px + ex) * dx + (py + ey) * dy) / square);
    }
  }
  return cuts;
}

const edgeMeets = (p: Point, q: Point, box: Bbox): boolean =>
  Math.min(p[0], q[0]) <= box[2] &&
  Math.max(p[0], q[0]) >= box[0] &&
  Math.min(p[1], q[1]) <= box[3] &&
  Math.max(p[1], q[1]) >= box[1];

function* edgesOf({ geometry }: RegionShape): Generator<readonly [Point, Point]> {
  const polygons = geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates;
  for (const rings of polygons) for (const ring of rings) yield* segmentsOf(ring);
}

function* segmentsOf(positions: readonly Position[]): Generator<readonly [Point, Point]> {
  let before: Point | null = null;
  for (const [lon = Number.NaN, lat = Number.NaN] of positions) {
    const here: Point = [lon, lat];
    if (before !== null && (before[0] !== lon || before[1] !== lat)) yield [before, here];
    before = here;
  }
}
