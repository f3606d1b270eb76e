import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type DrilledFilter, matches, searchTerms, zDrilledFilter } from "#domain/filter.ts";
import { aDrilledFilter } from "./arbitraries.ts";
import { counted, regions } from "./ledger.ts";

const found = (filter: DrilledFilter): string[] =>
  counted.filter((one) => matches(filter, one)).map(({ item }) => item.id);
const LISTS = ["regions", "types", "stages", "sectors", "units", "counterparts", "lights", "basis"] as const;
const anyList = fc.constantFrom(...LISTS);

describe("filter algebra", () => {
  test("no filter finds all, whatever its absent keys", () => {
    expect(found({})).toHaveLength(109);
  });

  test("every filter that is made here is a valid one", () => {
    fc.assert(
      fc.property(aDrilledFilter, (filter) => {
        expect(zDrilledFilter.safeParse(filter).error).toBeUndefined();
      }),
    );
  });

  test("an empty list finds nothing, whatever else is asked", () => {
    fc.assert(
      fc.property(aDrilledFilter, anyList, (filter, key) => {
        expect(found({ ...filter, [key]: [] })).toEqual([]);
      }),
    );
  });

  test("another member of a list never finds less", () => {
    fc.assert(
      fc.property(aDrilledFilter, aDrilledFilter, anyList, (filter, other, key) => {
        const list: readonly string[] = filter[key] ?? [];
        const longer = { ...filter, [key]: [...list, ...(other[key] ?? [])] };
        expect(found(longer)).toEqual(expect.arrayContaining(found({ ...filter, [key]: list })));
      }),
    );
  });

  test("another key never finds more", () => {
    fc.assert(
      fc.property(aDrilledFilter, aDrilledFilter, (filter, other) => {
        expect(found(filter)).toEqual(expect.arrayContaining(found({ ...other, ...filter })));
      }),
    );
  });

  test("keys are all-of: together they find what each alone finds", () => {
    fc.assert(
      fc.property(aDrilledFilter, (filter) => {
        // `basis` is left out: it says which of an item's regions `regions` may look at.
        const { basis: _, ...keys } = filter;
        const each = Object.entries(keys).map(([key, value]) => new Set(found({ [key]: value })));
        expect(found(keys)).toEqual(found({}).filter((id) => each.every((ids) => ids.has(id))));
      }),
    );
  });

  test("lists are any-of: a list finds what its members find one by one", () => {
    fc.assert(
      fc.property(aDrilledFilter, anyList, (filter, key) => {
        const list: readonly string[] | undefined = filter[key];
        fc.pre(list !== undefined);
        const each = (list ?? []).map((member) => new Set(found({ ...filter, [key]: [member] })));
        expect(found(filter)).toEqual(found({}).filter((id) => each.some((ids) => ids.has(id))));
      }),
    );
  });

  test("a league finds all that its counties find, the province all that its leagues find", () => {
    for (const region of regions) {
      if (region.parent === null) continue;
      expect(found({ regions: [region.parent] })).toEqual(
        expect.arrayContaining(found({ regions: [region.code] })),
      );
    }
  });
});

describe("text", () => {
  test("every term must be found, in any order", () => {
    expect(found({ text: "管道 天然气" })).toEqual(["S-1.4-15"]);
    expect(found({ text: "天然气 机场" })).toEqual([]);
  });

  test("a unit's name, a region's name and its initials find an item", () => {
    expect(found({ text: "国家电网" })).toEqual(["S-1.4-14"]);
    expect(found({ text: "林西" })).toContain("S-1.2-07");
    expect(found({ text: "elqzzq" })).toEqual([]);
    expect(found({ text: "elczzq" })).toEqual(["S-1.4-03"]);
    expect(found({ text: "ALSM" })).toContain("S-1.4-11");
  });

  test("terms are folded: width and case do not matter", () => {
    expect(searchTerms("　ＵＨＶ ３００万吨\t")).toEqual(["uhv", "300万吨"]);
    expect(found({ text: "３００万吨" })).toEqual(["S-1.4-10"]);
  });

  test("white space alone sets no limit", () => {
    expect(found({ text: " \t" })).toHaveLength(109);
  });
});

describe("a region drilled into", () => {
  test("leaves what lies in it too, an item of several regions among it", () => {
    // 林西县 and 多伦县 are two of the banners of one pilot.
    expect(found({ regions: ["150424"], within: "152531" })).toEqual(["S-1.2-07"]);
    expect(found({ types: ["project"], regions: ["150100"], within: "150500" })).toEqual([]);
    expect(found({ regions: ["150400"], within: "150424" })).toEqual(found({ within: "150424" }));
  });

  test("alone finds what the same region finds as a filter", () => {
    for (const { code } of regions) expect(found({ within: code })).toEqual(found({ regions: [code] }));
  });

  test("is looked for among the stated regions when the basis says so", () => {
    expect(found({ within: "152223" })).toEqual(["S-1.3-06.1"]);
    expect(found({ within: "152223", basis: ["stated"] })).toEqual([]);
  });
});

test("only the stated regions count when the basis says so", () => {
  expect(found({ regions: ["152223"] })).toEqual(["S-1.3-06.1"]);
  expect(found({ regions: ["152223"], basis: ["stated"] })).toEqual([]);
  expect(found({ regions: ["150000"], basis: ["stated"] })).toContain("S-1.3-06.1");
});

test("until there are reports every item is without a light", () => {
  expect(found({ lights: ["none"] })).toHaveLength(109);
  expect(found({ lights: ["green", "yellow", "red"] })).toEqual([]);
});
