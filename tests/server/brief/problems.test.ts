import { expect, test } from "vitest";
import { type Problem, problemWords } from "#domain/brief/preflight.ts";
import { seededApi } from "../../factories.ts";
import { aBrief } from "./a-brief.ts";

const problemsOf = async (...given: Parameters<typeof aBrief>): Promise<Problem[]> =>
  (await (await seededApi()).brief.sheet(aBrief(...given))).problems;

test("a plain page has but what is true of its data: no review number", async () => {
  expect(await problemsOf()).toEqual([{ kind: "noReviewNumber" }]);
});

test.each(["a3", "a4-portrait", "figure", "slide"] as const)(
  "a title of 500 characters is told on %s, and what stands there ends with an ellipsis",
  async (page) => {
    const api = await seededApi();
    const { sheet, problems } = await api.brief.sheet(aBrief({ page, title: "长".repeat(500) }));
    const problem = problems.find(({ kind }) => kind === "textTooLong");
    expect(problem).toMatchObject({ field: "title", length: 500 });
    const said = JSON.stringify(sheet.elements);
    expect(said).toContain("长…");
    if (problem?.kind === "textTooLong") expect(problem.fits).toBeLessThan(100);
  },
);

test("characters that no font has are named, each once; those that have a glyph are not", async () => {
  const problems = await problemsOf({ title: "㘎字𬀩与𠮷𠮷和😀中文 ABC" });
  const missing = problems.find(({ kind }) => kind === "glyphMissing");
  if (missing?.kind !== "glyphMissing") throw new Error("nothing is missing");
  expect(missing.characters).toContain("😀");
  expect(missing.characters).toContain("𠮷");
  expect(missing.characters).not.toContain("中");
  expect(new Set(missing.characters).size).toBe(missing.characters.length);
});

test("control characters and halves of a pair are left out of every text, and told by their numbers", async () => {
  const api = await seededApi();
  const title = "进展\u0000图\u0008\u000b与\ufffe表\ud842";
  const { sheet, problems } = await api.brief.sheet(aBrief({ title, note: "备\u0008注" }));
  expect(problems).toContainEqual({
    kind: "charactersDropped",
    characters: ["U+0000", "U+0008", "U+000B", "U+FFFE", "U+D842"],
  });
  expect(sheet.title).toBe("进展图与表");
  expect(JSON.stringify(sheet.elements)).toContain("备注");
  expect(problems.map(({ kind }) => kind)).not.toContain("glyphMissing");
});

test("a filter that hides items says how many, and names itself on the page", async () => {
  const api = await seededApi();
  const { sheet, problems } = await api.brief.sheet(aBrief({}, "?types=project"));
  expect(problems).toContainEqual({ kind: "filterHides", hidden: 45 });
  expect(JSON.stringify(sheet.elements)).toContain("筛选：类型：项目");
});

test("a region with no items is told, and its page says so", async () => {
  const api = await seededApi();
  const brief = aBrief({ blocks: ["legend", "stages", "items"] }, "?region=150302");
  const { sheet, problems } = await api.brief.sheet(brief);
  expect(problems).toContainEqual({ kind: "nothingHere" });
  expect(JSON.stringify(sheet.elements)).toContain("所选范围内没有事项");
});

test("a list longer than its page is cut, and the page says how far", async () => {
  const api = await seededApi();
  const { sheet, problems } = await api.brief.sheet(aBrief({ blocks: ["items"] }));
  const cut = problems.find(({ kind }) => kind === "listCut");
  expect(cut).toMatchObject({ total: 66 });
  if (cut?.kind === "listCut")
    expect(JSON.stringify(sheet.elements)).toContain(`列出前 ${cut.shown} 项，共 66 项`);
});

test("every problem says what is wrong and the way out, in both languages", async () => {
  const problems: Problem[] = [
    ...(await problemsOf({ title: `${"长".repeat(500)}😀` }, "?types=project")),
    { kind: "charactersDropped", characters: ["U+0008"] },
    { kind: "canvasClamped", asked: 4961, drawn: 4096 },
    { kind: "gpuLimit", limit: 4096 },
    { kind: "noWebgl" },
    { kind: "contextLost" },
    { kind: "tilesMissing", count: 2 },
    { kind: "fontMissing", fonts: ["Noto Sans SC"] },
    { kind: "labelsDropped", names: ["乌海市"] },
    { kind: "demoData" },
    { kind: "blockLeftOut", block: "items" },
    { kind: "mapForbidden" },
  ];
  for (const problem of problems) {
    for (const lang of ["zh-CN", "en"] as const) {
      const { what, wayOut } = problemWords(problem, lang);
      expect(what.length).toBeGreaterThan(5);
      expect(wayOut.length).toBeGreaterThan(5);
    }
  }
});
