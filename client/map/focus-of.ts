import type { Focus } from "../layers/focus.ts";
import type { Hovered, MapProps } from "./map-props.ts";

/** The items that the map brings out. Its own pointer comes before the one in the lists. */
export function focusOf(
  props: Pick<MapProps, "view" | "hovered" | "pickedRegions">,
  pointed: Hovered,
): Focus {
  const hovered = pointed ?? props.hovered;
  const { item } = props.view;
  return {
    pointed: hovered?.kind === "item" ? { id: hovered.id, regions: hovered.regions ?? [] } : null,
    picked: item === null ? null : { id: item, regions: props.pickedRegions },
  };
}
