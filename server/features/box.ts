import { booleanIntersects } from "@turf/boolean-intersects";
import type { Geometry } from "geojson";
import type { Box } from "#domain/features/features-query.ts";

/** Whether some of a geometry lies in a box or on its rim. */
export const touches = (geometry: Geometry, [west, south, east, north]: Box): boolean =>
  booleanIntersects(geometry, {
    type: "Polygon",
    coordinates: [
      [
        [west, south],
        [east, south],
        [east, north],
        [west, north],
        [west, south],
      ],
    ],
  });
