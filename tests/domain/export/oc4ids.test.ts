import { expect, test } from "vitest";
import { projectOf } from "#domain/export/oc4ids.ts";
import type { LedgerNames, LedgerRecord } from "#domain/export/record.ts";
import type { Item } from "#domain/item.ts";
import { LADDERS, OFF_LADDER } from "#domain/stage.ts";
import { judgeBy } from "../../server/export/oc4ids-problems.ts";
import { OC4IDS_PROJECT } from "../../server/export/oc4ids-schema.ts";
import { itemOf, regions, seeds } from "../ledger.ts";

const problemsOf = judgeBy(OC4IDS_PROJECT);
const names: LedgerNames = {
  regions: new Map(regions.map((region) => [region.code, region])),
  units: new Map(seeds.units.map((unit) => [unit.id, unit])),
  documents: new Map(seeds.documents.map((document) => [document.id, document])),
};
const recordOf = (changes: Partial<Item> = {}): LedgerRecord => ({
  item: { ...itemOf("S-1.4-15"), ...changes },
  counted: true,
  light: null,
  places: [],
  corridors: [],
});

test("a project is valid at every stage, and has a status at each but two", () => {
  const statuses = [...LADDERS.project, ...OFF_LADDER].map((stage) => {
    const project = projectOf(recordOf({ stage }), names, "en");
    expect(problemsOf(project), stage).toEqual([]);
    return project.status ?? "none";
  });
  expect(statuses).toEqual([
    "identification",
    "preparation",
    "preparation",
    "implementation",
    "completion",
    "none",
    "none",
    "cancelled",
  ]);
});

test("a project of nobody, in a document that nobody described, leaves out what it does not know", () => {
  const project = projectOf(recordOf({ units: [] }), { ...names, documents: new Map() }, "zh-CN");
  expect(problemsOf(project)).toEqual([]);
  for (const field of ["parties", "updated"]) expect(project).not.toHaveProperty(field);
  expect(project.documents[0]).not.toHaveProperty("url");
});

test("an address in other letters is handed on as the URI that it stands for", () => {
  const documents = new Map(
    seeds.documents.map((document) => [document.id, { ...document, url: "https://例子.cn/政策 一.htm" }]),
  );
  const project = projectOf(recordOf(), { ...names, documents }, "zh-CN");
  expect(problemsOf(project)).toEqual([]);
  expect(project.documents[0]).toMatchObject({
    url: "https://xn--fsqu00a.cn/%E6%94%BF%E7%AD%96%20%E4%B8%80.htm",
  });
});

test("units with two roles are one party with both", () => {
  const [unit] = itemOf("S-1.4-15").units;
  if (unit === undefined) throw new Error("S-1.4-15 has no unit");
  const units: Item["units"] = [
    { ...unit, role: "responsible", basis: "stated" },
    { ...unit, role: "counterpart", basis: "inferred" },
  ];
  const project = projectOf(recordOf({ units }), names, "en");
  expect(problemsOf(project)).toEqual([]);
  expect(project.parties?.map((party) => party.roles)).toEqual([["publicAuthority", "counterpartInferred"]]);
});
