import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { countedItems, isMeasured, listedStages, progressByRegion, summaryCounts } from "#domain/count.ts";
import { type Filter, matches } from "#domain/filter.ts";
import { MEASURES, type Measure, measureValue } from "#domain/measure.ts";
import { PROGRESS_LEVELS, type ProgressQuery } from "#domain/query.ts";
import { effectiveFilter } from "#domain/view.ts";
import { aFilter } from "./arbitraries.ts";
import { counted, countedOf, itemOf, regions, seeds } from "./ledger.ts";

const progress = (level: ProgressQuery["level"], measure: Measure, filter?: Filter) =>
  new Map(progressByRegion(level, measure, counted, regions, filter).map((row) => [row.code, row]));
const regionsOf = (id: string) =>
  Object.fromEntries(countedOf(id).regions.map(({ code, basis }) => [code, basis]));

describe("what is counted", () => {
  test("lists hold 21 projects and 88 policies", () => {
    const projects = counted.filter(({ item }) => item.type === "project");
    expect([projects.length, counted.length - projects.length]).toEqual([21, 88]);
  });

  test("a child of its parent's noun is counted by the parent, in the union of their regions", () => {
    const ids = counted.map(({ item }) => item.id);
    expect(ids).toContain("S-1.2-07");
    expect(ids).not.toContain("S-1.2-07.3");
    expect(regionsOf("S-1.2-07")).toEqual({
      "152200": "stated",
      "150900": "stated",
      "150424": "stated",
      "152531": "stated",
      "150627": "stated",
      "150727": "stated",
    });
  });

  test("a project under a plan stands for itself, and the plan does not take its regions", () => {
    expect(countedOf("S-1.3-06.1").item.type).toBe("project");
    expect(Object.keys(regionsOf("S-1.3-06"))).not.toContain("152223");
  });

  test("what a child states is stated, whatever its parent infers", () => {
    const parent = { ...itemOf("S-1.4-10"), children: ["S-1.4-10.1"] };
    const child = { ...itemOf("S-1.4-10.1"), regions: [{ code: "150824", basis: "stated" as const }] };
    const [only] = countedItems([parent, child]);
    expect(only?.regions).toContainEqual({ code: "150824", basis: "stated" });
  });

  test("words hold title, quotes, units and regions, those of children too, and no sentence across two", () => {
    const { words } = countedOf("S-1.2-07");
    for (const word of [
      "全国生态文明示范工程试点",
      "林西",
      "国家发展和改革委员会",
      "赤峰市",
      "cfs",
      "nmgzzq",
      "linxi county",
      "chifeng",
      "national development and reform commission",
    ])
      expect(words).toContain(word);
    expect(countedItems(seeds.items)[0]?.words).toBe(
      `${itemOf("S-0-01").title}\n${itemOf("S-0-01").sources[0]?.quote}`.normalize("NFKC").toLowerCase(),
    );
  });
});

