import { useEffect, useMemo } from "react";
import { sceneOf } from "#domain/wall/scene.ts";
import { type Stop, stopsOf } from "#domain/wall/tour.ts";
import { prefetchScene, type Whole } from "./use-scene.ts";

/** The stops of a round: of the tour those that have something to say, once that is known. */
export function useStops(tour: readonly Stop[], whole: Whole): readonly Stop[] {
  const reporting = whole.reporting.data;
  const county = whole.county.data;
  const corridors = whole.features.data?.corridors;
  const counts = whole.summary.data?.counts;
  return useMemo(
    () =>
      reporting && county && corridors && counts
        ? stopsOf(tour, { reporting, county, corridors, counts })
        : tour,
    [tour, reporting, county, corridors, counts],
  );
}

/** How long a scene stands, s. */
export const secondsOf = (stops: readonly Stop[], scene: string): number =>
  stops.find((stop) => stop.scene.id === scene)?.seconds ?? 10;

/** Sends for the scene after, once the one before it stands. */
export function useNext(stops: readonly Stop[], scene: string, month: string | null, rests: boolean): void {
  const at = stops.findIndex((stop) => stop.scene.id === scene);
  const next = stops[(at + 1) % stops.length]?.scene.id;
  useEffect(() => {
    const after = next === undefined ? null : sceneOf(next);
    if (rests && after) prefetchScene(after, month);
  }, [next, month, rests]);
}
