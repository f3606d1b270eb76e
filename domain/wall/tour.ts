import type { CorridorKind } from "../place.ts";
import type { MapFeatures, RegionProgress, Summary } from "../query.ts";
import type { Region } from "../region.ts";
import { allScenes, type Scene, sceneOf, WHOLE } from "./scene.ts";

/** A scene and how long it stands, in whole seconds. */
export type Stop = { scene: Scene; seconds: number };

/** The whole is read as a page, a part of it as a paragraph. */
const SECONDS = { whole: 30, papers: 20, unstated: 20, region: 14, port: 14, corridor: 14 } as const;
export const STOP_SECONDS = { min: 5, max: 600 } as const;
const MAX_STOPS = 100;

export const defaultSeconds = ({ kind }: Scene): number => SECONDS[kind];

export const defaultTour = (regions: readonly Region[]): Stop[] =>
  allScenes(regions).map((scene) => ({ scene, seconds: defaultSeconds(scene) }));

/**
 * `whole:40,region-150700`: scenes in their order, seconds where they are not the scene's own. What names no scene
 * drops out; a list of which nothing is left is none.
 */
export function parseTour(text: string | null): Stop[] | null {
  const stops = (text ?? "").split(",").flatMap((word): Stop[] => {
    const [id = "", seconds = ""] = word.split(":");
    const scene = sceneOf(id);
    return scene ? [{ scene, seconds: secondsOf(seconds, scene) }] : [];
  });
  return stops.length > 0 ? stops.slice(0, MAX_STOPS) : null;
}

function secondsOf(text: string, scene: Scene): number {
  if (!/^\d{1,4}$/.test(text)) return defaultSeconds(scene);
  return Math.min(STOP_SECONDS.max, Math.max(STOP_SECONDS.min, Number(text)));
}

export const formatTour = (stops: readonly Stop[]): string =>
  stops
    .map(({ scene, seconds }) => (seconds === defaultSeconds(scene) ? scene.id : `${scene.id}:${seconds}`))
    .join(",");

/** What the ledger holds, as far as it decides whether a scene has anything to say. */
export type Said = {
  reporting: readonly Pick<RegionProgress, "code" | "n">[];
  county: readonly Pick<RegionProgress, "code" | "n">[];
  corridors: readonly Pick<MapFeatures["corridors"][number], "kind" | "group">[];
  counts: Pick<Summary["counts"], "policies" | "stages">;
};

/** True where the ledger knows something of what the scene is about; the whole always stands. */
export function hasAnythingToSay(scene: Scene, { reporting, county, corridors, counts }: Said): boolean {
  switch (scene.kind) {
    case "whole":
      return true;
    case "papers":
      return counts.policies > 0;
    case "unstated":
      return (counts.stages.unstated ?? 0) > 0;
    case "corridor":
      return isDrawn(scene.corridor, corridors);
    default:
      return [...reporting, ...county].some(({ code, n }) => code === scene.code && n > 0);
  }
}

/** The belt is an axis of a plan, no line that is built: the map draws it only when asked for. */
const isDrawn = (kind: CorridorKind, corridors: Said["corridors"]): boolean =>
  kind !== "belt" && corridors.some((one) => one.kind === kind && one.group === "seed");

/** The stops of a round: those with nothing to say are skipped, and the round is never empty. */
export function stopsOf(tour: readonly Stop[], said: Said): Stop[] {
  const kept = tour.filter(({ scene }) => hasAnythingToSay(scene, said));
  if (kept.length > 0) return kept;
  return [{ scene: WHOLE, seconds: defaultSeconds(WHOLE) }];
}
