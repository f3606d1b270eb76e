import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { creditIn } from "#domain/look/words.ts";
import { DATA_SETS } from "#geo/pipeline/input/data-sets.ts";
import { en } from "../../../client/words/en.ts";
import { zhCN } from "../../../client/words/zh-CN.ts";

const flat = (words: object, head = ""): [string, string][] =>
  Object.entries(words).flatMap(([key, value]) =>
    typeof value === "string"
      ? [[`${head}${key}`, value] as [string, string]]
      : flat(value, `${head}${key}.`),
  );
const slots = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map((found) => found[1]).sort();
const chinese = new Map(flat(zhCN));
const english = new Map(flat(en));

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

test("no component of the workbench holds a word of its own", () => {
  const folder = fileURLToPath(new URL("../../../client/workbench/", import.meta.url));
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((file) =>
    file.endsWith(".tsx"),
  );
  expect(files.length).toBeGreaterThan(20);
  for (const file of files) {
    const code = readFileSync(join(folder, file), "utf8")
      .replace(/\/\*[\s\S]*?\*\//g, "")
      .replace(/^\s*\/\/.*$/gm, "");
    const said = [...code.matchAll(/\p{Script=Han}+/gu)].map((found) => found[0]);
    // The language switch shows the other language's own sign.
    expect(
      said.filter((word) => word !== "中"),
      file,
    ).toEqual([]);
  }
});