describe("progress by region", () => {
  test("items by reporting region, a planned city beside its league and within it", () => {
    const rows = [...progress("reporting", "items").values()].map(({ code, n }) => [code, n]);
    expect(Object.fromEntries(rows)).toEqual({
      "150100": 4,
      "150200": 3,
      "150300": 3,
      "150400": 3,
      "150500": 2,
      "150600": 7,
      "150700": 12,
      "150781": 5,
      "150800": 2,
      "150900": 5,
      "152200": 6,
      "152500": 8,
      "152501": 2,
      "152900": 4,
    });
  });

  test("a region-wide item counts in the province alone", () => {
    expect(progress("province", "items").get("150000")?.n).toBe(66);
    const inLeagues = counted.filter(({ regions: all }) => all.every(({ code }) => code === "150000"));
    expect(inLeagues.length).toBeGreaterThan(0);
    for (const { code, n } of progress("league", "items", { regions: ["150000"], text: "安全厅" }).values())
      expect([code, n]).toEqual([code, 0]);
  });

  test("an item stated of a league counts in no county of it", () => {
    expect(progress("league", "items", { text: "氟化工循环经济" }).get("150900")?.n).toBe(1);
    for (const { n } of progress("county", "items", { text: "氟化工循环经济" }).values()) expect(n).toBe(0);
  });

  test("inferred are those that lie in a region by inference alone", () => {
    expect(progress("league", "items").get("152200")).toMatchObject({ n: 6, inferred: 3 });
    expect(progress("league", "items", { basis: ["stated"] }).get("152200")).toMatchObject({
      n: 3,
      inferred: 0,
    });
    expect(progress("county", "items").get("150424")).toMatchObject({ n: 1, inferred: 0 });
    expect(progress("county", "items").get("152223")).toMatchObject({ n: 1, inferred: 1 });
  });

  test("a region without anything in the ledger has no value; one that the filter empties has 0", () => {
    expect(progress("county", "items").get("150102")).toMatchObject({ n: 0, value: null });
    expect(progress("league", "items", { types: ["plan"] }).get("150400")).toMatchObject({ n: 0, value: 0 });
    expect(progress("league", "projects").get("150400")).toMatchObject({ n: 0, value: null });
  });

  test("measures never look at the office's own work", () => {
    const office = { types: ["mechanism", "directive"] as ("mechanism" | "directive")[] };
    for (const measure of ["items", "policies", "mix"] as const)
      expect(progress("province", measure, office).get("150000")?.n).toBe(0);
  });

  test("shares leave the unstated out of their rate", () => {
    const all = progress("province", "started").get("150000");
    expect(all?.n).toBe(21);
    expect(all?.stages).toEqual({
      planned: 1,
      preparation: 4,
      approved: 1,
      construction: 5,
      completed: 3,
      unstated: 7,
    });
    expect(all?.value).toBe(8 / 14);
    expect(progress("league", "started").get("150700")).toMatchObject({ n: 4, value: 0 });
    expect(progress("league", "started").get("150300")).toMatchObject({ n: 1, value: null });
  });

  test("every row's value is its measure of its own stages", () => {
    for (const measure of ["items", "projects", "policies", "started", "landed", "mix"] as const)
      for (const row of progress("county", measure).values())
        if (row.value !== null) expect(row.value).toBe(measureValue(measure, row.stages));
  });

  test("a region's count is the length of the list that drilling into it leaves, whatever the filter", () => {
    const levels = PROGRESS_LEVELS.flatMap((level) => MEASURES.map((measure) => ({ level, measure })));
    fc.assert(
      fc.property(fc.constantFrom(...levels), aFilter, ({ level, measure }, filter) => {
        for (const { code, n } of progress(level, measure, filter).values()) {
          const drilled = effectiveFilter({ filter, region: code });
          const listed = counted.filter((one) => isMeasured(measure, one.item) && matches(drilled, one));
          expect([code, n]).toEqual([code, listed.length]);
        }
      }),
    );
  });

  test("levels hold 1, 12, 103 and 14 regions", () => {
    const levels = ["province", "league", "county", "reporting"] as const;
    expect(levels.map((level) => progress(level, "items").size)).toEqual([1, 12, 103, 14]);
  });
});

describe("the ledger's counts", () => {
  test("66 items, 21 of them projects, and 43 of the office's own work", () => {
    expect(summaryCounts(counted)).toMatchObject({ items: 66, projects: 21, policies: 45, office: 43 });
  });

  test("types hold all, stages and sectors the counted items alone", () => {
    const counts = summaryCounts(counted);
    const sum = (part: Record<string, number>) => Object.values(part).reduce((total, n) => total + n, 0);
    expect(sum(counts.types)).toBe(109);
    expect([sum(counts.stages), sum(counts.sectors), sum(counts.projectStages)]).toEqual([66, 66, 21]);
    expect(counts.types).toMatchObject({ project: 21, mechanism: 16, directive: 27, plan: 12, pilot: 5 });
  });

  test("the unstated of a list are those of the nouns it shows, the office's own only where chosen", () => {
    const counts = summaryCounts(counted);
    expect(listedStages(counts, "items").unstated).toBe(8);
    expect(listedStages(counts, "projects")).toEqual(counts.projectStages);
    expect(listedStages(counts, "policies").unstated).toBe(1);
    expect(listedStages(counts, "items", ["mechanism", "directive"]).required).toBeGreaterThan(0);
    expect(listedStages(counts, "items")).toEqual(counts.stages);
  });

  test("region-wide are the items that no league is known of", () => {
    expect(summaryCounts(counted).regionWide).toBe(23);
    expect(summaryCounts(counted, { regions: ["150700"] }).regionWide).toBe(0);
  });

  test("a unit counts what it answers for apart from what it is a counterpart of", () => {
    const { units, counterparts } = summaryCounts(counted);
    expect([units["dept-water"], counterparts["central-mwr"]]).toEqual([5, 3]);
    expect(units["central-mwr"]).toBeUndefined();
    expect(units["office-leading-group"]).toBeUndefined();
  });

  test("a filter narrows every count", () => {
    expect(summaryCounts(counted, { regions: ["152501"] })).toMatchObject({
      items: 2,
      projects: 0,
      types: { mechanism: 1, pilot: 1, support: 1 },
    });
  });
});
