import type { Position } from "geojson";
import { feature } from "topojson-client";
import { readTopology } from "#geo/read.ts";
import { writeJson } from "../write.ts";

/** Kilometres: distance of samples, width of the smoothing window (±1 σ), distance of kept points. */
const SAMPLE_KM = 2;
const SMOOTH_KM = 12;
const KEEP_KM = 6;
const KM_A_DEGREE = 111.32;
/** Lengths are true at this latitude, the region's middle; at its ends they are 8 % off, which a blur hides. */
const MIDDLE_LAT = 45.4;

/** `outline-smoothed.json`: the region's outer border, smoothed, for shadow and band: the true one frays when blurred. */
export function makeOutline(): void {
  const rings = outerRings().map((ring) => smoothed(resampled(ring.map(toKm))));
  const coordinates = rings.map((ring) => {
    const kept = ring.filter((_, index) => index % (KEEP_KM / SAMPLE_KM) === 0).map(toDegrees);
    const first = kept[0];
    if (!first) throw new Error("outline: a ring with no points");
    return [...kept, first];
  });
  writeJson("outline-smoothed.json", {
    type: "Feature",
    properties: {},
    geometry: { type: "MultiLineString", coordinates },
  });
}

function outerRings(): Position[][] {
  const topology = readTopology("hi");
  return feature(topology, topology.objects.province).features.flatMap(({ geometry }) => {
    if (geometry.type === "Polygon") return geometry.coordinates.slice(0, 1);
    if (geometry.type === "MultiPolygon") return geometry.coordinates.flatMap((rings) => rings.slice(0, 1));
    throw new Error(`outline: expected an area, found ${geometry.type}`);
  });
}

type Km = readonly [x: number, y: number];
const shrink = Math.cos((MIDDLE_LAT * Math.PI) / 180);
const toKm = ([lon = 0, lat = 0]: Position): Km => [lon * KM_A_DEGREE * shrink, lat * KM_A_DEGREE];
const toDegrees = ([x, y]: Km): Position => [round4(x / KM_A_DEGREE / shrink), round4(y / KM_A_DEGREE)];
const round4 = (value: number): number => Math.round(value * 1e4) / 1e4;

/** Points of equal distance along a closed ring. */
function resampled(ring: readonly Km[]): Km[] {
  const points: Km[] = [];
  let untilNext = 0;
  for (const [index, from] of ring.entries()) {
    const to = ring[index + 1];
    if (!to) break;
    const length = Math.hypot(to[0] - from[0], to[1] - from[1]);
    let along = untilNext;
    while (along < length) {
      const share = along / length;
      points.push([from[0] + (to[0] - from[0]) * share, from[1] + (to[1] - from[1]) * share]);
      along += SAMPLE_KM;
    }
    untilNext = along - length;
  }
  return points;
}

/** Gaussian mean along the ring. */
function smoothed(ring: readonly Km[]): Km[] {
  const sigma = SMOOTH_KM / 2 / SAMPLE_KM;
  const radius = Math.ceil(sigma * 3);
  return ring.map((_, index) => {
    let [x, y, total] = [0, 0, 0];
    for (let step = -radius; step <= radius; step++) {
      const point = ring[(index + step + ring.length) % ring.length];
      if (!point) continue;
      const weight = Math.exp(-(step ** 2) / (2 * sigma ** 2));
      x += point[0] * weight;
      y += point[1] * weight;
      total += weight;
    }
    return [x / total, y / total];
  });
}
