import { beforeAll, describe, expect, test, vi } from "vitest";
import { EMPTY_DRAFT } from "#domain/report/draft.ts";
import type { ReportDraft } from "#domain/report/report.ts";
import { FIELDS, nameOf } from "../../../client/filing/fields.ts";
import type { FormState } from "../../../client/filing/form-context.tsx";
import { startOwnWords } from "../../../client/words/start-own-words.ts";
import { filing } from "../../../client/words/zh-CN/filing.ts";
import { drawnForm } from "./drawn-form.tsx";

// What is rendered without a document has no theme.
vi.mock("../../../client/desk/use-desk-look.ts", () => ({
  useDeskLook: () => ({ lang: "zh-CN", theme: "light" }),
}));

beforeAll(async () => {
  await startOwnWords("zh-CN", { "zh-CN": { filing }, en: async () => ({}) });
});

const drawn = (draft: ReportDraft, comments: FormState["comments"]): string => drawnForm(draft, { comments });

const HASH = "a".repeat(64);
const FULL: ReportDraft = {
  ...EMPTY_DRAFT,
  stage: "suspended",
  backReason: "停工",
  milestones: [{ name: "合龙", plannedOn: null, actualOn: null }],
  problem: { kind: "land", words: "用地未批", actor: "自然资源厅", by: null },
  attachments: [{ hash: HASH, name: "照片.png", type: "png", bytes: 9 }],
};
const EMPTY: ReportDraft = { ...EMPTY_DRAFT, stage: "construction" };
const ON_EACH = FIELDS.map((path) => ({ path: [...path], words: `看这里：${nameOf(path)}。` }));
const times = (html: string, words: string): number => html.split(words).length - 1;

describe.each([
  ["that says all", FULL],
  ["that says nothing", EMPTY],
])("a report %s, returned with a word on every field", (_, draft) => {
  test("shows each of the words, once", () => {
    const html = drawn(draft, ON_EACH);
    for (const { words } of ON_EACH) expect(times(html, words), words).toBe(1);
  });

  test("shows a word on a section under the head of that section", () => {
    const html = drawn(draft, ON_EACH);
    for (const field of ["milestones", "problem", "attachments"] as const) {
      const section = html.slice(html.indexOf(`>${filing.section[field]}<`));
      expect(section.slice(0, section.indexOf("</section>"))).toContain(`看这里：${field}。`);
    }
  });
});

test("a word on the whole, on a line that is gone, and on what no field is, stand where they are seen", () => {
  const comments = [
    { path: [], words: "整份不清。" },
    { path: ["milestones", 3, "name"], words: "第四个节点？" },
    { path: ["problem", "actor"], words: "谁解决？" },
    { path: ["investment"], words: "投资全错。" },
    { path: ["backReason"], words: "为何后退？" },
  ];
  const html = drawn(EMPTY, comments);
  for (const { words } of comments) expect(times(html, words), words).toBe(1);
  const top = html.slice(0, html.indexOf("<section"));
  for (const words of ["整份不清。", "投资全错。", "为何后退？"]) expect(top).toContain(words);
  expect(top).toContain(filing.field.backReason);
  expect(drawn(FULL, comments).indexOf("谁解决？")).toBeGreaterThan(drawn(FULL, []).indexOf("field-problem"));
});
