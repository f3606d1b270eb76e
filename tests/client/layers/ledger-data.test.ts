import { describe, expect, test } from "vitest";
import type { LayerName } from "#domain/view.ts";
import type { Looking } from "#geo/camera.ts";
import { focusFeatures } from "../../../client/layers/focus.ts";
import { leagueZooms } from "../../../client/layers/league-data.ts";
import { ledgerData } from "../../../client/layers/ledger-data.ts";
import { style } from "../../../client/layers/style.ts";
import { ASSETS, aCorridor, aMapData, aPoint, aRow, aView, EVERY_LAYER, NO_FEATURES } from "./seed-scene.ts";

const drawn = (
  kind: string,
  view: Parameters<typeof aView>[0] = {},
  data = aMapData(),
  lang: "zh-CN" | "en" = "zh-CN",
) =>
  ledgerData(aView(view), lang, data)
    .features.map((feature) => feature.properties)
    .filter((properties) => properties.draw === kind);
const withPoints = (...points: ReturnType<typeof aPoint>[]) =>
  aMapData({ features: { ...NO_FEATURES, points } });
const withLines = (...corridors: ReturnType<typeof aCorridor>[]) =>
  aMapData({ features: { ...NO_FEATURES, corridors } });
const withRow = (row: ReturnType<typeof aRow>) => aMapData({ progress: { reporting: [row], county: [] } });

test("a mark carries its item's light, a badge the worst of its members', and nothing where there is none", () => {
  const marks = (...points: ReturnType<typeof aPoint>[]) =>
    ["point", "cluster"].flatMap((kind) => drawn(kind, {}, withPoints(...points)).map(({ mark }) => mark));
  expect(marks(aPoint())).toContain("mark/project/preparation");
  expect(marks(aPoint({ light: "red" }))).toContain("mark/project/preparation/red");
  expect(marks(aPoint({ light: "green" }), aPoint({ id: "b", light: "yellow" }))).toContain(
    "cluster/2/0.2.0.0.0.0/yellow",
  );
});

test("a planned city is named at its port, and by its county's name only where no ports are drawn", () => {
  const codes = (layers: LayerName[]) => drawn("county", { layers, level: "county" }).map(({ code }) => code);
  const cities = ["150781", "152501"];
  expect(cities.filter((code) => codes(["progress", "labels", "ports"]).includes(code))).toEqual([]);
  expect(cities.filter((code) => codes(["progress", "labels"]).includes(code))).toEqual(cities);
});

test("from afar a port's name keeps its distance from a league's, and is shown all the same", () => {
  const names = (view: Looking) =>
    style({ ...aView(), ...view }, "dark", "en", ASSETS, aMapData()).layers.find(
      ({ id }) => id === "port-name",
    );
  const near = { region: "150700", camera: null };
  expect(names({ ...near, afar: true })).toMatchObject({
    layout: {
      "text-overlap": "always",
      "text-anchor": "bottom",
      "text-offset": [-0.9, -1.1],
    },
  });
  expect(names(near)).not.toMatchObject({ layout: { "text-overlap": "always" } });
});

