import type { FeatureCollection } from "geojson";
import type { StyleSpecification } from "maplibre-gl";
import { PALETTE, type Theme } from "#domain/look/palette.ts";
import type { Language } from "#domain/look/words.ts";
import type { Assets } from "#domain/page.ts";
import { cornersOf, GROUND_BBOX, RELIEF_BBOX } from "#geo/ground.ts";
import { DETAIL_BBOX, DETAIL_ZOOMS, OVERVIEW_ZOOMS } from "#geo/tiles/layers.ts";
import { type Focus, focusFeatures } from "./focus.ts";
import { THEMES_BOTTOM_TO_TOP } from "./index.ts";
import { ledgerData } from "./ledger-data.ts";
import type { LedgerFeature } from "./ledger-feature.ts";
import { outlinedRegions } from "./outline.ts";
import { ADMIN, FOCUS, LEDGER, type MapData, type Scene } from "./scene.ts";

/** Address by which the map asks for an administrative tile; client/map/tile-protocol.ts answers it. */
export const ADMIN_TILES = "onemap://admin/{z}/{x}/{y}";

const collection = (features: readonly LedgerFeature[]): FeatureCollection => ({
  type: "FeatureCollection",
  features: [...features],
});

/**
 * The whole map as data: what is on, in which look, from which sources. Same arguments, same style, so that
 * MapLibre's own diff changes no more than differs. Classes of regions and which of them are outlined are no part of it:
 * they are feature-state (progress.ts, outline.ts), so that a new measure recolours without new tiles.
 */
export function style(
  view: Scene["view"],
  theme: Theme,
  lang: Language,
  assets: Assets,
  data: MapData,
  focus: Focus = { pointed: [], picked: [] },
  keepOutlines = false,
): StyleSpecification {
  const focused = focusFeatures(view, data, focus);
  const outlined = outlinedRegions(view, data, focus);
  const on = new Set(view.layers);
  const scene: Scene = {
    view,
    theme,
    lang,
    palette: PALETTE[theme],
    on,
    data,
    focused,
    outlined,
    keepOutlines,
  };
  return {
    version: 8,
    // A fade would draw the map over and over: without a graphics card it took what it was to soften.
    transition: { duration: 0, delay: 0 },
    sources: {
      ground: { type: "image", url: assets.ground[theme], coordinates: cornersOf(GROUND_BBOX) },
      relief: { type: "image", url: assets.relief[theme], coordinates: cornersOf(RELIEF_BBOX) },
      [ADMIN]: {
        type: "vector",
        tiles: [ADMIN_TILES],
        minzoom: OVERVIEW_ZOOMS.min,
        maxzoom: DETAIL_ZOOMS.max,
        bounds: [...DETAIL_BBOX],
      },
      [LEDGER]: { type: "geojson", data: ledgerData(view, lang, data), tolerance: 0.2 },
      ...(focused.length > 0 ? { [FOCUS]: { type: "geojson", data: collection(focused) } } : {}),
    },
    layers: THEMES_BOTTOM_TO_TOP.flatMap((layers) => layers(scene)),
  };
}
