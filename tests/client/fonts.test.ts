import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { PAGE_WORDS } from "#domain/look/words.ts";
import { LANGUAGES, parseView } from "#domain/view.ts";
import { readRegions } from "#geo/read.ts";
import { loadGeography } from "#server/page/geography.ts";
import { renderPages } from "#server/page/render.ts";
import { cutCharacters } from "../../client/fonts/cut/characters.ts";
import first from "../../client/fonts/cut/first.json" with { type: "json" };
import rest from "../../client/fonts/cut/rest.json" with { type: "json" };
import { type Cut, cutFiles, cutRules, unicodeRanges } from "../../client/fonts/cut/rules.ts";
import { FACE_CSS, type Face } from "../../client/layers/type.ts";
import { type Served, serve } from "../server/serve.ts";

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

const FACES = Object.keys(FACE_CSS) as Face[];
const isIn = (ranges: string) => {
  const all = ranges.split(", ").map((range) => /^U\+([0-9a-f]+)(?:-([0-9a-f]+))?$/.exec(range));
  const ends = all.map((range) => [range?.[1], range?.[2] ?? range?.[1]].map((end) => Number(`0x${end}`)));
  return (character: string) => {
    const point = character.codePointAt(0) ?? 0;
    return ends.some(([from = Number.NaN, to = Number.NaN]) => from <= point && point <= to);
  };
};

const cutOf = (face: Face): Cut => ({ first: first[face], rest: rest[face] });

test("the cut faces hold every character of ledger, document, regions and interface", () => {
  for (const [face, { first, rest }] of cutCharacters()) {
    const held = new Set(Object.values(cutOf(face)).join(""));
    expect([...first, ...rest].filter((character) => !held.has(character))).toEqual([]);
  }
});

test("a face's two files share no character, and of all that it has a browser asks the one that has it", () => {
  expect(inClient("fonts/cut/cut.css")).toBe(cutRules(new Map(FACES.map((face) => [face, cutOf(face)]))));
  for (const face of FACES) {
    const { first, rest } = cutOf(face);
    expect(new Set(first + rest).size).toBe([...first, ...rest].length);
    const ranges = unicodeRanges({ first, rest });
    const [inFirst, inRest] = [isIn(ranges.first), isIn(ranges.rest)];
    expect([...first].filter((one) => !inFirst(one) || inRest(one))).toEqual([]);
    expect([...rest].filter((one) => !inRest(one) || inFirst(one))).toEqual([]);
    // Without a text, a browser sends for the file that has the space: so does MapLibre.
    expect(first).toContain(" ");
  }
});

test("ranges of two files part where the characters do, and nowhere else", () => {
  expect(unicodeRanges({ first: "adj", rest: "ef" })).toEqual({ first: "U+61-64, U+6a", rest: "U+65-66" });
});

test("every cut file is declared and there, and together they are small, those of the first paint the more so", () => {
  const files = FACES.map(cutFiles);
  const folder = new URL("../../client/fonts/cut/", import.meta.url);
  const bytes = (part: keyof Cut) =>
    files.reduce((sum, file) => sum + readFileSync(new URL(file[part], folder)).length, 0);
  expect(bytes("first")).toBeLessThan(130_000);
  expect(bytes("first") + bytes("rest")).toBeLessThan(600_000);
  const sentAhead = [...inClient("index.html").matchAll(/rel="preload" as="font"([^>]*) href="([^"]+)"/g)];
  const sent = (later: boolean) =>
    sentAhead.filter((match) => match[1]?.includes('fetchpriority="low"') === later).map((match) => match[2]);
  expect(sent(false)).toEqual(files.map(({ first }) => `./fonts/cut/${first}`));
  expect(sent(true)).toEqual(files.map(({ rest }) => `./fonts/cut/${rest}`));
});

describe("what the first paint writes", () => {
  let served: Served;
  beforeAll(async () => {
    served = await serve();
  });
  afterAll(() => served.stop());

  test.each(LANGUAGES)("is in the first files, over the whole and each league (%s)", async (lang) => {
    const { database, revisions } = served.ledger;
    const pages = renderPages({ db: database.read, revisions, geography: loadGeography() });
    const leagues = readRegions().filter(({ level }) => level === "league");
    const views = ["", "level=county", "measure=started", ...leagues.map(({ code }) => `region=${code}`)];
    const written = new Map<Face, Set<string>>(FACES.map((face) => [face, new Set()]));
    for (const view of views) {
      const html = await pages.html("<!--first-picture-->", parseView(view), { lang, theme: "light" }, "");
      for (const [face, text] of writtenIn(html)) for (const one of text) written.get(face)?.add(one);
    }
    for (const one of PAGE_WORDS.product[lang]) written.get("serif")?.add(one);
    for (const one of PAGE_WORDS.subtitle[lang]) written.get("regular")?.add(one);
    for (const [face, characters] of written) {
      expect(characters.size, face).toBeGreaterThan(5);
      expect(
        [...characters].filter((one) => !first[face].includes(one)),
        face,
      ).toEqual([]);
    }
  });
});

/** Text of a picture, with the face that it is set in. */
function* writtenIn(html: string): Generator<[Face, string]> {
  const open: { tag: string; serif: boolean; weight: string }[] = [];
  for (const [, closes, tag = "", attributes = "", empty, text = ""] of html.matchAll(
    /<(\/?)(\w+)([^>]*?)(\/?)>([^<]*)/g,
  )) {
    const outer = open.at(-1) ?? { tag: "", serif: false, weight: "400" };
    const family = / font-family="([^"]+)"/.exec(attributes)?.[1];
    const weight = / font-weight="(\d+)"/.exec(attributes)?.[1] ?? outer.weight;
    if (closes) open.pop();
    else if (!empty) open.push({ tag, serif: family?.includes("Serif") ?? outer.serif, weight });
    const inner = open.at(-1);
    if (text === "" || inner === undefined || inner.tag === "title") continue;
    const face = FACES.find((one) => one !== "serif" && String(FACE_CSS[one].weight) === inner.weight);
    yield [inner.serif ? "serif" : (face ?? "regular"), text];
  }
}

test("a character that no cut face has comes with the whole faces", () => {
  const loaded = new Set(fontFiles(inClient("fonts/whole.css")));
  const all = WHOLE.flatMap(([name, file]) => fontFiles(read(require.resolve(`${name}/${file}`))));
  expect(all.length).toBeGreaterThan(300);
  expect(all.filter((file) => !loaded.has(file))).toEqual([]);
});
