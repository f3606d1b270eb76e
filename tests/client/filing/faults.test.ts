import { expect, test } from "vitest";
import { EMPTY_DRAFT } from "#domain/report/draft.ts";
import type { ReportDraft } from "#domain/report/report.ts";
import { faultsOf, isMissing } from "../../../client/filing/faults.ts";

const AGAINST = { month: "2026-11", type: "project", stageBefore: "construction" } as const;
const faults = (said: Partial<ReportDraft>) =>
  faultsOf({ ...EMPTY_DRAFT, stage: "construction", ...said }, AGAINST).map(({ path, kind }) => [
    path.join("."),
    kind,
  ]);
const money = (year: string | null, total: string | null) => ({
  month: { planned: null, actual: null },
  year: { planned: null, actual: year },
  total: { planned: null, actual: total },
});

test("each fault is named at its field, by what is wrong with it", () => {
  expect(faults({})).toEqual([]);
  expect(faults({ stage: null })).toEqual([["stage", "missing"]]);
  expect(faults({ stage: "approved" })).toEqual([["backReason", "backReason"]]);
  expect(faults({ investment: money("1.", null) })).toEqual([["investment.year.actual", "money"]]);
  expect(faults({ investment: money("12.00", "3.00") })).toEqual([["investment.total.actual", "sum"]]);
  expect(faults({ startActualOn: "2026-12-01" })).toEqual([["startActualOn", "future"]]);
  expect(faults({ startPlannedOn: "2012-13" })).toEqual([["startPlannedOn", "day"]]);
  expect(faults({ milestones: [{ name: "", plannedOn: null, actualOn: null }] })).toEqual([
    ["milestones.0.name", "missing"],
  ]);
});

test("what is merely not said yet is told apart from what is wrong", () => {
  const problem = { kind: null, words: "", actor: "", by: null };
  const found = faultsOf({ ...EMPTY_DRAFT, stage: "construction", problem, plannedPercent: 12.55 }, AGAINST);
  expect(found.filter((fault) => !isMissing(fault)).map(({ path }) => path.join("."))).toEqual([
    "plannedPercent",
  ]);
  expect(found.filter(isMissing).map(({ path }) => path.join("."))).toContain("problem.kind");
});
