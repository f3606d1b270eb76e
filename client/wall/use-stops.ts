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

/** Between two scenes whose answers are sent for ahead, ms: the one that stands comes first. */
const EACH_MS = 400;

/** Sends for what every scene says, one after the other: a tour that goes on without its server has all of it. */
export function useEveryScene(
  stops: readonly Stop[],
  { month, lit, ready }: { month: string | null; lit: boolean; ready: boolean },
): void {
  const ids = stops.map(({ scene }) => scene.id).join();
  useEffect(() => {
    if (!ready) return;
    const rest = ids.split(",").flatMap((id) => sceneOf(id) ?? []);
    const timer = setInterval(() => {
      const scene = rest.shift();
      if (scene) prefetchScene(scene, month, lit);
      else clearInterval(timer);
    }, EACH_MS);
    return () => clearInterval(timer);
  }, [ids, month, lit, ready]);
}
