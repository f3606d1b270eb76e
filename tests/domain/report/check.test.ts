import { describe, expect, test } from "vitest";
import { checkReport, needsReason } from "#domain/report/check.ts";
import { EMPTY_DRAFT, prefill } from "#domain/report/draft.ts";
import type { ReportContent, ReportDraft } from "#domain/report/report.ts";

const SOUND: ReportDraft = { ...EMPTY_DRAFT, stage: "construction", done: "主体开工" };
const PROJECT = { month: "2012-09", type: "project", stageBefore: "construction" } as const;

/** Fields that are at fault, each path with dots. */
const faults = (
  draft: Partial<ReportDraft>,
  against: Parameters<typeof checkReport>[1] = PROJECT,
): string[] => checkReport({ ...SOUND, ...draft }, against).issues.map(({ path }) => path.join("."));

test("a whole report is its content", () => {
  expect(checkReport(SOUND, PROJECT)).toEqual({ content: SOUND, issues: [] });
});

describe("stages", () => {
  test.each([
    ["a step on", "preparation", "construction", false],
    ["no step", "construction", "construction", false],
    ["a step back", "construction", "approved", true],
    ["back from the end", "completed", "construction", true],
    ["a stop", "construction", "suspended", true],
    ["an end", "planned", "cancelled", true],
    ["going on after a stop", "suspended", "construction", false],
    ["from no stage of the ladder", "unstated", "planned", false],
  ] as const)("%s: a reason %s → %s: %s", (_, before, after, needed) => {
    expect(needsReason("project", before, after)).toBe(needed);
    const asked = { stage: after, backReason: null };
    expect(faults(asked, { ...PROJECT, stageBefore: before })).toEqual(needed ? ["backReason"] : []);
    expect(faults({ ...asked, backReason: "  " }, { ...PROJECT, stageBefore: before })).toEqual(
      needed ? ["backReason"] : [],
    );
    expect(faults({ ...asked, backReason: "资金未到位" }, { ...PROJECT, stageBefore: before })).toEqual([]);
  });

  test("a stage of another ladder is refused, but for the one that the item stands on", () => {
    expect(faults({ stage: "issued" })).toEqual(["stage"]);
    expect(faults({ stage: "unstated" })).toEqual(["stage"]);
    expect(faults({ stage: "unstated" }, { ...PROJECT, stageBefore: "unstated" })).toEqual([]);
    expect(faults({ stage: null })).toEqual(["stage"]);
  });
});

describe("money", () => {
  const said = (month: string | null, year: string | null, total: string | null) =>
    faults({
      investment: {
        month: { planned: null, actual: month },
        year: { planned: null, actual: year },
        total: { planned: null, actual: total },
      },
    });
  test.each([
    ["a year of less than its month", said("10", "9.99", null), ["investment.year.actual"]],
    ["a whole of less than its year", said(null, "10", "9"), ["investment.total.actual"]],
    ["a whole of less than its month", said("10", null, "9"), ["investment.total.actual"]],
    ["the same", said("10", "10.00", "10"), []],
    ["nothing said", said(null, null, null), []],
    ["both, each once", said("10", "9", "8"), ["investment.year.actual", "investment.total.actual"]],
    ["no number", said("十", null, null), ["investment.month.actual"]],
    ["three decimals", said("1.234", null, null), ["investment.month.actual"]],
  ])("%s", (_, found, expected) => expect(found).toEqual(expected));
});

describe("days", () => {
  test("what has happened has happened by the month's end, what is planned may come", () => {
    expect(faults({ startActualOn: "2012-09-30", startPlannedOn: "2013-05-01" })).toEqual([]);
    expect(faults({ startActualOn: "2012-10-01" })).toEqual(["startActualOn"]);
    const milestones = [{ name: "截流", plannedOn: "2020-01-01", actualOn: "2012-10-01" }];
    expect(faults({ milestones })).toEqual(["milestones.0.actualOn"]);
  });

  test("a day that is none, and one beyond all plans, is a slip", () => {
    expect(faults({ startPlannedOn: "2012-02-30" })).toEqual(["startPlannedOn"]);
    expect(faults({ startPlannedOn: "1012-09-01" })).toEqual(["startPlannedOn"]);
    expect(faults({ startPlannedOn: "2112-09-01" })).toEqual(["startPlannedOn"]);
  });
});

test("a problem says what, who must act, and by when", () => {
  const problem = { kind: "funds", words: "资金未到位", actor: "发改委", by: "2012-12-31" } as const;
  expect(faults({ problem })).toEqual([]);
  expect(faults({ problem: { ...problem, words: " " } })).toEqual(["problem.words"]);
  expect(faults({ problem: { ...problem, actor: " " } })).toEqual(["problem.actor"]);
  expect(faults({ problem: { ...problem, by: null } })).toEqual(["problem.by"]);
  expect(faults({ problem: { ...problem, kind: null } })).toEqual(["problem.kind"]);
});

test("a new month starts with what still holds: the year's money until the year is over, what was done never", () => {
  const last = {
    ...SOUND,
    stage: "construction",
    backReason: "退回",
    investment: {
      month: { planned: "1", actual: "1" },
      year: { planned: "9", actual: "8" },
      total: { planned: "20", actual: "10" },
    },
    next: "继续",
  } as ReportContent;
  const start = (month: string) => prefill({ month: "2012-11", content: last }, month);
  const { month, year, total } = start("2012-12").investment;
  expect([month.actual, year.actual, total.actual]).toEqual([null, "8", "10"]);
  expect(start("2013-01").investment.year).toEqual({ planned: null, actual: null });
  expect(start("2012-12")).toMatchObject({ stage: "construction", backReason: null, done: "", next: "" });
});
