import { expect, test } from "vitest";
import type { MeasureState, Reading } from "#domain/work/measure.ts";
import { classCounts, isOf, isVague, policyLines } from "#domain/work/policy-table.ts";

const POLICIES = ["a", "b", "c", "d"].map((id) => ({ id }));
const aRecord = (id: string, item: string | null, reading: Reading | null, state: MeasureState) => ({
  id,
  state,
  brief: { item, reading },
});

test("every policy has its line, with its record where it has one, and none is lost", () => {
  const records = [
    aRecord("1", "a", "placeholder", "open"),
    aRecord("2", "b", "clear", "dropped"),
    aRecord("3", "c", "general", "draft"),
    aRecord("4", "c", "clear", "detailed"),
    aRecord("5", null, null, "draft"),
    aRecord("6", "nowhere", "clear", "open"),
  ];
  const lines = policyLines(POLICIES, records).map(({ policy, record }) => [policy?.id, record?.id]);
  expect(lines).toEqual([
    ["a", "1"],
    ["b", undefined],
    ["c", "4"],
    ["c", "3"],
    ["d", undefined],
    [undefined, "5"],
    [undefined, "6"],
  ]);
});

test("a placeholder stands out until it has measures, and a draft has classed nothing", () => {
  for (const [reading, state, expected] of [
    ["placeholder", "open", true],
    ["placeholder", "detailed", false],
    ["placeholder", "effective", false],
    ["placeholder", "draft", false],
    ["clear", "open", false],
    ["general", "open", false],
  ] as const)
    expect([reading, state, isVague(aRecord("1", "a", reading, state))]).toEqual([reading, state, expected]);
  expect(isVague(null)).toBe(false);
  expect(isOf("none", aRecord("1", "a", "clear", "draft"))).toBe(true);
  expect(isOf("placeholder", aRecord("1", "a", "placeholder", "open"))).toBe(true);
});

test("policies are counted, not records", () => {
  const lines = policyLines(POLICIES, [
    aRecord("1", "a", "placeholder", "open"),
    aRecord("2", "a", "clear", "detailed"),
    aRecord("3", "b", "placeholder", "open"),
    aRecord("4", "c", "clear", "draft"),
    aRecord("5", null, "general", "open"),
  ]);
  // What is further on says how "a" is read; "c" is only drawn up, "d" has no record, and 5 is of no policy.
  expect(classCounts(lines)).toEqual({ clear: 1, general: 0, placeholder: 1, none: 2, vague: 1 });
});
