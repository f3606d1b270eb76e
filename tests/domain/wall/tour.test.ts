import fc from "fast-check";
import { expect, test } from "vitest";
import { formatWall, parseWall, type WallAddress } from "#domain/wall/address.ts";
import { allScenes, sceneAt, sceneOf, viewOf } from "#domain/wall/scene.ts";
import {
  defaultTour,
  formatTour,
  hasAnythingToSay,
  parseTour,
  type Said,
  stopsOf,
} from "#domain/wall/tour.ts";
import { readRegions } from "#geo/read.ts";

const regions = readRegions();
const scenes = allScenes(regions);

const stops = fc.array(
  fc.record({ scene: fc.constantFrom(...scenes), seconds: fc.integer({ min: 5, max: 600 }) }),
  { minLength: 1, maxLength: 40 },
);

test("a round holds the whole, each league, each port zone, each corridor theme, papers and what is stuck, once each", () => {
  const ids = scenes.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.filter((id) => id.startsWith("region-"))).toHaveLength(12);
  expect(ids).toEqual(
    expect.arrayContaining([
      "whole",
      "port-150781",
      "port-152501",
      "port-152923",
      "corridor-uhv",
      "papers",
      "unstated",
    ]),
  );
  for (const id of ids) expect(sceneOf(id)?.id).toBe(id);
});

test("a tour goes through its address and comes out the same", () => {
  fc.assert(
    fc.property(stops, (tour) => {
      expect(parseTour(formatTour(tour))).toEqual(tour);
    }),
  );
});

test("a wall's address says what it was made of", () => {
  const address = fc.record<WallAddress>({
    tour: fc.option(stops),
    seams: fc.option(
      fc.record({ columns: fc.integer({ min: 1, max: 8 }), rows: fc.integer({ min: 1, max: 2 }) }),
    ),
    scene: fc.option(fc.constantFrom(...scenes.map(({ id }) => id))),
    lang: fc.constantFrom(null, "zh-CN", "en"),
    theme: fc.constantFrom(null, "light", "dark"),
    asOf: fc.constantFrom(null, "2012-07"),
    hold: fc.constantFrom(null, 1, 10, 480),
    pace: fc.constantFrom(null, 0.25, 2, 200),
  });
  fc.assert(
    fc.property(address, (one) => {
      expect(parseWall(`?${formatWall(one)}`)).toEqual(one);
    }),
  );
});

test.each([
  ["?tour=nonsense,region-999999,port-150100", "tour"],
  ["?tour=", "tour"],
  ["?seams=9x9", "seams"],
  ["?seams=3", "seams"],
  ["?scene=region-1507", "scene"],
  ["?asof=2012-13", "asOf"],
  ["?pace=0", "pace"],
  ["?pace=1e9", "pace"],
  ["?hold=0", "hold"],
  ["?hold=1e3", "hold"],
  ["?theme=red", "theme"],
] as const)("what an address cannot mean drops out: %s", (search, key) => {
  expect(parseWall(search)[key]).toBeNull();
});

test("seconds out of bounds are brought within them, and what are none are the scene's own", () => {
  const seconds = (text: string) => parseTour(text)?.[0]?.seconds;
  expect([seconds("whole:1"), seconds("whole:9999"), seconds("whole:-3"), seconds("whole")]).toEqual([
    5, 600, 30, 30,
  ]);
});

test("a touch on a county shows its league, on a port zone the zone, on the whole the whole", () => {
  expect(sceneAt("150424").id).toBe("region-150400");
  expect(sceneAt("150781").id).toBe("port-150781");
  expect(sceneAt("150000").id).toBe("whole");
});

const NOTHING: Said = { reporting: [], county: [], corridors: [], counts: { policies: 0, stages: {} } };

test("scenes with nothing to say are skipped, and a round is never empty", () => {
  const round = stopsOf(defaultTour(regions), { ...NOTHING, reporting: [{ code: "150700", n: 3 }] });
  expect(round.map(({ scene }) => scene.id)).toEqual(["whole", "region-150700"]);
  expect(stopsOf(parseTour("papers") ?? [], NOTHING).map(({ scene }) => scene.id)).toEqual(["whole"]);
});

test("a corridor theme stands for the source's own lines alone", () => {
  const scene = sceneOf("corridor-uhv");
  const says = (group: "seed" | "later") =>
    scene && hasAnythingToSay(scene, { ...NOTHING, corridors: [{ kind: "uhv", group }] });
  expect([says("seed"), says("later")]).toEqual([true, false]);
});

test("a corridor's scene draws the lines of its theme and no other's", () => {
  const scene = sceneOf("corridor-gas");
  const { layers } = viewOf(scene ?? scenes[0] ?? { kind: "whole", id: "whole" });
  expect(
    ["uhv", "gas", "waterway", "road", "rail"].filter((layer) => (layers as string[]).includes(layer)),
  ).toEqual(["gas"]);
});
