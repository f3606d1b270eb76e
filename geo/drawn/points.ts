import { nounOf } from "#domain/item.ts";
import type { MapFeatures } from "#domain/query.ts";
import type { View } from "#domain/view.ts";

export type DrawnPoint = MapFeatures["points"][number];

/**
 * Points that the view draws: projects, and the item picked whatever it is (a policy that names a port lies
 * under the port's own mark). A child at its parent's place is its parent's mark: it counts once there too.
 */
export function shownPoints(view: Pick<View, "layers" | "item">, features: MapFeatures): DrawnPoint[] {
  const { points } = features;
  const marked = new Set(points.map((point) => `${point.item}/${point.place}`));
  return points.filter(({ item, place, type }) => {
    if (item === view.item) return true;
    const parent = parentOf(item);
    if (parent !== null && marked.has(`${parent}/${place}`)) return false;
    return view.layers.includes("projects") && nounOf(type) === "project";
  });
}

/** Ids nest by a last number: `S-1.4-10.1` is a child of `S-1.4-10`. */
function parentOf(item: string): string | null {
  const found = /^(S-[\d.]+-\d+)\.\d+$/.exec(item);
  return found?.[1] ?? null;
}
