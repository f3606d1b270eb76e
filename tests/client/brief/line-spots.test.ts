import { validateStyleMin } from "@maplibre/maplibre-gl-style-spec";
import { expect, test } from "vitest";
import { spotsAlong, withLineSpots } from "../../../client/brief/line-spots.ts";
import { withYieldingNames } from "../../../client/brief/yielding-names.ts";
import { LEDGER } from "../../../client/layers/scene.ts";
import { style } from "../../../client/layers/style.ts";
import { ASSETS, aMapData, aView } from "../layers/seed-scene.ts";

const PAGE = { width: 800, height: 600 };
const offsets = (spots: ReturnType<typeof spotsAlong>) => spots.filter((one) => typeof one !== "string");
const anchors = (spots: ReturnType<typeof spotsAlong>) => spots.filter((one) => typeof one === "string");

test("a name stands beside an upright line, the nearest place to its own first, never off the page", () => {
  const spots = spotsAlong(
    [
      [400, -300],
      [400, 900],
    ],
    [400, 300],
    12,
    PAGE,
  );
  expect(anchors(spots).slice(0, 2)).toEqual(["left", "right"]);
  const downs = offsets(spots).map(([, down]) => down * 12 + 300);
  expect(Math.abs((downs[0] ?? 0) - 300)).toBeLessThanOrEqual(24);
  expect(Math.min(...downs)).toBeGreaterThanOrEqual(0);
  expect(Math.max(...downs)).toBeLessThanOrEqual(600);
  const away = downs.slice(0, downs.length / 2).map((down) => Math.abs(down - 300));
  expect(away).toEqual(away.toSorted((a, b) => a - b));
});

test("above and below a flat line, and in the corners that a slanting one leaves free", () => {
  expect(
    anchors(
      spotsAlong(
        [
          [0, 300],
          [800, 320],
        ],
        [400, 310],
        12,
        PAGE,
      ),
    ).slice(0, 2),
  ).toEqual(["bottom", "top"]);
  const falling = spotsAlong(
    [
      [300, 200],
      [500, 400],
    ],
    [400, 300],
    12,
    PAGE,
  );
  expect(anchors(falling).slice(0, 2)).toEqual(["bottom-left", "top-right"]);
  const rising = spotsAlong(
    [
      [300, 400],
      [500, 200],
    ],
    [400, 300],
    12,
    PAGE,
  );
  expect(anchors(rising).slice(0, 2)).toEqual(["top-left", "bottom-right"]);
});

test("a line that the page does not show has no place for its name", () => {
  expect(
    spotsAlong(
      [
        [-500, 0],
        [-500, 600],
      ],
      [-500, 300],
      12,
      PAGE,
    ),
  ).toEqual([]);
});

test("of a page's style each line's name has places along it, and the style is valid", () => {
  const map = {
    project: ([lon, lat]: [number, number]) => ({ x: (lon - 97) * 28, y: (54 - lat) * 36 }),
    getZoom: () => 4.6,
  } as unknown as Parameters<typeof withLineSpots>[1];
  const look = withLineSpots(style(aView(), "light", "zh-CN", ASSETS, aMapData()), map, { css: PAGE });
  const source = look.sources[LEDGER];
  if (source?.type !== "geojson" || typeof source.data === "string") throw new Error("no ledger");
  if (source.data.type !== "FeatureCollection") throw new Error("no features");
  const names = source.data.features.filter(({ properties }) => properties?.draw === "corridor-name");
  expect(names.length).toBeGreaterThan(0);
  for (const { properties } of names) expect(properties?.spots.length).toBeGreaterThanOrEqual(4);
  expect(validateStyleMin(withYieldingNames(look))).toEqual([]);
});
