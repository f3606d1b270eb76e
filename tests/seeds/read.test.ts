import { describe, expect, test } from "vitest";
import { nounOf } from "#domain/item.ts";
import { sliceCodePoints } from "#domain/source.ts";
import { readSeeds } from "#seeds/read.ts";

const seeds = readSeeds();
const itemOf = (id: string) => seeds.items.find((item) => item.id === id);

describe("the seed as a whole", () => {
  test("126 items, 18 of them children, and what goes with them", () => {
    expect(seeds.items).toHaveLength(126);
    expect(seeds.items.filter((item) => item.parent !== null)).toHaveLength(18);
    expect([seeds.statistics.length, seeds.places.length, seeds.corridors.length]).toEqual([15, 51, 16]);
  });

  test("25 projects and 101 policies as records, by type", () => {
    const types = Object.groupBy(seeds.items, (item) => item.type);
    expect(Object.fromEntries(Object.entries(types).map(([type, items]) => [type, items.length]))).toEqual({
      project: 25,
      support: 24,
      pilot: 11,
      agreement: 11,
      plan: 12,
      mechanism: 16,
      directive: 27,
    });
    expect(seeds.items.filter((item) => nounOf(item.type) === "project")).toHaveLength(25);
  });

  test("two readings are equal: nothing hangs on the time or the order of reading", () => {
    expect(readSeeds()).toEqual(seeds);
  });
});

describe("the document", () => {
  const [document] = seeds.documents;
  const text = document?.text ?? "";

  test("is whole: 4,355 code points in 12 sections that follow each other", () => {
    expect(seeds.documents).toHaveLength(1);
    expect([...text]).toHaveLength(4355);
    expect(document?.sections).toHaveLength(12);
    expect(document).toMatchObject({ id: "im-2012-07-24", publishedOn: "2012-07-24" });
  });

  test("every heading is a whole line of it", () => {
    for (const { heading, start } of document?.sections ?? [])
      expect(sliceCodePoints(text, start, [...text].length).split("\n")[0]).toBe(heading);
  });

  test("every quote of items and statistics is found at its offsets", () => {
    const quotes = [
      ...seeds.items.flatMap((item) => item.sources),
      ...seeds.statistics.map((one) => one.source),
    ];
    expect(quotes).toHaveLength(141);
    for (const { quote, start, end } of quotes) expect(sliceCodePoints(text, start, end)).toBe(quote);
  });
});

describe("what an item says", () => {
  test("stages come from the norms, words stay literal", () => {
    expect(itemOf("S-1.4-15")).toMatchObject({
      stage: "construction",
      stageWords: "核准开工建设",
      stageBasis: "ambiguous",
    });
    expect(itemOf("S-1.3-11")).toMatchObject({
      stage: "submitted",
      stageNote: expect.stringContaining("初步方案"),
    });
    expect(itemOf("S-1.2-22")).toMatchObject({
      stage: "listed",
      stageNote: expect.stringContaining("是否印发"),
    });
  });

  test("two bodies of one record are two units", () => {
    const units = itemOf("S-1.3-06")?.units.filter((unit) => unit.role === "responsible");
    expect(units?.map(({ unit }) => unit)).toEqual(["dept-drc", "dept-water"]);
  });

  test("文得根 is the source of 引绰济辽, plans are plans for their projects", () => {
    expect(itemOf("S-1.3-06.1")?.relations).toEqual([{ kind: "source-of", item: "S-1.4-20" }]);
    expect(itemOf("S-1.4-20")?.relations).toEqual([{ kind: "fed-by", item: "S-1.3-06.1" }]);
    expect(itemOf("S-1.3-02")?.relations).toEqual([{ kind: "plan-for", item: "S-1.3-03" }]);
    expect(itemOf("S-1.3-05")?.relations).toEqual([{ kind: "plan-for", item: "S-1.3-04" }]);
  });

  test("three airports under one name are one item of three points", () => {
    expect(itemOf("S-1.4-16")?.geometry).toMatchObject({ kind: "points", places: { length: 3 } });
  });

  test("the irrigation area is drawn, the dam above it is a hub of its own", () => {
    expect(itemOf("S-1.4-01")?.geometry.places).toEqual(["pl-nierji-irrigation"]);
    expect(seeds.places.find(({ id }) => id === "pl-nierji-dam")).toMatchObject({ kind: "dam", drawn: true });
  });
});

test("lines keep their ends, and say how far they may be off", () => {
  const line = seeds.corridors.find(({ id }) => id === "c-ximeng-nanjing-2012");
  expect([line?.path[0], line?.path.at(-1)]).toEqual([
    [116.62, 42.08],
    [118.78, 32.3],
  ]);
  for (const { path, errorKm } of seeds.corridors) {
    expect(path.length).toBeGreaterThan(1);
    expect(errorKm).toBeGreaterThan(1);
  }
});

test("map labels are short and no two lines share one", () => {
  const labels = seeds.corridors.map(({ short }) => short);
  expect(new Set(labels).size).toBe(labels.length);
  for (const { short } of [...seeds.corridors, ...seeds.places]) expect(short.length).toBeLessThanOrEqual(14);
});

test("so are they in English, and no English name has a Chinese word in it", () => {
  const labels = seeds.corridors.map(({ shortEn }) => shortEn);
  expect(new Set(labels).size).toBe(labels.length);
  for (const { nameEn, shortEn } of [...seeds.corridors, ...seeds.places]) {
    expect(shortEn.length).toBeLessThanOrEqual(32);
    expect(nameEn).not.toMatch(/\p{Script=Han}/u);
  }
});
