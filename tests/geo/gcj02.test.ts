import * as fc from "fast-check";
import { expect, test } from "vitest";
import { gcj02ToWgs84, type LonLat, wgs84ToGcj02 } from "#geo/gcj02.ts";
import { distanceKm } from "#geo/question/distance-km.ts";

/** Published pairs (test data of the eviltransform libraries): WGS 84, then GCJ-02. */
const PAIRS: [name: string, wgs84: LonLat, gcj02: LonLat][] = [
  ["Beijing", [116.377817, 39.911954], [116.38404722455657, 39.91334545536069]],
  ["Shanghai", [121.5272106, 31.1774276], [121.531541859215, 31.17530398364597]],
  ["Shenzhen", [113.912316, 22.543847], [113.9171764808363, 22.540796131694766]],
];

test.each(PAIRS)("%s is converted to within 20 m, both ways", (_name, wgs84, gcj02) => {
  expect(distanceKm(gcj02ToWgs84(gcj02), wgs84)).toBeLessThan(0.02);
  expect(distanceKm(wgs84ToGcj02(wgs84), gcj02)).toBeLessThan(0.02);
});

const inRegion = fc.tuple(
  fc.double({ min: 97, max: 127, noNaN: true }),
  fc.double({ min: 37, max: 54, noNaN: true }),
);

test("converting there and back returns the same point anywhere in the region", () => {
  fc.assert(
    fc.property(inRegion, (at) => {
      const [lon, lat] = gcj02ToWgs84(wgs84ToGcj02(at));
      expect(Math.abs(lon - at[0])).toBeLessThan(1e-9);
      expect(Math.abs(lat - at[1])).toBeLessThan(1e-9);
    }),
  );
});
