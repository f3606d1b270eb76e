/**
 * The truth rules of PRODUCT.md, as far as they hold in data. In words and on the map: rules 1 and 8 in
 * tests/client/workbench/statistics.test.tsx, 2 in truth.test.tsx there, 1, 3, 4 and 5 in facts.test.tsx, 6 in
 * tests/geo/picture/later.test.ts, 8 in tests/server/page.test.ts.
 */
import { describe, expect, test } from "vitest";
import { progressByRegion } from "#domain/count.ts";
import { figureUnitIn } from "#domain/look/words.ts";
import { sliceCodePoints } from "#domain/source.ts";
import { DEFAULT_VIEW } from "#domain/view.ts";
import { counted, itemOf, regions, seeds } from "./ledger.ts";

/** 争取 that is no success yet: not 已争取, 成功争取 or 争取到, nor the noun of 政策争取 and 争取工作. */
const STRIVING = /(?<!已|成功|政策|项目)争取(?!到|和实施|工作)/u;
const [document] = seeds.documents;
const sentenceOf = (id: string): string => {
  const source = itemOf(id).sources[0];
  return sliceCodePoints(document?.text ?? "", source?.sentence.start ?? 0, source?.sentence.end ?? 0);
};

/** Items whose own quote leaves out the 争取 that governs them from earlier in the sentence. */
const GOVERNED = [
  ...[1, 2, 3, 4, 5, 6].map((n) => `S-1.2-07.${n}`),
  "S-1.2-02.1",
  "S-1.2-02.2",
  "S-1.3-07",
  "S-1.3-09",
  "S-1.3-11",
  "S-1.3-12",
];

describe("1. the source's figures stand as they are, and 争取 stays 争取", () => {
  test("its statistics are its own words, not numbers of the ledger", () => {
    const words = Object.fromEntries(seeds.statistics.map(({ id, words: said }) => [id, said]));
    expect(words).toMatchObject({
      "ST-01": "25个",
      "ST-02": "近百个",
      "ST-03": "39%",
      "ST-04": "50%以上",
      "ST-06": "47个厅局",
      "ST-12": "192个嘎查(村)",
    });
  });

  test("初步统计 is said of that one sentence alone, and not of the 25 ministries", () => {
    const preliminary = seeds.statistics.filter((one) => one.preliminary);
    expect(preliminary.map(({ id }) => id)).toEqual(["ST-02", "ST-03", "ST-04", "ST-05"]);
    const start = document ? [...document.text.slice(0, document.text.indexOf("经初步统计"))].length : -1;
    for (const { source } of preliminary) expect(source.start - start).toBeGreaterThanOrEqual(0);
    for (const { source } of preliminary) expect(source.end - start).toBeLessThan(60);
  });

  test("近百个 is no 100 and 50%以上 no 50", () => {
    const bounds = Object.fromEntries(seeds.statistics.map((one) => [one.id, one.bounds]));
    expect([bounds["ST-02"], bounds["ST-04"]]).toEqual([
      [90, 100],
      [50, null],
    ]);
  });

  test("who strives has not got it: title and words keep 争取 wherever the quote has it", () => {
    const striving = seeds.items.filter((item) => item.sources.some(({ quote }) => STRIVING.test(quote)));
    expect(striving.length).toBeGreaterThan(20);
    for (const { id, type, title, stageWords } of striving) {
      // A project's title is its name and claims nothing; an order's words are its verbs.
      if (type !== "project") expect(title, id).toMatch(/争取/u);
      if (type !== "directive") expect(stageWords, id).toMatch(/争取/u);
    }
  });

  test("and where 争取 stands earlier in the sentence", () => {
    for (const id of GOVERNED) {
      expect(sentenceOf(id), id).toMatch(STRIVING);
      expect(itemOf(id).title, id).toMatch(/争取/u);
      expect(itemOf(id).stageWords, id).toMatch(/争取/u);
    }
    for (const id of ["S-1.3-06.1", "S-1.4-18"]) expect(itemOf(id).stageWords, id).toMatch(/争取/u);
  });

  test("where 争取…列入 allows two readings, the stage is ambiguous and the other reading is given", () => {
    for (const id of ["S-1.2-07", ...GOVERNED, "S-1.2-13", "S-1.2-17", "S-1.2-18", "S-1.3-06", "S-1.4-17"]) {
      expect(itemOf(id).stageBasis, id).toBe("ambiguous");
      expect(itemOf(id).stageNote, id).not.toBeNull();
    }
  });

  test("success is kept as success", () => {
    expect(itemOf("S-1.2-21").title).toContain("成功争取");
    expect(itemOf("S-1.2-10").title).toContain("已争取");
    expect(itemOf("S-1.2-14").title).toContain("争取到");
  });

  test("a figure that we worked out says so", () => {
    const derived = seeds.items.flatMap((item) => item.figures).filter(({ kind }) => kind === "derived");
    expect(derived.map(({ value }) => value)).toEqual([40, 5]);
    // Such a figure is in our words, and in English those are English.
    for (const { unit } of derived) expect(figureUnitIn("en", unit)).toMatchObject({ lang: "en" });
    expect(itemOf("S-1.2-14").figures[0]).toMatchObject({ value: 8, unit: "亿元/年", period: "2012/2016" });
  });
});

