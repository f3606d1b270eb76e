import i18next, { type TFunction } from "i18next";
import { beforeAll, expect, test } from "vitest";
import { EMPTY_DRAFT } from "#domain/report/draft.ts";
import type { ReportDraft } from "#domain/report/report.ts";
import { fieldLabel, fieldWords } from "../../../client/filing/field-words.ts";
import { FIELDS } from "../../../client/filing/fields.ts";
import { filing as en } from "../../../client/words/en/filing.ts";
import { filing as zh } from "../../../client/words/zh-CN/filing.ts";

const spoken: Record<"zh-CN" | "en", TFunction> = {} as never;
beforeAll(async () => {
  const words = i18next.createInstance();
  await words.init({
    resources: { "zh-CN": { translation: { filing: zh } }, en: { translation: { filing: en } } },
    interpolation: { escapeValue: false },
  });
  for (const lang of ["zh-CN", "en"] as const) spoken[lang] = words.getFixedT(lang);
});

const WHOLE: ReportDraft = {
  ...EMPTY_DRAFT,
  stage: "construction",
  plannedPercent: 80,
  investment: { ...EMPTY_DRAFT.investment, year: { planned: "1234.50", actual: null } },
  milestones: [{ name: "截流", plannedOn: "2026-10-01", actualOn: null }],
  problem: { kind: "land", words: "用地未批", actor: "国土资源厅", by: null },
};

test("what is said is read in words, in either language", () => {
  const words = (lang: "zh-CN" | "en") =>
    FIELDS.map((field) => fieldWords(spoken[lang], lang, field, WHOLE)).filter((one) => one !== "");
  expect(words("zh-CN")).toEqual(expect.arrayContaining(["开工建设", "80%", "1234.50 万元"]));
  expect(words("en")).toEqual(expect.arrayContaining(["Under construction", "80%", "¥1234.50 × 10,000"]));
  for (const lang of ["zh-CN", "en"] as const) {
    const [milestone, problem] = [
      fieldWords(spoken[lang], lang, ["milestones"], WHOLE),
      fieldWords(spoken[lang], lang, ["problem"], WHOLE),
    ];
    expect(milestone).toContain("截流");
    expect(milestone).toContain("—");
    expect(problem).toContain("用地未批");
  }
});

test("what is not said is no word at all, and every field has a name", () => {
  for (const lang of ["zh-CN", "en"] as const) {
    for (const field of FIELDS) {
      expect(fieldWords(spoken[lang], lang, field, EMPTY_DRAFT)).toBe("");
      expect(fieldLabel(spoken[lang], field)).not.toMatch(/filing\.|^$/);
    }
  }
});
