import { expect, test } from "vitest";
import { EMPTY_DRAFT } from "#domain/report/draft.ts";
import { zReportDraft } from "#domain/report/report.ts";
import { keptOf } from "../../../client/filing/kept.ts";

const KEPT = {
  base: { content: EMPTY_DRAFT, edition: 2 },
  content: { ...EMPTY_DRAFT, done: "写了一半" },
  at: "2026-11-29T02:32:00.000Z",
};

test("what this build kept is read back whole", () => {
  expect(keptOf(zReportDraft, JSON.parse(JSON.stringify(KEPT)))).toEqual(KEPT);
});

test("what another build kept in another shape is left alone, and so is what is nothing", () => {
  expect(keptOf(zReportDraft, { ...KEPT, content: { done: "旧" } })).toBeNull();
  expect(keptOf(zReportDraft, null)).toBeNull();
  expect(keptOf(zReportDraft, "旧")).toBeNull();
});
