import type { Focus } from "../layers/focus.ts";
import type { Hovered, MapProps } from "./map-props.ts";

/**
 * The items that the map brings out. Its own pointer comes before the one in the lists. What it has marked anyway stands
 * behind what is pointed at.
 */
export function focusOf(
  { view, hovered, pickedRegions, marked }: Pick<MapProps, "view" | "hovered" | "pickedRegions" | "marked">,
  pointed: Hovered,
): Focus {
  const at = pointed ?? hovered;
  const items = at?.kind === "item" ? [{ id: at.id, regions: at.regions ?? [] }] : [];
  const picked = view.item === null ? [] : [{ id: view.item, regions: pickedRegions }];
  return marked ? { pointed: marked, picked: [...picked, ...items] } : { pointed: items, picked };
}