describe("2. 取得积极进展 is no stage", () => {
  test("its items are unstated, every one", () => {
    const vague = seeds.items.filter(({ stageWords }) => /积极进展|较好的进展/u.test(stageWords));
    expect(vague.map(({ id }) => id)).toEqual([
      "S-0-02",
      "S-1.4-01",
      "S-1.4-02",
      "S-1.4-03",
      "S-1.4-07",
      "S-1.4-08",
      "S-1.4-09",
    ]);
    for (const { stage } of vague) expect(stage).toBe("unstated");
  });

  test("it is in no rate", () => {
    const [whole] = progressByRegion("province", "started", counted, regions);
    const stages = whole?.stages ?? {};
    const known = Object.entries(stages).reduce((sum, [stage, n]) => sum + (stage === "unstated" ? 0 : n), 0);
    expect(stages.unstated).toBe(7);
    expect(whole?.value).toBe(((stages.construction ?? 0) + (stages.completed ?? 0)) / known);
  });
});

describe("3. what is inferred is not what is said", () => {
  test("a region that the sentence names is stated, one that we read into it is inferred", () => {
    const basis = (id: string) => Object.fromEntries(itemOf(id).regions.map((one) => [one.code, one.basis]));
    expect(basis("S-1.2-21")).toEqual({
      "150000": "stated",
      "152500": "inferred",
      "152530": "inferred",
      "152531": "inferred",
    });
    expect(basis("S-1.4-10")).toEqual({ "150800": "stated", "150824": "inferred" });
  });

  test("a unit that the source only implies is inferred", () => {
    const basis = (id: string, unit: string) => itemOf(id).units.find((one) => one.unit === unit)?.basis;
    expect(basis("S-1.2-23", "central-mps")).toBe("inferred");
    expect(basis("S-1.3-13", "central-moa")).toBe("inferred");
    expect(basis("S-1.3-13", "group-state")).toBe("stated");
    expect(basis("S-2-08", "office-leading-group")).toBe("inferred");
  });

  test("the year of an undated deadline is inferred", () => {
    const deadlines = seeds.items.flatMap(({ id, dates }) =>
      dates.filter(({ kind }) => kind === "deadline").map(({ due, basis, words }) => [id, words, due, basis]),
    );
    expect(deadlines).toEqual([
      ["S-3.3-09", "年底前", "2012-12-31", "inferred"],
      ["S-3.4-01", "第三季度", "2012-09-30", "inferred"],
      ["S-3.5-02", "8月底之前", "2012-08-31", "inferred"],
    ]);
  });
});

