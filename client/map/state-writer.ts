import type { Map as GlMap } from "maplibre-gl";
import { OUTLINE_STATE, outlinedRegions, outlineLayer } from "../layers/outline.ts";
import { type FillLayer, regionClasses } from "../layers/progress.ts";
import { ADMIN } from "../layers/scene.ts";
import { focusOf } from "./focus-of.ts";
import type { Hovered, MapContent } from "./map-props.ts";

type Flags = { cls?: number; hover?: boolean; outline?: number };
type Target = { source: string; sourceLayer: FillLayer; id: number };

const FILL_LAYERS: readonly FillLayer[] = ["league", "city", "county", "county2012"];

/**
 * Writes the regions' feature-state: class, and whether one is pointed at or outlined. It remembers what it
 * wrote, so that only differences are written and the map is never asked.
 */
export class StateWriter {
  readonly #map: GlMap;
  #written = new Map<string, { target: Target; flags: Flags }>();

  constructor(map: GlMap) {
    this.#map = map;
  }

  /** True where a region changed its class: the next frame shows new colours. */
  write(props: MapContent, pointed: Hovered): boolean {
    const wanted = wantedStates(props, pointed);
    const recoloured = [...wanted, ...this.#written].some(
      ([key]) => wanted.get(key)?.flags.cls !== this.#written.get(key)?.flags.cls,
    );
    for (const [key, { target }] of this.#written) {
      if (!wanted.has(key)) this.#map.removeFeatureState(target);
    }
    for (const [key, { target, flags }] of wanted) {
      const before = this.#written.get(key)?.flags;
      if (before && sameFlags(before, flags)) continue;
      if (before) {
        for (const flag of Object.keys(before)) {
          if (!(flag in flags)) this.#map.removeFeatureState(target, flag);
        }
      }
      this.#map.setFeatureState(target, flags);
    }
    this.#written = wanted;
    return recoloured;
  }
}

const sameFlags = (a: Flags, b: Flags) => a.cls === b.cls && a.hover === b.hover && a.outline === b.outline;

function wantedStates(props: MapContent, pointed: Hovered): Map<string, { target: Target; flags: Flags }> {
  const wanted = new Map<string, { target: Target; flags: Flags }>();
  const want = (target: Target, flags: Flags) => {
    const key = `${target.sourceLayer}/${target.id}`;
    wanted.set(key, { target, flags: { ...wanted.get(key)?.flags, ...flags } });
  };
  for (const { layer, code, cls } of regionClasses(props.view, props.progress)) {
    if (cls !== null) want({ source: ADMIN, sourceLayer: layer, id: Number(code) }, { cls });
  }
  const hovered = pointed ?? props.hovered;
  if (hovered?.kind === "region") {
    for (const sourceLayer of FILL_LAYERS) {
      want({ source: ADMIN, sourceLayer, id: Number(hovered.code) }, { hover: true });
    }
  }
  for (const [code, { strength, basis }] of outlinedRegions(props.view, props, focusOf(props, pointed))) {
    const sourceLayer = outlineLayer(code, props.view.layers);
    if (sourceLayer !== null)
      want({ source: ADMIN, sourceLayer, id: Number(code) }, { outline: OUTLINE_STATE[basis][strength] });
  }
  return wanted;
}
