import type { LonLat } from "../camera.ts";
import type { Drawing } from "./input.ts";

const SWITCH = {
  uhv: "uhv",
  gas: "gas",
  water: "waterway",
  road: "road",
  rail: "rail",
  belt: "guofa21",
} as const;
type Corridor = NonNullable<Drawing["features"]>["corridors"][number];

/** Corridors that are switched on: of the source by kind, later and related ones by their own layer. */
export function shownCorridors({ features, on }: Drawing): Corridor[] {
  return (features?.corridors ?? []).filter(
    ({ kind, group }) => on.has(SWITCH[kind]) && (group === "seed" || on.has(group)),
  );
}

/** Half way along a short line; some 2.4° from the start of a long one, so that its name stands in the region. */
export function corridorLabelAt(path: readonly LonLat[]): LonLat | undefined {
  const legs = path.slice(1).map((to, index) => {
    const from = path[index] ?? to;
    return { from, to, length: Math.hypot((to[0] - from[0]) * 0.72, to[1] - from[1]) };
  });
  let left = Math.min(2.4, legs.reduce((sum, leg) => sum + leg.length, 0) / 2);
  for (const { from, to, length } of legs) {
    if (length >= left && length > 0) {
      const part = left / length;
      return [from[0] + (to[0] - from[0]) * part, from[1] + (to[1] - from[1]) * part];
    }
    left -= length;
  }
  return path[0];
}
