import { expect, test } from "vitest";
import type { Item } from "#domain/item.ts";
import { assignmentsOf } from "#domain/report/assign.ts";
import { readSeeds } from "#seeds/read.ts";

const { units, items } = readSeeds();
type Asked = Parameters<typeof assignmentsOf>[0];
const anItem = (of: Partial<Asked>): Asked => ({ id: "S-1", units: [], regions: [], ...of });
const unit = (id: string, role: Item["units"][number]["role"] = "responsible") =>
  ({ unit: id, role, words: "", basis: "stated" }) as Item["units"][number];
const region = (code: string, basis: "stated" | "inferred" = "stated") => ({ code, basis });
const namesOf = (of: Partial<Asked>) =>
  assignmentsOf(anItem(of), units).map(({ unit: id, lead }) => (lead ? `${id}!` : id));

test("responsible units that file come first, in the source's order, the first of them leads", () => {
  expect(
    namesOf({ units: [unit("dept-water"), unit("dept-forestry")], regions: [region("150100")] }),
  ).toEqual(["dept-water!", "dept-forestry"]);
  expect(namesOf({ units: [unit("dept-forestry"), unit("dept-water"), unit("dept-forestry")] })).toEqual([
    "dept-forestry!",
    "dept-water",
  ]);
});

test("a unit that files not at all, and one that only helps, is none", () => {
  const central = units.find(({ files }) => !files)?.id ?? "";
  const others = [unit(central), unit("dept-water", "counterpart")];
  expect(namesOf({ units: others, regions: [region("150100")] })).toEqual(["league-150100!"]);
});

test("else the leagues that the stated regions lie in, counties by their league, each once", () => {
  expect(namesOf({ regions: [region("150121"), region("150100"), region("150424")] })).toEqual([
    "league-150100!",
    "league-150400",
  ]);
});

test("what is inferred counts where nothing is stated, and not beside it", () => {
  expect(namesOf({ regions: [region("150100", "inferred")] })).toEqual(["league-150100!"]);
  expect(namesOf({ regions: [region("150100", "inferred"), region("150400")] })).toEqual(["league-150400!"]);
});

test("a planned city files for what lies in it, and its league does not", () => {
  const found = namesOf({ regions: [region("150781")] });
  expect(found).toHaveLength(1);
  expect(found[0]).toContain("150781");
});

test("a region-wide item of no responsible unit has nobody, and no other region is added to it", () => {
  expect(namesOf({ regions: [region("150000")] })).toEqual([]);
});

test("of the source's items each has exactly one lead, or nobody at all", () => {
  for (const item of items) {
    const all = assignmentsOf(item, units);
    expect([item.id, all.filter(({ lead }) => lead).length]).toEqual([item.id, Math.min(1, all.length)]);
    expect(new Set(all.map(({ unit: id }) => id)).size).toBe(all.length);
  }
});
