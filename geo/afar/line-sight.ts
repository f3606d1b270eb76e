import type { Region } from "#domain/region.ts";
import { type Bbox, type LonLat, widened } from "../camera.ts";
import type { DrawnCorridor } from "../drawn/corridors.ts";

/** A short line is not shown so near that nobody knows where it lies, in degrees. */
const LEAST = { lon: 2.2, lat: 2.6 };
/** Round the place of a league's name, in degrees: the name is seen whole. */
const NAME_ROOM = { lon: 0.9, lat: 0.4 };

/**
 * What is in sight of lines that a map shows for themselves: their whole length, and the names of the leagues at
 * their ends, as far as a league's box says. Undefined without a line.
 */
export function lineSight(
  paths: readonly DrawnCorridor["path"][],
  regions: readonly Region[],
): Bbox | undefined {
  const points = paths.flat();
  if (points.length === 0) return undefined;
  const ends = paths.flatMap((path) => [path[0], path.at(-1)]);
  const named = regions.filter(
    ({ level, bbox }) => level === "league" && ends.some((end) => end !== undefined && holds(bbox, end)),
  );
  const names = named.flatMap(({ anchor: [lon, lat] }): LonLat[] => [
    [lon - NAME_ROOM.lon, lat - NAME_ROOM.lat],
    [lon + NAME_ROOM.lon, lat + NAME_ROOM.lat],
  ]);
  return widened(boxOf([...points, ...names]), LEAST);
}

const holds = ([west, south, east, north]: Bbox, [lon, lat]: LonLat): boolean =>
  lon >= west && lon <= east && lat >= south && lat <= north;

function boxOf(points: readonly LonLat[]): Bbox {
  const [lons, lats] = [points.map(([lon]) => lon), points.map(([, lat]) => lat)];
  return [Math.min(...lons), Math.min(...lats), Math.max(...lons), Math.max(...lats)];
}
