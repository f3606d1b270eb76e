import { leagueOf, type Region } from "#domain/region.ts";
import type { Bbox, LonLat, Looking } from "../camera.ts";

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
  const drilled = afar ? regions.find(({ code }) => code === region) : undefined;
  if (drilled === undefined) return true;
  const [west, south, east, north] = drilled.bbox;
  const [x, y] = [(east - west) * EDGE, (north - south) * EDGE];
  return isIn([west + x, south + y, east - x, north - y], at);
}
