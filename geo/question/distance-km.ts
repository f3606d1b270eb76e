import { distance } from "@turf/distance";
import type { Position } from "geojson";

/** Great-circle distance of two lon-lat points on Turf's sphere, in km: within 0.6 % of the ellipsoid. */
export const distanceKm = (from: Position, to: Position): number =>
  distance([...from], [...to], { units: "kilometers" });
