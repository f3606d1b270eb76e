import { expect, test } from "vitest";
import { headOf, LEDGER_COLUMNS, rowOf } from "#domain/export/columns.ts";
import { geometryOf } from "#domain/export/feature.ts";
import { filterWords } from "#domain/export/filter-words.ts";
import type { LedgerNames, LedgerRecord } from "#domain/export/record.ts";
import { placing } from "#domain/export/record.ts";
import { itemOf, regions, seeds } from "../ledger.ts";

const names: LedgerNames = {
  regions: new Map(regions.map((region) => [region.code, region])),
  units: new Map(seeds.units.map((unit) => [unit.id, unit])),
  documents: new Map(seeds.documents.map((document) => [document.id, document])),
};
const recordOf = (id: string): LedgerRecord => {
  const item = itemOf(id);
  return {
    item,
    counted: item.parent === null,
    light: null,
    places: seeds.places.filter((place) => place.drawn && item.geometry.places.includes(place.id)),
    corridors: seeds.corridors.filter((line) => line.drawn && item.geometry.corridors.includes(line.id)),
  };
};
const cellsOf = (id: string, lang: "zh-CN" | "en" = "zh-CN") => {
  const row = rowOf(recordOf(id), names, lang);
  return Object.fromEntries(LEDGER_COLUMNS.map(({ key }, index) => [key, row[index]]));
};

test("columns have one key and one head each, in both languages", () => {
  expect(new Set(LEDGER_COLUMNS.map(({ key }) => key)).size).toBe(LEDGER_COLUMNS.length);
  for (const lang of ["zh-CN", "en"] as const) expect(new Set(headOf(lang)).size).toBe(LEDGER_COLUMNS.length);
});

test("every cell is of its column's kind, for every item of the ledger", () => {
  for (const { id } of seeds.items) {
    const row = rowOf(recordOf(id), names, "zh-CN");
    LEDGER_COLUMNS.forEach(({ kind, key }, index) => {
      const cell = row[index] ?? null;
      if (cell === null) return;
      const is = typeof cell === "object" ? "day" : typeof cell === "number" ? "number" : "text";
      expect(is, `${id} ${key}`).toBe(kind);
    });
  }
});

test("regions that the source names and those inferred are in different cells", () => {
  const cells = cellsOf("S-1.3-06.1");
  const of = (basis: string) =>
    itemOf("S-1.3-06.1")
      .regions.filter((region) => region.basis === basis)
      .map((region) => names.regions.get(region.code)?.name)
      .join("；");
  expect(cells).toMatchObject({
    regionsStated: of("stated") || null,
    regionsInferred: of("inferred") || null,
  });
  expect(of("inferred")).not.toBe("");
});

test("a figure is the source's words with what they were read as", () => {
  const figured = seeds.items.find((item) => item.figures.some((figure) => figure.words === "3000亿元"));
  expect(cellsOf(figured?.id ?? "").figures).toContain("3000亿元［3000 亿元，确数");
});

test("a line says that it is schematic, an area claims no point and no error", () => {
  expect(cellsOf("S-1.4-14")).toMatchObject({ geometry: "线", lon: null, lat: null, schematic: "是" });
  expect(cellsOf("S-1.4-04")).toMatchObject({
    geometry: "区域",
    places: null,
    errorKm: null,
    confidence: null,
  });
});

test("several places answer with the largest error and the lowest confidence", () => {
  const airport = recordOf("S-1.4-16");
  expect(airport.places.length).toBeGreaterThan(1);
  expect(placing(airport).errorKm).toBe(Math.max(...airport.places.map((place) => place.errorKm)));
  expect(geometryOf(airport)).toMatchObject({ type: "MultiPoint" });
});

test("a filter is told in words, and an empty list says that nothing is chosen", () => {
  expect(filterWords({}, names, "zh-CN")).toEqual(["全部事项，未筛选"]);
  const filter = { within: "150600", types: ["project", "plan"], stages: [], text: "口岸" } as const;
  const said = { ...filter, types: [...filter.types], stages: [] };
  expect(filterWords(said, names, "zh-CN")).toEqual([
    "所在地区：鄂尔多斯市",
    "类型：项目、规划",
    "阶段：（一个也不选）",
    "文字含：口岸",
  ]);
  expect(filterWords(said, names, "en")[1]).toBe("Types: Project, Plan");
});
