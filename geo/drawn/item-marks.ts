import type { MapFeatures } from "#domain/query.ts";
import type { Region } from "#domain/region.ts";
import type { View } from "#domain/view.ts";
import { fromMercator, type LonLat, type Looking, scaleOf, toMercator } from "../camera.ts";
import { emPx, HUB_RAISE_EM, MARK_EM } from "../picture/em.ts";
import { type Cluster, clusterPoints, clustersAt, FIRST_LEVEL, LAST_LEVEL } from "./clusters.ts";
import { hubFrom } from "./hubs.ts";
import { shownPoints } from "./points.ts";
import { MINOR_PORTS_FROM, majorPorts, minorPorts, type Ports } from "./ports.ts";

/** `opens`: first zoom level at which a badge falls apart; from `zmin` to `zmax` it only stands where it does. */
export type ItemMark = Cluster & { opens: number };
type Shown = Pick<View, "layers" | "item"> & Pick<Looking, "afar">;

/** Marks of items that the view draws: those that collide as one, and beside what is drawn over them. */
export function itemMarks(
  view: Shown,
  features: MapFeatures,
  regions: readonly Region[],
  ports: Ports,
): ItemMark[] {
  const clusters = clusterPoints(shownPoints(view, features));
  const leagues = regions.filter(({ level }) => level === "league");
  return besideObstacles(clusters, obstaclesOf(view, features, regions, ports), leagues);
}

/** A port or hub: its place, its radius and how far above its place it stands, em; from which whole zoom it is drawn. */
export type Obstacle = { at: LonLat; radius: number; raise: number; from: number };

function obstaclesOf(
  { layers, afar }: Shown,
  { hubs }: MapFeatures,
  regions: readonly Region[],
  ports: Ports,
): Obstacle[] {
  const port = (at: LonLat, radius: number, from: number) => ({ at, radius, raise: 0, from });
  return [
    ...(layers.includes("hubs")
      ? hubs.map(({ at }) => ({
          at,
          radius: MARK_EM.hub,
          raise: HUB_RAISE_EM,
          from: hubFrom(at, regions),
        }))
      : []),
    ...(layers.includes("ports")
      ? [
          ...majorPorts(ports).map(({ at }) => port(at, MARK_EM.port, 0)),
          ...(afar ? [] : minorPorts(ports).map(({ at }) => port(at, MARK_EM.minorPort, MINOR_PORTS_FROM))),
        ]
      : []),
  ];
}

/** Clear space between a mark and a port or hub, em. */
const GAP = 0.15;
/** Ports and hubs lie on borders: what is straight inland counts as so much nearer. */
const INLAND = 0.6;
/** Where a mark in the way may go, best first: how far, em, and at which angle to the way inland. */
const TRIES = Array.from({ length: 20 * 16 }, (_, index) => ({
  far: 0.1 * (1 + Math.floor(index / 16)),
  turn: ((index % 16) / 16) * 2 * Math.PI,
})).sort((a, b) => costOf(a) - costOf(b));

function costOf({ far, turn }: { far: number; turn: number }): number {
  return far * (1 - INLAND * Math.cos(turn));
}

/** In px of the whole world at a level. */
type Disc = { x: number; y: number; radius: number };

/**
 * A mark that a port or hub would cover stands beside it, so that none is hidden; each level on its own, as marks are
 * clustered, and judged where the level begins: there places lie closest. What lies free stays where it is.
 * A league's middle says on which side of the border a mark of it is to stand.
 */
export function besideObstacles(
  clusters: readonly Cluster[],
  obstacles: readonly Obstacle[],
  leagues: readonly League[],
): ItemMark[] {
  const parts = new Map(clusters.map((cluster): [Cluster, ItemMark[]] => [cluster, []]));
  for (let level = FIRST_LEVEL; level < LAST_LEVEL; level++) {
    for (const [cluster, at] of placesAt(level, clusters, obstacles, leagues)) {
      const known = parts.get(cluster) ?? [];
      const last = known.at(-1);
      if (last && last.at[0] === at[0] && last.at[1] === at[1]) last.zmax = level + 1;
      else known.push({ ...cluster, at, zmin: level, zmax: level + 1, opens: cluster.zmax });
    }
  }
  return [...parts.values()].flat();
}

function placesAt(
  level: number,
  clusters: readonly Cluster[],
  obstacles: readonly Obstacle[],
  leagues: readonly League[],
): Map<Cluster, LonLat> {
  const em = emPx(level);
  const scale = scaleOf(level);
  const disc = (at: LonLat, radius: number, raise = 0): Disc => {
    const [x, y] = toMercator(at);
    return { x: x * scale, y: y * scale - raise * em, radius: radius * em };
  };
  const blocked = obstacles
    .filter(({ from }) => from <= level)
    .map(({ at, radius, raise }) => disc(at, radius + GAP, raise));
  const standing = new Map(
    clustersAt(clusters, level).map((cluster) => [
      cluster,
      disc(cluster.at, cluster.members.length > 1 ? MARK_EM.badge : MARK_EM.item),
    ]),
  );
  const places = new Map<Cluster, LonLat>();
  for (const [cluster, own] of standing) {
    places.set(cluster, cluster.at);
    if (isFree(own, blocked)) continue;
    const others = [...standing].flatMap(([other, at]) => (other === cluster ? [] : [at]));
    const middle = disc(middleNear(cluster.at, leagues), 0);
    const free = around(own, middle, em).find((one) => isFree(one, blocked) && isFree(one, others));
    if (!free) continue;
    standing.set(cluster, free);
    places.set(cluster, fromMercator([free.x / scale, free.y / scale]));
  }
  return places;
}

const isFree = (mark: Disc, others: readonly Disc[]): boolean =>
  others.every(({ x, y, radius }) => Math.hypot(x - mark.x, y - mark.y) >= radius + mark.radius);

type League = Pick<Region, "anchor" | "bbox">;

/** The nearest middle of the leagues whose box holds the place; the place itself where none does. */
function middleNear(at: LonLat, leagues: readonly League[]): LonLat {
  const [lon, lat] = at;
  const away = ({ anchor }: League) => Math.hypot(anchor[0] - lon, anchor[1] - lat);
  const holding = leagues.filter(
    ({ bbox: [west, south, east, north] }) => west <= lon && lon <= east && south <= lat && lat <= north,
  );
  return holding.toSorted((a, b) => away(a) - away(b))[0]?.anchor ?? at;
}

function around(own: Disc, middle: Disc, em: number): Disc[] {
  const inland = Math.atan2(middle.y - own.y, middle.x - own.x);
  return TRIES.map(({ far, turn }) => ({
    x: own.x + far * em * Math.cos(inland + turn),
    y: own.y + far * em * Math.sin(inland + turn),
    radius: own.radius,
  }));
}
