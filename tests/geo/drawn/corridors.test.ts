import { expect, test } from "vitest";
import { labelPlace, lineLooks, shownCorridors, smoothPath } from "#geo/drawn/corridors.ts";
import { aCorridor, aView, EVERY_LAYER, NO_FEATURES } from "../../client/layers/seed-scene.ts";

const shown = (change: Parameters<typeof aView>[0], ...corridors: ReturnType<typeof aCorridor>[]) =>
  shownCorridors(aView(change), { ...NO_FEATURES, corridors }).map((corridor) => corridor.id);

test("a kind that is switched off is not drawn", () => {
  expect(shown({}, aCorridor())).toEqual(["c-yinchuo"]);
  expect(shown({ layers: ["uhv"] }, aCorridor())).toEqual([]);
});

test("later history is off unless asked for, even where its item is picked (truth rule 6)", () => {
  const later = aCorridor({ id: "c-later", kind: "uhv", group: "later", items: ["S-1.4-14"] });
  expect(shown({}, later)).toEqual([]);
  expect(shown({ item: "S-1.4-14" }, later)).toEqual([]);
  expect(shown({ layers: EVERY_LAYER }, later)).toEqual(["c-later"]);
});

test("the corridor of the item picked is drawn though its kind is off", () => {
  expect(shown({ layers: [], item: "S-1.3-06" }, aCorridor())).toEqual(["c-yinchuo"]);
});

test("what later years built has a look of its own beside the source's lines of its kind", () => {
  const of = (kind: "uhv" | "gas", group: "seed" | "later" | "guofa21") => aCorridor({ kind, group });
  expect(lineLooks([of("gas", "seed"), of("uhv", "later"), of("uhv", "seed"), of("uhv", "guofa21")])).toEqual(
    [
      { kind: "uhv", later: false },
      { kind: "uhv", later: true },
      { kind: "gas", later: false },
    ],
  );
});

test("smoothing keeps every point of the path, and its ends", () => {
  const path: [number, number][] = [
    [110, 40],
    [111, 41],
    [112, 40],
    [113, 41],
  ];
  const smooth = smoothPath(path);
  for (const point of path) expect(smooth).toContainEqual(point);
  expect([smooth[0], smooth.at(-1)]).toEqual([path[0], path.at(-1)]);
});

test("a label stands half way along a short line and near the start of a long one", () => {
  expect(
    labelPlace([
      [110, 40],
      [110, 41],
    ]).at,
  ).toEqual([110, 40.5]);
  const { at } = labelPlace([
    [117, 42],
    [117, 32],
  ]);
  expect(at[1]).toBeCloseTo(39.6, 6);
});

test("which way a line slants is that of the map, whichever end it begins at", () => {
  const slant = (...path: [number, number][]) => [
    labelPlace(path).slant,
    labelPlace(path.toReversed()).slant,
  ];
  expect(slant([110, 40], [110.2, 41])).toEqual(["upright", "upright"]);
  expect(slant([110, 40.5], [112, 40])).toEqual(["falling", "falling"]);
  expect(slant([110, 40], [112, 40.5])).toEqual(["rising", "rising"]);
});
