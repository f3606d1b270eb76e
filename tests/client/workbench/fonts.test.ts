import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { expect, test } from "vitest";
import { readRegions } from "#geo/read.ts";
import { readSeeds } from "#seeds/read.ts";
import { splitRules } from "../../../client/fonts/split-rules.ts";
import { en } from "../../../client/words/en.ts";
import { zhCN } from "../../../client/words/zh-CN.ts";

const require = createRequire(import.meta.url);
const read = (path: string) => readFileSync(path, "utf8");
const core = read(new URL("../../../client/fonts/core.css", import.meta.url).pathname);
const rest = read(new URL("../../../client/fonts/rest.css", import.meta.url).pathname);
const rules = (css: string) => (css.match(/@font-face/g) ?? []).length;
/** Biome formats the files: compare what they load, not how they are written. */
const files = (css: string) => [...css.matchAll(/files\/[\w-]+\.woff2/g)].map((found) => found[0]);

const FACES = [
  ["@fontsource-variable/noto-sans-sc", "wght.css"],
  ["@fontsource/noto-serif-sc", "600.css"],
] as const;

test("the first font rules draw every character of ledger, regions and interface", () => {
  const text = JSON.stringify([readSeeds(), readRegions(), zhCN, en]);
  for (const [name, file] of FACES) {
    const needed = splitRules(read(require.resolve(`${name}/${file}`)), name, text).core;
    expect(rules(needed)).toBeGreaterThan(20);
    expect(
      files(needed).filter((one) => !files(core).includes(one)),
      name,
    ).toEqual([]);
  }
});

test("what the first rules leave out comes later: no character is without its font", () => {
  const all = [...FACES, ["@fontsource/noto-serif-sc", "400.css"] as const].flatMap(([name, file]) =>
    files(read(require.resolve(`${name}/${file}`))),
  );
  const loaded = new Set([...files(core), ...files(rest)]);
  expect(all.filter((file) => !loaded.has(file))).toEqual([]);
});

test("a rule is split off by its range alone", () => {
  const css = "@font-face { src: url(./files/a.woff2); unicode-range: U+4e00-4eff,U+ff0c; }";
  expect(splitRules(css, "pkg", "丁").core).toContain('url("pkg/files/a.woff2")');
  expect(splitRules(css, "pkg", "a").rest).toContain("a.woff2");
});
