import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import cut from "../../../client/map/font/characters.json" with { type: "json" };
import { mapCharacters } from "../../../client/map/font/characters.ts";

test("the map's cut faces hold every character that its names and values are written with", () => {
  for (const [face, characters] of mapCharacters()) {
    const held = new Set(cut[face]);
    expect([...characters].filter((character) => !held.has(character))).toEqual([]);
  }
});

test("every face is declared with a file that is there, and together they are small", () => {
  const folder = new URL("../../../client/map/font/", import.meta.url);
  const css = readFileSync(new URL("map-font.css", folder), "utf8");
  const files = [...css.matchAll(/url\("\.\/([^"]+)"\)/g)].map((match) => match[1] ?? "");
  expect(files).toHaveLength(Object.keys(cut).length);
  const bytes = files.reduce((sum, file) => sum + readFileSync(new URL(file, folder)).length, 0);
  expect(bytes).toBeLessThan(300_000);
});
