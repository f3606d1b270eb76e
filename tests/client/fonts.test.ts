import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { expect, test } from "vitest";
import cut from "../../client/fonts/cut/characters.json" with { type: "json" };
import { cutCharacters } from "../../client/fonts/cut/characters.ts";

const require = createRequire(import.meta.url);
const read = (path: string) => readFileSync(path, "utf8");
const inClient = (path: string) => read(new URL(`../../client/${path}`, import.meta.url).pathname);
const fontFiles = (css: string) => [...css.matchAll(/files\/[\w-]+\.woff2/g)].map((found) => found[0]);

/** What the page sets text in: packages of whole faces, and their rules. */
const WHOLE = [
  ["@fontsource-variable/noto-sans-sc", "wght.css"],
  ["@fontsource/noto-serif-sc", "400.css"],
  ["@fontsource/noto-serif-sc", "600.css"],
] as const;

test("the cut faces hold every character of ledger, document, regions and interface", () => {
  for (const [face, characters] of cutCharacters()) {
    const held = new Set(cut[face]);
    expect([...characters].filter((character) => !held.has(character))).toEqual([]);
  }
});

test("every cut face is declared with a file that is there, and together they are small", () => {
  const files = [...inClient("fonts/cut/cut.css").matchAll(/url\("\.\/([^"]+)"\)/g)].map(
    (match) => match[1] ?? "",
  );
  expect(files).toHaveLength(Object.keys(cut).length);
  const folder = new URL("../../client/fonts/cut/", import.meta.url);
  const bytes = files.reduce((sum, file) => sum + readFileSync(new URL(file, folder)).length, 0);
  expect(bytes).toBeLessThan(600_000);
});

test("a character that no cut face has comes with the whole faces", () => {
  const loaded = new Set(fontFiles(inClient("fonts/whole.css")));
  const all = WHOLE.flatMap(([name, file]) => fontFiles(read(require.resolve(`${name}/${file}`))));
  expect(all.length).toBeGreaterThan(300);
  expect(all.filter((file) => !loaded.has(file))).toEqual([]);
});
