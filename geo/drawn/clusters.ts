import type { LightChoice } from "#domain/light/light-state.ts";
import { markShape } from "#domain/look/marks.ts";
import type { MapFeatures } from "#domain/query.ts";
import { fromMercator, type LonLat, scaleOf, toMercator } from "../camera.ts";

type Point = MapFeatures["points"][number];
/** One mark, or a badge for several, over whole zoom levels: from `zmin`, up to but not including `zmax`. */
export type Cluster = { members: readonly Point[]; at: LonLat; zmin: number; zmax: number };

/** Zoom levels at which marks may merge. From the last one on, those of one and the same place spread out. */
export const FIRST_LEVEL = 2;
const SPREAD_LEVEL = 10;
export const LAST_LEVEL = 14;
/** Marks nearer than this cover each other beyond telling apart, px. */
const TOO_NEAR_PX = 16;
/** A level's marks are seen from z to z + 1: their distance is judged half way. */
const HALF_WAY = 0.5;

/**
 * Marks that collide stand as one, so that none is hidden; each level on its own, equal neighbours joined.
 * Same points in any order, same clusters.
 */
export function clusterPoints(points: readonly Point[]): Cluster[] {
  const sorted = points.toSorted((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
  const open = new Map<string, Cluster>();
  const done: Cluster[] = [];
  for (let level = FIRST_LEVEL; level < SPREAD_LEVEL; level++) {
    const now = new Map(groups(sorted, level).map((members) => [keyOf(members), members]));
    for (const [key, cluster] of open) {
      if (now.has(key)) continue;
      done.push({ ...cluster, zmax: level });
      open.delete(key);
    }
    for (const [key, members] of now) {
      const cluster = open.get(key);
      if (!cluster) open.set(key, { members, at: middle(members), zmin: level, zmax: level + 1 });
    }
  }
  const closed = [...open.values()].map((cluster) => ({ ...cluster, zmax: SPREAD_LEVEL }));
  return [...done, ...closed, ...spread(sorted)];
}

/** Those that stand at a zoom. */
export const clustersAt = <T extends Cluster>(clusters: readonly T[], zoom: number): T[] =>
  clusters.filter(({ zmin, zmax }) => zmin <= zoom && zoom < zmax);

/** Members by how far their marks are filled, 0 to 4, then those off the ladder: the parts of a badge's ring. */
export function clusterMix(members: readonly Point[]): number[] {
  const levels = members.map((point) => markShape(point.type, point.stage).level);
  return FILL_LEVELS.map((level) => levels.filter((one) => one === level).length);
}
export const FILL_LEVELS = [0, 1, 2, 3, 4, null] as const;

/** The worst light of the members; undefined where none has any. */
export const clusterLight = (members: readonly Pick<Point, "light">[]): LightChoice | undefined =>
  WORST_FIRST.find((one) => members.some(({ light }) => light === one));
const WORST_FIRST: readonly LightChoice[] = ["red", "yellow", "green", "none"];

const keyOf = (members: readonly Point[]) => members.map((point) => point.id).join(" ");

function groups(points: readonly Point[], level: number): Point[][] {
  const scale = scaleOf(level + HALF_WAY);
  const found: { members: Point[]; x: number; y: number }[] = [];
  for (const point of points) {
    const [x, y] = toMercator(point.at);
    const near = found.find((group) => Math.hypot(group.x - x, group.y - y) * scale < TOO_NEAR_PX);
    if (near) near.members.push(point);
    else found.push({ members: [point], x, y });
  }
  return found.map((group) => group.members);
}

function middle(members: readonly Point[]): LonLat {
  const mean = (axis: 0 | 1) => members.reduce((sum, { at }) => sum + at[axis], 0) / members.length;
  return [mean(0), mean(1)];
}

/** Level by level, marks of one place on a ring round it: they can be told apart and picked. */
function spread(points: readonly Point[]): Cluster[] {
  const places = groups(points, SPREAD_LEVEL);
  const alone = places.filter((members) => members.length === 1);
  const crowded = places.filter((members) => members.length > 1);
  const levels = Array.from({ length: LAST_LEVEL - SPREAD_LEVEL }, (_, index) => SPREAD_LEVEL + index);
  return [
    ...alone.flatMap((members) =>
      members.map((point) => ({ members: [point], at: point.at, zmin: SPREAD_LEVEL, zmax: LAST_LEVEL })),
    ),
    ...crowded.flatMap((members) =>
      levels.flatMap((level) =>
        members.map((point, index) => ({
          members: [point],
          at: onRing(middle(members), index / members.length, members.length, level),
          zmin: level,
          zmax: level + 1,
        })),
      ),
    ),
  ];
}

function onRing(at: LonLat, turn: number, count: number, level: number): LonLat {
  const radius =
    Math.max(TOO_NEAR_PX, (TOO_NEAR_PX * 1.4 * count) / (2 * Math.PI)) / scaleOf(level + HALF_WAY);
  const [x, y] = toMercator(at);
  return fromMercator([x + radius * Math.sin(turn * 2 * Math.PI), y - radius * Math.cos(turn * 2 * Math.PI)]);
}