describe("names of leagues", () => {
  test("stand once each at every zoom, all twelve", () => {
    for (const [of] of leagueZooms(aMapData().regions, {}).entries()) {
      const codes = drawn("league")
        .filter((name) => name.of === of)
        .map((name) => name.code);
      expect([codes.length, new Set(codes).size]).toEqual([12, 12]);
    }
  });

  test("carry the value with its unit, a measured nothing as 0, and nothing where there is no data", () => {
    const said = (value: number | null, measure: "items" | "started" = "items") => {
      const name = drawn("league", { measure }, withRow(aRow("150600", value))).findLast(
        (one) => one.code === "150600",
      );
      return `${name?.value}${name?.after}`;
    };
    expect([said(7), said(0), said(null)]).toEqual(["7 项", "0 项", ""]);
  });

  test("carry beside a share the number of known stages, on one line too (truth rule 2)", () => {
    const stages = { construction: 1, preparation: 1, unstated: 3 };
    const said = (
      code: string,
      view: Parameters<typeof aView>[0],
      measure: "items" | "started" = "started",
    ) =>
      drawn(
        view?.level ?? "league",
        { ...view, measure },
        {
          ...aMapData(),
          progress: { reporting: [aRow(code, 0.5, stages)], county: [aRow(code, 0.5, stages)] },
        },
      )
        .filter((one) => one.code === code)
        .map((one) => `${one.value}${one.after ?? ""}`);
    expect(said("150600", {}).at(-1)).toBe("50% n=2");
    expect(said("150100", {})).toContain(" 50% n=2");
    expect(said("150602", { level: "county" }).at(-1)).toBe(" 50% n=2");
  });

  test("of the two smallest leagues say the unit, too, on a line of its own, once one looks at them alone", () => {
    for (const code of ["150100", "150300"]) {
      const names = drawn("league", {}, withRow(aRow(code, 4))).filter((one) => one.code === code);
      const said = names.map(({ led, lines, value, after }) => `${led} ${lines}:${value}${after}`);
      expect(said).toContain("true 1: 4");
      expect(said.at(-1)).toBe("false 2:4 项");
    }
  });

  test("say nothing of progress where it is switched off", () => {
    const names = drawn("league", { layers: ["labels"] }, withRow(aRow("150600", 7)));
    expect(new Set(names.flatMap(({ value, after }) => [value, after]))).toEqual(new Set([""]));
  });
});

test("with the counties of 2012 stand the names of 2012: none that came later", () => {
  const names = (layers: LayerName[]) => drawn("county", { layers }).map((county) => county.name);
  const today = names(["labels"]);
  const then = names(["labels", "counties2012"]);
  expect(today.filter((name) => !then.includes(name))).toEqual(["康巴什区", "扎赉诺尔区"]);
  expect(then).toHaveLength(101);
});

describe("marks", () => {
  test("a place of low confidence says that it is not verified (truth rule 5)", () => {
    const [sure] = drawn("point", {}, withPoints(aPoint({ confidence: "high" })));
    const [unsure] = drawn("point", {}, withPoints(aPoint({ confidence: "low" })));
    expect([sure?.sub, unsure?.sub]).toEqual(["", "位置未核"]);
  });

  test("a child at its parent's place is no second mark", () => {
    const child = aPoint({ id: "S-1.4-10.1/p", item: "S-1.4-10.1", place: "p" });
    const parent = aPoint({ id: "S-1.4-10/p", item: "S-1.4-10", place: "p" });
    const items = (...points: ReturnType<typeof aPoint>[]) =>
      new Set(drawn("point", {}, withPoints(...points)).map((mark) => mark.item));
    expect(items(child, parent)).toEqual(new Set(["S-1.4-10"]));
    expect(items(child)).toEqual(new Set(["S-1.4-10.1"]));
  });

  test("a policy has a mark only while it is picked", () => {
    const data = withPoints(aPoint({ item: "S-1.2-21", type: "support", stage: "listed" }));
    expect(drawn("point", {}, data)).toEqual([]);
    expect(drawn("point", { item: "S-1.2-21" }, data)[0]?.mark).toBe("mark/support/listed");
  });

  test("an item without a place has none: nothing of the whole region is put on its capital", () => {
    expect(drawn("point", {}, withPoints())).toEqual([]);
  });
});

test("a corridor's label gives its stage and says that its course is schematic", () => {
  const data = aMapData({ features: { ...NO_FEATURES, corridors: [aCorridor()] } });
  expect(drawn("corridor-name", {}, data)[0]).toMatchObject({
    name: "引绰济辽输水干线",
    sub: "前期工作 · 示意",
  });
  expect(drawn("corridor-name", {}, data, "en")[0]).toMatchObject({
    name: "Chuo'er to Liao diversion",
    sub: "Preparation · schematic",
  });
});

