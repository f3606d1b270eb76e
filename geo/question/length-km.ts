import { length } from "@turf/length";
import type { LineString, MultiLineString } from "geojson";

/** Great-circle length on Turf's sphere, in km: within 0.6 % of the ellipsoid. Repeated points add 0. */
export const lengthKm = (path: LineString | MultiLineString): number =>
  length({ type: "Feature", properties: null, geometry: path }, { units: "kilometers" });
