import { expect, test } from "vitest";
import type { Measure } from "#domain/measure.ts";
import { readRegions } from "#geo/read.ts";
import { buildTree, treeRows } from "../../../client/workbench/side/build-tree.ts";
import { seededApi } from "../../factories.ts";

const regions = readRegions();
const NONE: ReadonlySet<string> = new Set();

async function seededTree(measure: Measure = "items") {
  const api = await seededApi();
  const [reporting, county] = await Promise.all([
    api.progress.byRegion({ level: "reporting", measure }),
    api.progress.byRegion({ level: "county", measure }),
  ]);
  return buildTree(regions, { reporting, county });
}

test("the tree has the twelve leagues, most first, and every county once", async () => {
  const tree = await seededTree();
  const values = tree.map((node) => node.progress?.value ?? 0);
  const counties = tree.flatMap((node) => [...node.mentioned, ...node.rest]);
  expect(tree).toHaveLength(12);
  expect(values).toEqual(values.toSorted((a, b) => b - a));
  expect(counties).toHaveLength(regions.filter((region) => region.level === "county").length);
  expect(new Set(counties.map((node) => node.region.code)).size).toBe(counties.length);
});

test("the two planned cities stand in their leagues and are known as such", async () => {
  const tree = await seededTree();
  const planned = tree.flatMap((node) =>
    [...node.mentioned, ...node.rest]
      .filter((county) => county.planned)
      .map((county) => [node.region.code, county.region.code]),
  );
  expect(planned.sort()).toEqual([
    ["150700", "150781"],
    ["152500", "152501"],
  ]);
});

test("counties without items stay behind one row until they are asked for", async () => {
  const tree = await seededTree();
  const league = tree.find((node) => node.region.code === "152500");
  const few = treeRows(tree, new Set(["152500"]), NONE, null);
  const all = treeRows(tree, new Set(["152500"]), new Set(["152500"]), null);
  expect(league?.rest.length).toBeGreaterThan(0);
  expect(all.length - few.length).toBe(league?.rest.length);
  expect(few.some((row) => row.kind === "more" && row.league === "152500")).toBe(true);
});

test("a county that is chosen is seen even where it has no items", async () => {
  const tree = await seededTree();
  const silent = tree.find((node) => node.mentioned.length > 0 && node.rest.length > 0);
  const code = silent?.rest[0]?.region.code ?? "";
  const rows = treeRows(tree, new Set([silent?.region.code ?? ""]), NONE, code);
  expect(rows.map((row) => row.code)).toContain(code);
});

test("positions of siblings run from 1 to their number, as a screen reader counts them", async () => {
  const tree = await seededTree();
  const rows = treeRows(tree, new Set(tree.map((node) => node.region.code)), NONE, null);
  const leagues = rows.filter((row) => row.kind === "region" && row.level === 2);
  expect(leagues.map((row) => row.at)).toEqual(leagues.map((_, index) => index + 1));
  for (const row of rows) expect(row.at).toBeLessThanOrEqual(row.size);
});

test("where nothing is known of a share, the league stands last and not as nought", async () => {
  const tree = await seededTree("started");
  const values = tree.map((node) => node.progress?.value ?? null);
  const firstUnknown = values.indexOf(null);
  expect(firstUnknown).toBeGreaterThan(0);
  expect(values.slice(firstUnknown).every((value) => value === null)).toBe(true);
});