test("a corridor whose stage can be read otherwise says so in the source's words (truth rule 1)", () => {
  const line = aCorridor({ stage: "construction", stageWords: "核准开工建设", stageBasis: "ambiguous" });
  expect(drawn("corridor-name", {}, withLines(line))[0]?.sub).toBe("“核准开工建设” · 示意");
  expect(drawn("corridor-name", {}, withLines(line), "en")[0]?.sub).toBe(
    "Under construction, in doubt · schematic",
  );
});

test("later history is dated on the map, and drawn in a dash of its own (truth rule 6)", () => {
  const own = aCorridor({ id: "c-own", kind: "uhv" });
  const later = aCorridor({ id: "c-later", kind: "uhv", group: "later", stage: null, year: 2016 });
  const data = withLines(own, later);
  const view = { layers: EVERY_LAYER };
  expect(drawn("corridor-name", view, data).map((name) => name.sub)).toEqual([
    "前期工作 · 示意",
    "后续 · 2016 年投运 · 示意",
  ]);
  expect(drawn("corridor-name", view, data, "en")[1]?.sub).toBe("later · in use 2016 · schematic");
  const dashes = style(aView(view), "light", "zh-CN", ASSETS, data).layers.flatMap((layer) =>
    layer.type === "line" && layer.id.startsWith("corridor-uhv") ? [layer.paint?.["line-dasharray"]] : [],
  );
  expect(dashes).toHaveLength(2);
  expect(dashes[0]).not.toEqual(dashes[1]);
});

test("hubs are the server's, and one of low confidence says that its place is not verified", () => {
  const hub = {
    id: "pl-dam",
    name: "尼尔基枢纽",
    nameEn: "Nierji Dam",
    at: [124.5, 48.5] as [number, number],
  };
  const hubs = [
    { ...hub, errorKm: 3, confidence: "high" as const },
    { ...hub, id: "pl-lake", errorKm: 20, confidence: "low" as const },
  ];
  const data = aMapData({ features: { ...NO_FEATURES, hubs } });
  expect(drawn("hub", {}, data).map(({ name, sub }) => [name, sub])).toEqual([
    ["尼尔基枢纽", ""],
    ["尼尔基枢纽", "位置未核"],
  ]);
  expect(drawn("hub", {}, aMapData())).toEqual([]);
});

test("in English all that the map writes is English, every layer on", () => {
  const view = aView({ layers: EVERY_LAYER, level: "county" });
  const written = ledgerData(view, "en", aMapData()).features.flatMap(({ properties }) =>
    Object.entries(properties).filter(([key]) => ["name", "sub", "value", "after"].includes(key)),
  );
  expect(written.length).toBeGreaterThan(100);
  expect(written.filter(([, text]) => /\p{Script=Han}/u.test(String(text)))).toEqual([]);
});

test("a name that nobody put into English stands as it is", () => {
  const { nameEn: _, ...point } = aPoint();
  expect(drawn("point", {}, withPoints(point), "en")[0]?.name).toBe("扎敦河水库");
});

test("what is picked and pointed at is drawn once more, badges and lines too, and nothing else is", () => {
  const data = aMapData({
    features: {
      ...NO_FEATURES,
      points: [
        aPoint({ id: "a", item: "S-1.4-01" }),
        aPoint({ id: "b", item: "S-1.4-02" }),
        aPoint({ id: "c", item: "S-1.4-03", at: [105, 39] }),
      ],
      corridors: [aCorridor()],
    },
  });
  const focusOn = (id: string | null) => (id === null ? [] : [{ id, regions: [] }]);
  const focused = (pointed: string | null, picked: string | null) =>
    new Set(
      focusFeatures(aView(), data, { pointed: focusOn(pointed), picked: focusOn(picked) }).map(
        ({ properties: { draw, strength } }) => `${draw} ${strength}`,
      ),
    );
  expect(focused(null, null)).toEqual(new Set());
  expect(focused("S-1.4-01", null)).toEqual(new Set(["ring pointed"]));
  expect(focused("S-1.4-02", "S-1.3-06")).toEqual(new Set(["ring pointed", "glow picked"]));
});
