import type { LayerSpecification } from "maplibre-gl";
import { expect, test } from "vitest";
import { layersInPlace } from "../../../client/map/layers-in-place.ts";

const fill = (id: string, opacity: number): LayerSpecification => ({
  id,
  type: "fill",
  source: "admin",
  paint: { "fill-opacity": opacity },
});

test("layers take their new paint where they stand; what comes and what goes waits", () => {
  const before = [fill("leagues", 1), fill("picked", 1), fill("counties", 0)];
  const now = [fill("chosen", 1), fill("leagues", 0), fill("counties", 1)];
  expect(layersInPlace(before, now)).toEqual([fill("leagues", 0), fill("picked", 1), fill("counties", 1)]);
});
