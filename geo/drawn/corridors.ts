import { CORRIDOR_KINDS, type CorridorKind } from "#domain/place.ts";
import type { MapFeatures } from "#domain/query.ts";
import type { LayerName, View } from "#domain/view.ts";

export type DrawnCorridor = MapFeatures["corridors"][number];
type Position = [lon: number, lat: number];

/** The switch of each kind. The belt is an axis of a plan, no built line: it has none, and waits to be asked for. */
const SWITCH: Record<Exclude<CorridorKind, "belt">, LayerName> = {
  uhv: "uhv",
  gas: "gas",
  water: "waterway",
  road: "road",
  rail: "rail",
};

/** Corridors that the view draws: of the source by kind, later and related ones only in their own layer. */
export function shownCorridors(view: Pick<View, "layers" | "item">, features: MapFeatures): DrawnCorridor[] {
  const on = new Set<LayerName>(view.layers);
  return features.corridors.filter(({ kind, group, items }) => {
    if (view.item !== null && items.includes(view.item) && group !== "later") return true;
    if (group !== "seed" && !on.has(group)) return false;
    return kind === "belt" ? on.has("guofa21") : on.has(SWITCH[kind]);
  });
}

/** How a line is drawn: by its kind, and what later years built in a dash of its own (truth rule 6). */
export type LineLook = { kind: CorridorKind; later: boolean };

/** The looks of those corridors, each once: in the order of the kinds, the source's own before the later. */
export function lineLooks(corridors: readonly Pick<DrawnCorridor, "kind" | "group">[]): LineLook[] {
  return CORRIDOR_KINDS.flatMap((kind) =>
    [false, true]
      .filter((later) => corridors.some((one) => one.kind === kind && (one.group === "later") === later))
      .map((later) => ({ kind, later })),
  );
}

const STEPS_PER_LEG = 6;

/**
 * Catmull-Rom through every point of a path: a schematic line reads as drawn by hand, not as surveyed.
 * Ends stay where they are; a path of two points is returned as it is.
 */
export function smoothPath(path: readonly Position[]): Position[] {
  if (path.length < 3) return [...path];
  const last = path[path.length - 1] as Position;
  const curve = path.slice(0, -1).flatMap((from, index) => {
    const to = path[index + 1] as Position;
    const before = path[index - 1] ?? from;
    const after = path[index + 2] ?? to;
    return Array.from({ length: STEPS_PER_LEG }, (_, step): Position => {
      const t = step / STEPS_PER_LEG;
      return [spline(before[0], from[0], to[0], after[0], t), spline(before[1], from[1], to[1], after[1], t)];
    });
  });
  return [...curve, last];
}

function spline(before: number, from: number, to: number, after: number, t: number): number {
  const linear = to - before;
  const square = 2 * before - 5 * from + 4 * to - after;
  const cube = 3 * from - before - 3 * to + after;
  return 0.5 * (2 * from + linear * t + square * t * t + cube * t ** 3);
}

/** In degrees, latitude by latitude: the label of a long line stands near its start, in the region. */
const LABEL_FROM_START = 2.4;

/** How a line runs on the map where its name stands, northwards or eastwards: a name beside a slanting one lies on it. */
export type Slant = "upright" | "falling" | "rising";
export type LabelPlace = { at: Position; slant: Slant };

/** Steeper than this, as a slope, a line is clear of a name beside it. */
const UPRIGHT = 1.5;

function slantOf([lon, lat]: Position, to: Position): Slant {
  const east = to[0] - lon;
  const north = (to[1] - lat) / Math.cos((lat * Math.PI) / 180);
  if (Math.abs(north) >= UPRIGHT * Math.abs(east)) return "upright";
  return north * east < 0 ? "falling" : "rising";
}

/** Where the label of a path is anchored: half way, or 2.4° (some 250 km) from the start of a long one. */
export function labelPlace(path: readonly Position[]): LabelPlace {
  const lengths = path.slice(1).map((to, index) => {
    const from = path[index] as Position;
    const narrow = Math.cos((from[1] * Math.PI) / 180);
    return Math.hypot((to[0] - from[0]) * narrow, to[1] - from[1]);
  });
  let left = Math.min(LABEL_FROM_START, lengths.reduce((sum, one) => sum + one, 0) / 2);
  for (const [index, length] of lengths.entries()) {
    const from = path[index] as Position;
    const to = path[index + 1] as Position;
    if (length >= left && length > 0) {
      const t = left / length;
      const at: Position = [from[0] + (to[0] - from[0]) * t, from[1] + (to[1] - from[1]) * t];
      return { at, slant: slantOf(from, to) };
    }
    left -= length;
  }
  return { at: path[0] as Position, slant: "upright" };
}