test("4. a region-wide item has no point and no line", () => {
  const wide = seeds.items.filter((item) => item.regions.every(({ code }) => code === "150000"));
  expect(wide.length).toBeGreaterThan(40);
  for (const { id, geometry } of wide)
    expect(geometry, id).toMatchObject({ kind: "area", places: [], corridors: [] });
});

describe("5. a schematic line is one, and an uncertain place is not drawn", () => {
  test("every line is schematic and says its error", () => {
    for (const { schematic, errorKm } of seeds.corridors)
      expect([schematic, errorKm > 0]).toEqual([true, true]);
  });

  test("哈图呼都格—苏海图 is no line: its item is the league's area", () => {
    const corridor = seeds.corridors.find(({ id }) => id === "c-hatuhuduge-suhaitu");
    expect(corridor?.drawn).toBe(false);
    expect(itemOf("S-1.4-12").geometry).toMatchObject({ kind: "area", places: [], corridors: [] });
    const ends = seeds.places.filter(({ id }) => /hatuhuduge|suhaitu/.test(id));
    expect(ends.map(({ drawn }) => drawn)).toEqual([false, false, false]);
  });

  test("a corridor's item draws no points, so no reservoir stands twice with two stages", () => {
    for (const { geometry } of seeds.items) {
      if (geometry.corridors.length > 0) expect(geometry.places).toEqual([]);
    }
    expect(itemOf("S-1.3-06.1").geometry).toMatchObject({
      kind: "point",
      places: ["pl-wendegen"],
      corridors: [],
    });
    expect(itemOf("S-1.4-20").geometry).toMatchObject({ kind: "line", places: [], corridors: ["c-yinchuo"] });
  });

  test("a seat or a city that only locates an area is no item's point", () => {
    const kinds = new Map(seeds.places.map(({ id, kind }) => [id, kind]));
    const drawn = seeds.items.flatMap(({ geometry }) => geometry.places.map((id) => kinds.get(id)));
    for (const kind of ["seat", "county-seat", "city", "town"]) expect(drawn).not.toContain(kind);
  });
});

describe("6. later history is apart, and off by default", () => {
  test("what was built later is no line of the source", () => {
    const group = new Map(seeds.corridors.map((corridor) => [corridor.id, corridor.group]));
    expect(itemOf("S-1.4-14").geometry).toMatchObject({
      corridors: ["c-ximeng-nanjing-2012"],
      laterCorridors: ["c-ximeng-shandong-uhvac", "c-ximeng-taizhou-uhvdc"],
    });
    for (const { geometry } of seeds.items)
      for (const id of geometry.corridors) expect(group.get(id)).toBe("seed");
    expect(DEFAULT_VIEW.layers).not.toContain("later");
    expect(DEFAULT_VIEW.layers).not.toContain("guofa21");
  });

  test("a later fact is kept beside the item with its date and where it is from, and moves no stage", () => {
    const later = seeds.items.filter((item) => item.later.length > 0);
    expect(later.map(({ id }) => id)).toEqual([
      "S-1.2-06",
      "S-1.2-21",
      "S-1.3-06.1",
      "S-1.4-10",
      "S-1.4-14",
      "S-1.4-16",
      "S-1.4-20",
    ]);
    for (const fact of later.flatMap((item) => item.later)) {
      expect(fact.fact).toMatch(/20\d\d/);
      expect(fact.reference).not.toBe("");
    }
    expect(itemOf("S-1.4-20").stage).toBe("preparation");
  });
});

test("7. the 28 departments that the source does not name are not invented", () => {
  const filing = (kind: string) => seeds.units.filter((unit) => unit.files && unit.kind === kind).length;
  expect([filing("league"), filing("planned-city"), filing("department")]).toEqual([12, 2, 19]);
  expect(seeds.units.filter((unit) => unit.files)).toHaveLength(33);
});

test("8. nothing of the seed is demonstration data: every item has its sentence", () => {
  for (const item of seeds.items) {
    expect(item.sources.length, item.id).toBeGreaterThan(0);
    expect(item.id.startsWith("S-"), item.id).toBe(true);
    expect(JSON.stringify(item), item.id).not.toContain("演示");
  }
});
