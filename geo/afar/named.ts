import { leagueOf, type Region } from "#domain/region.ts";
import type { Bbox, LonLat, Looking, NamesAfar } from "../camera.ts";
import { labelPlace } from "../drawn/corridors.ts";

type Seen = Pick<Looking, "region" | "afar" | "target">;

const isIn = ([west, south, east, north]: Bbox, [lon, lat]: LonLat): boolean =>
  lon >= west && lon <= east && lat >= south && lat <= north;

/**
 * Which names are read from afar, where panels would cut those at the edge: of a region drilled into its own, beside
 * a line those that it passes. Anywhere else all of them are.
 */
export function isLeagueNamed(
  { region, afar, target }: Seen,
  { code, anchor }: Pick<Region, "code" | "anchor">,
) {
  if (!afar) return true;
  return target ? isIn(target, anchor) : region === null || region === code;
}

/** The same of a port that lies in a league. */
export const isPortNamed = ({ region, afar, target }: Seen, league: string): boolean =>
  !afar || (!target && (region === null || leagueOf(region) === league));

/** Share of a region's sides nearer than which to its edge a name is cut, or is rather a neighbour's. */
const EDGE = 0.08;

/** The same of a line whose name would stand at a place. */
export function isLineNamed({ region, afar }: Seen, at: LonLat, regions: readonly Region[]): boolean {
  const drilled = afar && regions.find(({ code }) => code === region);
  if (!drilled) return true;
  const [west, south, east, north] = drilled.bbox;
  const [x, y] = [(east - west) * EDGE, (north - south) * EDGE];
  return isIn([west + x, south + y, east - x, north - y], at);
}

/** Of a line's name in the east of a region that is read from afar: on its right a panel stands. */
export const isNamedInward = ({ region, afar }: Seen, [lon]: LonLat, regions: readonly Region[]): boolean =>
  afar === true && regions.some(({ code, bbox: [west, , east] }) => code === region && 2 * lon > west + east);

/** All of it for a map; `labelPlace` is where a line's name stands of itself. */
export const namesAfar = (seen: Seen, regions: readonly Region[]): NamesAfar => ({
  league: (region) => isLeagueNamed(seen, region),
  port: (league) => isPortNamed(seen, league),
  line(path) {
    const place = labelPlace(path);
    if (!isLineNamed(seen, place.at, regions)) return null;
    if (place.slant === "upright") {
      return isNamedInward(seen, place.at, regions) ? { ...place, slant: "inward" } : place;
    }
    if (!seen.target) return place;
    // Of a line that is shown for itself: one that turns has its name at its eastern end, clear of all of it.
    return { at: path.reduce((east, one) => (one[0] > east[0] ? one : east)), slant: "upright" };
  },
});
