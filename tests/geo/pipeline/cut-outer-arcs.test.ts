import { feature } from "topojson-client";
import type { Topology } from "topojson-specification";
import { describe, expect, test } from "vitest";
import { adminLayers, isOurs, type Land } from "#geo/pipeline/admin-layers.ts";
import { cutOuterArcs } from "#geo/pipeline/cut-outer-arcs.ts";
import { areasOf } from "#geo/pipeline/topology-build.ts";

/**
 * Ours is a square of one county; a neighbour lies to its east and does not quite touch it between 43.2 and 43.8°N.
 * The outer arc of ours starts where the two part in the north, goes round by north, west and south, and ends where
 * they meet again; a second one is the rim of the gap.
 */
const topology = (): Topology => ({
  type: "Topology",
  arcs: [
    [
      [111, 44],
      [110, 44],
      [110, 43],
      [111, 43],
    ],
    [
      [111, 43],
      [111, 43.2],
    ],
    [
      [111, 43.2],
      [111, 43.8],
    ],
    [
      [111, 43.8],
      [111, 44],
    ],
    [
      [111, 43],
      [112, 43],
      [112, 44],
      [111, 44],
    ],
    [
      [111, 43.2],
      [111.01, 43.5],
      [111, 43.8],
    ],
  ],
  objects: {
    all: {
      type: "GeometryCollection",
      geometries: [
        {
          type: "Polygon",
          arcs: [[0, 1, 2, 3]],
          properties: { code: "152921", name: "阿拉善左旗", land: "152921" },
        },
        {
          type: "Polygon",
          arcs: [[4, ~3, ~5, ~1]],
          properties: { code: "640000", name: "宁夏回族自治区", land: "640000" },
        },
      ],
    },
  },
});
/** The national border runs along the north and the west; a neighbour without a shape lies south. */
const isNational = ([lon = 0, lat = 0]: number[]) => lon < 110.9 && lat > 43.1;

const linesOf = (level: Topology, provincial?: ReadonlySet<number>) => {
  const layers = adminLayers(level, areasOf<Land>(level, "all"), provincial);
  const whole = { ...level, objects: layers } as unknown as Topology<typeof layers>;
  return Object.fromEntries(
    feature(whole, layers.lines).features.map(({ properties, geometry }) => [
      properties.kind,
      geometry.type === "MultiLineString" ? geometry.coordinates : [],
    ]),
  );
};

describe("the outer border", () => {
  test("without a reference is national wherever nothing borders on it, the rim of a gap among it", () => {
    const lines = linesOf(topology());
    expect(lines.nation?.flat()).toContainEqual([111, 43.8]);
    expect(lines.prov?.flat()).toHaveLength(4);
  });

  test("by a reference is national only where that runs: arcs are cut there, and the rest is provincial", () => {
    const { topology: cut, provincial } = cutOuterArcs<Land>(topology(), isOurs, isNational);
    const lines = linesOf(cut, provincial);
    expect(lines.nation).toEqual([
      [
        [111, 44],
        [110, 44],
        [110, 43],
      ],
    ]);
    const province = (lines.prov ?? []).map((line) => JSON.stringify(line));
    expect(province).toContain(
      JSON.stringify([
        [110, 43],
        [111, 43],
      ]),
    );
    expect(province).toContain(
      JSON.stringify([
        [111, 43.2],
        [111, 43.8],
      ]),
    );
  });

  test("areas stay what they were when their arcs are cut", () => {
    const shapes = (level: Topology) => {
      const all = level.objects.all;
      if (all?.type !== "GeometryCollection") throw new Error("not a collection");
      return feature(level, all).features.map(({ geometry }) => geometry);
    };
    const { topology: cut } = cutOuterArcs<Land>(topology(), isOurs, isNational);
    expect(cut.arcs.length).toBeGreaterThan(topology().arcs.length);
    expect(shapes(cut)).toEqual(shapes(topology()));
  });

  test("nothing is cut where all of it is national, and the lines are the same to the byte", () => {
    const { topology: same, provincial } = cutOuterArcs<Land>(topology(), isOurs, () => true);
    expect(same.arcs).toEqual(topology().arcs);
    expect(JSON.stringify(linesOf(same, provincial))).toBe(JSON.stringify(linesOf(topology())));
  });
});
