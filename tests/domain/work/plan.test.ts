import { expect, test } from "vitest";
import { comparePlans, type PlanEntry } from "#domain/work/plan.ts";

const entry = (name: string, change: Partial<PlanEntry> = {}): PlanEntry => ({
  id: name.padEnd(26, "0"),
  words: name,
  lead: "dept-water",
  helpers: [],
  due: "2012-10-31",
  task: null,
  ...change,
});
const told = (before: PlanEntry[], after: PlanEntry[]) =>
  comparePlans({ entries: before }, { entries: after }).map(({ is, before: was, after: now, fields }) => [
    is,
    (now ?? was)?.words,
    fields,
  ]);

test("of two versions each entry is added, removed, changed or the same, and a changed one says in what", () => {
  expect(
    told(
      [entry("a"), entry("b"), entry("c")],
      [entry("a"), entry("c", { due: null, helpers: ["dept-forestry"] }), entry("d")],
    ),
  ).toEqual([
    ["same", "a", []],
    ["removed", "b", []],
    ["changed", "c", ["helpers", "due"]],
    ["added", "d", []],
  ]);
});

test("an entry that stands elsewhere is the same one, and what is gone stands where it stood", () => {
  expect(told([entry("a"), entry("b")], [entry("b"), entry("a")]).map(([is, words]) => [is, words])).toEqual([
    ["same", "b"],
    ["same", "a"],
  ]);
  expect(told([entry("a"), entry("b"), entry("c")], [entry("c")]).map(([is]) => is)).toEqual([
    "removed",
    "removed",
    "same",
  ]);
  expect(told([entry("a"), entry("b"), entry("c")], [entry("c")]).map(([, words]) => words)).toEqual([
    "a",
    "b",
    "c",
  ]);
  expect(told([], [])).toEqual([]);
  expect(told([], [entry("a")])).toEqual([["added", "a", []]]);
});
