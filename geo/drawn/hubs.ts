import type { Region } from "#domain/region.ts";
import type { LonLat } from "../camera.ts";

/** Reach of a league's name and value about its anchor at overview, degrees. */
const NAME_REACH = 0.5;
/** From this whole zoom a name has room beside a hub. */
const ROOM_FROM = 5;

/** The zoom from which a hub is drawn: one that stands on a league's name would cover its value at overview. */
export function hubFrom(at: LonLat, regions: readonly Pick<Region, "level" | "anchor">[]): number {
  const covers = regions.some(
    ({ level, anchor }) =>
      level === "league" &&
      Math.abs(anchor[0] - at[0]) < NAME_REACH &&
      Math.abs(anchor[1] - at[1]) < NAME_REACH,
  );
  return covers ? ROOM_FROM : 0;
}
