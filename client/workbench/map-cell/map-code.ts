import { lazy } from "react";
import type { MapView } from "../../map/map-view.tsx";

const fetched = async () => (await import("../../map/map-view.tsx")).MapView;
let here: typeof MapView | null = null;

/** Sends for the map's code, the longest way to the picture, before anything is there to show it. */
export async function prefetchMap(): Promise<void> {
  here = await fetched();
}

const LazyMapView = lazy(async () => ({ default: await fetched() }));

/** The map as a component: itself where its code is here, so that it stands in the page's first frame. */
export const mapView = (): typeof MapView | typeof LazyMapView => here ?? LazyMapView;
