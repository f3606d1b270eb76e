import type { ItemRegion } from "#domain/item.ts";
import type { Theme } from "#domain/look/palette.ts";
import type { Language } from "#domain/look/words.ts";
import type { Assets } from "#domain/page.ts";
import type { MapFeatures, RegionProgress } from "#domain/query.ts";
import type { Region } from "#domain/region.ts";
import type { Camera, View } from "#domain/view.ts";
import type { Looking } from "#geo/camera.ts";
import type { FocusItem } from "../layers/focus.ts";

/** `picture`: the first picture stands; `complete`: MapLibre has drawn all of it; the last three keep the picture. */
export type MapState = "picture" | "loading" | "complete" | "webgl-missing" | "webgl-lost" | "broken";

/** `regions`: of an item in a list; one pointed at on the map is drawn there, and needs none. */
export type Hovered =
  | { kind: "region"; code: string }
  | { kind: "item"; id: string; regions?: readonly ItemRegion[] }
  | null;

/** What a map draws. */
export type MapContent = {
  view: View & Looking;
  theme: Theme;
  lang: Language;
  assets: Assets;
  regions: readonly Region[];
  progress: { reporting: readonly RegionProgress[]; county: readonly RegionProgress[] };
  features: MapFeatures;
  /** Of the item picked; empty while they are not known. */
  pickedRegions: readonly ItemRegion[];
  /** What the list or tree points at; the map's own hover stays in the map and is told by onHover. */
  hovered: Hovered;
  /** Items that stand out for as long as they are named, behind the one pointed at; a workbench has none. */
  marked?: readonly FocusItem[];
};

/** How a map stands on a wall. */
export type Stage = {
  /** Screen pixels for one of the map's: read from afar, everything on it is larger. */
  scale: number;
  /** The camera's way from one place to the next. */
  flightMs: number;
};

/** All a map needs, and all it may say. It holds no state of the view: the URL does. */
export type MapProps = MapContent & {
  stage?: Stage;
  /** Told as `aria-busy` is: false once all that was asked for is painted. */
  onBusy?: (busy: boolean) => void;
  /** The answers above are still those of the view before: what is drawn is not yet what was asked for. */
  awaited: boolean;
  onHover: (hovered: Hovered) => void;
  onPickRegion: (code: string) => void;
  onPickItem: (id: string) => void;
  /** After the reader moved the map by hand; null when the map fits its region again. */
  onCamera: (camera: Camera | null) => void;
  onState: (state: MapState) => void;
  /** A part of it did not come: what asks for it again. Null once nothing is missing. */
  onFailed: (again: (() => void) | null) => void;
};

const OF_VIEW = ["level", "measure", "region", "item", "barred"] as const;
const OF_PROPS = ["theme", "lang", "regions", "progress", "features", "pickedRegions"] as const;

/** True where the style itself differs, not only what is pointed at or where the camera stands. */
export const looksOther = (a: MapProps, b: MapProps): boolean =>
  OF_PROPS.some((one) => a[one] !== b[one]) ||
  OF_VIEW.some((one) => a.view[one] !== b.view[one]) ||
  a.view.layers.join() !== b.view.layers.join();
