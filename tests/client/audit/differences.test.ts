import { expect, test } from "vitest";
import { differencesOf } from "../../../client/audit/differences.ts";

test("fields that changed stand with what they were and are, nested ones by their path; what stayed is left out", () => {
  const before = JSON.stringify({ state: "draft", rules: { yellow: 100, red: 300 }, roles: ["viewer"] });
  const after = JSON.stringify({
    state: "draft",
    rules: { yellow: 50, red: 300 },
    roles: ["viewer", "office"],
  });
  expect(differencesOf(before, after)).toEqual([
    { field: "rules.yellow", before: "100", after: "50" },
    { field: "roles", before: "viewer", after: "viewer, office" },
  ]);
});

test("what came or went has nothing at its other side, and a list of records is read record by record", () => {
  expect(differencesOf(null, JSON.stringify({ a: 1, b: null }))).toEqual([
    { field: "a", before: null, after: "1" },
  ]);
  expect(differencesOf(JSON.stringify([{ words: "请补" }]), null)).toEqual([
    { field: "0.words", before: "请补", after: null },
  ]);
});

test("text that is no JSON is one field without a name, and two nothings differ in nothing", () => {
  expect(differencesOf("x", "y")).toEqual([{ field: "", before: "x", after: "y" }]);
  expect(differencesOf(null, null)).toEqual([]);
});
