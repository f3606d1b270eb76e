import { describe, expect, test } from "vitest";
import { CAMERA_LIMITS, parseView } from "#domain/view.ts";
import { constrain } from "../../../client/map/map-options.ts";

describe("the map's camera", () => {
  test("stands wherever an address may put it, whatever the window's size", () => {
    for (const zoom of CAMERA_LIMITS.zoom) {
      for (const lat of CAMERA_LIMITS.lat) {
        for (const lon of CAMERA_LIMITS.lon) {
          const { camera } = parseView(`at=${zoom}/${lat}/${lon}`);
          expect(camera).not.toBeNull();
          const kept = constrain({ lng: lon, lat }, zoom);
          expect({ zoom: kept.zoom, lat: kept.center.lat, lon: kept.center.lng }).toEqual(camera);
        }
      }
    }
  });

  test("is kept from where no address can", () => {
    const kept = constrain({ lng: 179, lat: 3 }, 20);
    expect(parseView(`at=${kept.zoom}/${kept.center.lat}/${kept.center.lng}`).camera).not.toBeNull();
  });
});
