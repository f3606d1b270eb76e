import { beforeAll, expect, test, vi } from "vitest";
import { EMPTY_DRAFT } from "#domain/report/draft.ts";
import type { ReportContent } from "#domain/report/report.ts";
import { milestonesBefore } from "../../../client/filing/milestones-before.ts";
import { startOwnWords } from "../../../client/words/start-own-words.ts";
import { filing } from "../../../client/words/zh-CN/filing.ts";
import { drawnForm } from "./drawn-form.tsx";

vi.mock("../../../client/desk/use-desk-look.ts", () => ({
  useDeskLook: () => ({ lang: "zh-CN", theme: "light" }),
}));

beforeAll(async () => {
  await startOwnWords("zh-CN", { "zh-CN": { filing }, en: async () => ({}) });
});

const milestone = (name: string, plannedOn: string | null = null) => ({ name, plannedOn, actualOn: null });
const LAST: ReportContent = {
  ...EMPTY_DRAFT,
  stage: "construction",
  milestones: [milestone("可研批复"), milestone("初设批复", "2026-09-01"), milestone("主体完工")],
  problem: { kind: "land", words: "用地指标不足", actor: "自然资源厅", by: null },
  attachments: [{ hash: "a".repeat(64), name: "现场.png", type: "png", bytes: 9 }],
};
const sectionOf = (html: string, section: keyof typeof filing.section): string => {
  const from = html.slice(html.indexOf(`>${filing.section[section]}<`));
  return from.slice(0, from.indexOf("</section>"));
};
const was = (value: string) => filing.was.replace("{{was}}", value);

test("what is as it was last month has no mark, and without a last month nothing has", () => {
  for (const previous of [LAST, null]) {
    const html = drawnForm(LAST, { previous });
    expect(html).not.toContain(filing.differs);
    expect(html).not.toContain("changed");
    expect(html).not.toContain("field-was");
  }
});

test("a problem is marked by its kind, its actor, its day and its words, each with what it was", () => {
  const problem = { kind: "funds", words: "资金未到位", actor: "财政厅", by: "2026-12-01" } as const;
  const section = sectionOf(drawnForm({ ...LAST, problem }, { previous: LAST }), "problem");
  expect(section).toContain(filing.differs);
  for (const before of [filing.problemKind.land, "自然资源厅", filing.unsaid])
    expect(section).toContain(was(before));
  expect(section.split("<p>用地指标不足</p>")).toHaveLength(2);
});

test("a problem that is solved, or new, says so", () => {
  const solved = sectionOf(drawnForm({ ...LAST, problem: null }, { previous: LAST }), "problem");
  expect(solved).toContain(filing.differs);
  expect(solved).toContain("用地指标不足");
  const fresh = sectionOf(drawnForm(LAST, { previous: { ...LAST, problem: null } }), "problem");
  expect(fresh).toContain(filing.differs);
  expect(fresh.split(filing.notBefore)).toHaveLength(2);
  expect(fresh).not.toContain(filing.unsaid);
});

test("a milestone that is renamed, moved in time, new or gone is told from those that merely moved up", () => {
  const [, second, third] = LAST.milestones;
  if (!second || !third) throw new Error("last month had three");
  const milestones = [{ ...second, plannedOn: "2026-10-01" }, third, milestone("竣工验收")];
  const section = sectionOf(drawnForm({ ...LAST, milestones }, { previous: LAST }), "milestones");
  expect(section).toContain(was("2026-09-01"));
  expect(section.split(filing.notBefore)).toHaveLength(2);
  expect(section).toContain(filing.milestone.gone.replace("{{line}}", "可研批复（计划 —，实际 —）"));
  const renamed = [milestone("可研报告批复"), second, third];
  expect(sectionOf(drawnForm({ ...LAST, milestones: renamed }, { previous: LAST }), "milestones")).toContain(
    was("可研批复"),
  );
});

test("attachments are marked, with the names of last month's", () => {
  const section = sectionOf(drawnForm({ ...LAST, attachments: [] }, { previous: LAST }), "attachments");
  expect(section).toContain(filing.differs);
  expect(section).toContain("现场.png");
});

test.each([
  [
    ["a", "b"],
    ["a", "b"],
    [0, 1],
  ],
  [["a", "b"], ["b"], [1]],
  [
    ["a", "b"],
    ["b", "a"],
    [1, 0],
  ],
  [
    ["a", "b"],
    ["x", "b"],
    [0, 1],
  ],
  [["a"], ["a", "a"], [0, null]],
  [
    ["a", "b"],
    ["b", "x"],
    [1, null],
  ],
  [[], ["a"], [null]],
])("of %j, %j are %j", (then, now, places) => {
  const lists = [now, then].map((names) => ({ milestones: names.map((name) => ({ name })) }));
  expect(milestonesBefore(lists[0] ?? { milestones: [] }, lists[1] ?? { milestones: [] })).toEqual(places);
});
