import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { creditIn, creditsInLine, PAGE_WORDS } from "#domain/look/words.ts";
import type { PageData } from "#domain/page.ts";
import { LANGUAGES } from "#domain/view.ts";
import { DATA_SETS } from "#geo/pipeline/input/data-sets.ts";
import { fillTemplate } from "#server/page/template.ts";
import { remote as remoteEn } from "../../../client/words/en/remote.ts";
import { en } from "../../../client/words/en.ts";
import { remote } from "../../../client/words/zh-CN/remote.ts";
import { zhCN } from "../../../client/words/zh-CN.ts";

const flat = (words: object, head = ""): [string, string][] =>
  Object.entries(words).flatMap(([key, value]) =>
    typeof value === "string"
      ? [[`${head}${key}`, value] as [string, string]]
      : flat(value, `${head}${key}.`),
  );
const slots = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map((found) => found[1]).sort();
const chinese = new Map(flat({ ...zhCN, remote }));
const english = new Map(flat({ ...en, remote: remoteEn }));

test("both languages say the same things", () => {
  expect([...english.keys()].sort()).toEqual([...chinese.keys()].sort());
});

test("both languages fill in the same parts", () => {
  for (const [key, text] of chinese) expect(slots(english.get(key) ?? ""), key).toEqual(slots(text));
});

test("English is English, but for the switch that speaks the other language", () => {
  const mixed = [...english].filter(
    ([key, text]) => key !== "shell.toChinese" && /\p{Script=Han}/u.test(text),
  );
  expect(mixed).toEqual([]);
});

test("every credit of the packaged data is English in English, and stands as it is in Chinese", () => {
  const credits = DATA_SETS.flatMap(({ credit }) => credit.split(" · "));
  expect(
    credits.map((credit) => creditIn("en", credit)).filter((said) => /\p{Script=Han}/u.test(said)),
  ).toEqual([]);
  expect(credits.map((credit) => creditIn("zh-CN", credit))).toEqual(credits);
});

test("the packaged data's credits in a line: English in English, and the licence that asks for it is named", () => {
  const credits = DATA_SETS.flatMap(({ credit }) => credit.split(" · "));
  const inEnglish = creditsInLine("en", credits);
  expect(inEnglish).not.toMatch(/\p{Script=Han}/u);
  for (const line of [inEnglish, creditsInLine("zh-CN", credits)]) expect(line).toContain("OpenStreetMap");
  expect(creditsInLine("zh-CN", ["本项目手工整理", "A survey of one's own"])).toBe("A survey of one's own");
});

const uncommented = (path: string) =>
  readFileSync(path, "utf8")
    .replace(/\/\*[\s\S]*?\*\//g, "")
    .replace(/^\s*\/\/.*$/gm, "");

test.each([
  ["workbench", 20, ".tsx"],
  ["remote", 5, ".tsx"],
  ["wall", 0, ".tsx"],
  ["map", 10, ".ts"],
  ["map", 4, ".tsx"],
])("nothing of client/%s holds a word of its own, nor a unit", (room, least, kind) => {
  const folder = fileURLToPath(new URL(`../../../client/${room}/`, import.meta.url));
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((file) =>
    file.endsWith(kind),
  );
  expect(files.length).toBeGreaterThan(least);
  for (const file of files) {
    const code = uncommented(join(folder, file));
    const said = [...code.matchAll(/\p{Script=Han}+|±|[}\d] km\b/gu)].map((found) => found[0]);
    // The language switch shows the other language's own sign.
    expect(
      said.filter((word) => word !== "中"),
      file,
    ).toEqual([]);
  }
});

test.each(LANGUAGES)("before its script the page speaks the reader's language: %s", (lang) => {
  const template = readFileSync(new URL("../../../client/index.html", import.meta.url), "utf8");
  const data = { lang, theme: "light", revision: 1 } as PageData;
  const html = fillTemplate(template, { picture: { markup: "", rules: "" }, data }).join("");
  const { product, subtitle, noScript } = PAGE_WORDS;
  expect(html).toContain(`<title>${product[lang]} · ${subtitle[lang]}</title>`);
  expect(html).toContain(noScript[lang]);
  expect(html).not.toMatch(/%[a-z-]+%/);
  expect(/\p{Script=Han}/u.test(html)).toBe(lang === "zh-CN");
});
