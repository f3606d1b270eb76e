import { expect, test } from "vitest";
import type { ItemDetail } from "#domain/query.ts";
import { EMPTY_PROPOSAL, type Known, proposalIssues } from "#domain/report/proposal.ts";
import { asItIs, faultsIn, fieldsOf, newItemOf } from "../../../client/proposals/content.ts";

const KNOWN: Known = {
  regions: new Set(["150100"]),
  units: new Map([["dept-water", "水利厅"]]),
  places: new Set(["pl-1"]),
};
const ITEM = {
  title: "文得根水库",
  sector: "water",
  regions: [{ code: "150100", basis: "inferred" }],
  units: [{ unit: "dept-water", role: "responsible", words: "水利厅", basis: "stated", name: "水利厅" }],
  geometry: {
    kind: "line",
    places: ["pl-1"],
    corridors: [],
    laterCorridors: [],
    note: null,
    marks: [],
    lines: [],
  },
  figures: [{ value: 2, unit: "亿元", words: "2亿元", kind: "exact", period: "2012", note: null }],
} as unknown as ItemDetail;

const kinds = (content: typeof EMPTY_PROPOSAL, item: ItemDetail | null = null) =>
  faultsIn(proposalIssues(content, item, KNOWN), content).map(({ path, kind }) => [path.join("."), kind]);

test("a form that nobody has filled in says at each field what is missing", () => {
  expect(kinds(newItemOf("dept-water"))).toEqual([
    ["why", "why"],
    ["title", "title"],
    ["type", "choose"],
    ["stage", "choose"],
    ["sector", "choose"],
    ["regions", "regions"],
  ]);
  expect(kinds(EMPTY_PROPOSAL, ITEM)).toEqual([
    ["why", "why"],
    ["", "nothing"],
  ]);
});

test("a fault of one among many chosen stands at the control, one of a row in the row", () => {
  const content = {
    ...newItemOf("dept-water"),
    regions: ["150100", "990000"],
    units: [{ unit: "", role: "responsible" as const, words: "" }],
    geometry: {
      kind: "point" as const,
      places: ["nowhere"],
      points: [{ name: "", nameEn: null, at: [40, 110] as [number, number], errorKm: 0 }],
    },
    figures: [{ value: null, unit: "", words: " ", kind: "exact" as const }],
  };
  expect(kinds(content)).toEqual(
    expect.arrayContaining([
      ["regions", "regions"],
      ["units.0.unit", "unit"],
      ["geometry.kind", "kind"],
      ["geometry.places", "other"],
      ["geometry.points.0.name", "name"],
      ["geometry.points.0.at", "at"],
      ["geometry.points.0.errorKm", "error"],
      ["figures.0.words", "figure"],
    ]),
  );
});

test("what the server finds stands at the same fields, by whichever path it names them", () => {
  const issues = [{ path: ["content", "units", 0, "unit"], message: "no unit has the id x" }];
  expect(faultsIn(issues, EMPTY_PROPOSAL)).toEqual([{ path: ["units", 0, "unit"], kind: "unit" }]);
});

test("a field that is to be changed starts with what the ledger says, and each can be", () => {
  expect(fieldsOf("change")).toEqual(["title", "sector", "regions", "units", "geometry", "figures"]);
  const all = Object.assign({}, ...fieldsOf("change").map((field) => asItIs(ITEM, field)));
  expect(all).toEqual({
    title: "文得根水库",
    sector: "water",
    regions: ["150100"],
    units: [{ unit: "dept-water", role: "responsible", words: "水利厅" }],
    // No line is proposed.
    geometry: { kind: "area", places: ["pl-1"], points: [] },
    figures: [{ value: 2, unit: "亿元", words: "2亿元", kind: "exact" }],
  });
});
