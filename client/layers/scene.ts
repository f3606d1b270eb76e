import type { ExpressionSpecification, LayerSpecification } from "maplibre-gl";
import type { Palette, Theme } from "#domain/look/palette.ts";
import type { Language } from "#domain/look/words.ts";
import type { MapFeatures, RegionProgress } from "#domain/query.ts";
import type { Region } from "#domain/region.ts";
import type { LayerName, View } from "#domain/view.ts";
import type { Looking } from "#geo/camera.ts";
import { DETAIL_ZOOMS } from "#geo/tiles/layers.ts";
import type { LedgerFeature } from "./ledger-feature.ts";
import type { Outlined } from "./outline.ts";

/** What the map draws besides the geography: the part of MapProps that comes from the server. */
export type MapData = {
  regions: readonly Region[];
  progress: { reporting: readonly RegionProgress[]; county: readonly RegionProgress[] };
  features: MapFeatures;
};

/** All that a theme's layers may depend on. */
export type Scene = {
  view: View & Looking;
  theme: Theme;
  lang: Language;
  palette: Palette;
  on: ReadonlySet<LayerName>;
  data: MapData;
  focused: readonly LedgerFeature[];
  outlined: Outlined;
  /** Their layers are there and stay, whether or not a region is outlined now. */
  keepOutlines: boolean;
};

/** One map theme: its layers, bottom to top. Pure. */
export type ThemeLayers = (scene: Scene) => LayerSpecification[];

/** The sources that carry vectors or text: administrative tiles, and what the ledger and the page say. */
export const ADMIN = "admin";
export const LEDGER = "ledger";
/** What is pointed at and picked, once more: there only while something is. */
export const FOCUS = "focus";

/** Up to this zoom everything outside the region is one baked picture; nearer it is drawn from the detail tiles. */
export const GROUND_BAKED_TO: number = DETAIL_ZOOMS.min;

/** A width or size over zoom: exponential, so that it grows as the map does. Stops are zoom, value pairs. */
export function byZoom(...stops: (number | ExpressionSpecification)[]): ExpressionSpecification {
  return ["interpolate", ["exponential", 1.4], ["zoom"], ...stops] as ExpressionSpecification;
}

/** A value by a feature's own property. Every case is named; `otherwise` is for what the table leaves out. */
export function byProperty(
  property: string,
  cases: Readonly<Record<string, number | string | ExpressionSpecification>>,
  otherwise: number | string | ExpressionSpecification,
): ExpressionSpecification {
  return [
    "match",
    ["get", property],
    ...Object.entries(cases).flat(),
    otherwise,
  ] as unknown as ExpressionSpecification;
}

/** Features of the ledger source that one layer draws. */
export function drawnAs(...kinds: string[]): ExpressionSpecification {
  return ["match", ["get", "draw"], kinds, true, false];
}
