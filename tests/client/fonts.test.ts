import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { PAGE_WORDS } from "#domain/look/words.ts";
import { LANGUAGES, parseView } from "#domain/view.ts";
import { SANS, SERIF } from "#geo/picture/text.ts";
import { readRegions } from "#geo/read.ts";
import { loadGeography } from "#server/page/geography.ts";
import { renderPages } from "#server/page/render.ts";
import { cutCharacters } from "../../client/fonts/cut/characters.ts";
import first from "../../client/fonts/cut/first.json" with { type: "json" };
import rest from "../../client/fonts/cut/rest.json" with { type: "json" };
import { type Cut, cutFiles, cutRules } from "../../client/fonts/cut/rules.ts";
import { FACE_CSS, type Face, face } from "../../client/layers/type.ts";
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
const cutOf = (face: Face): Cut => ({ first: first[face], rest: rest[face] });

test("the cut faces hold every character of ledger, document, regions and interface", () => {
  for (const [face, { first, rest }] of cutCharacters()) {
    const held = new Set(Object.values(cutOf(face)).join(""));
    expect([...first, ...rest].filter((character) => !held.has(character))).toEqual([]);
  }
});

test("a face's two files share no character, and are two families: a text is drawn anew for its own files alone", () => {
  expect(inClient("fonts/cut/cut.css")).toBe(cutRules());
  const families = [...cutRules().matchAll(/font-family: "([^"]+)"/g)].map((match) => match[1]);
  expect(new Set(families).size).toBe(4);
  for (const name of FACES) {
    const { first, rest } = cutOf(name);
    expect(new Set(first + rest).size).toBe([...first, ...rest].length);
    // Without a text, a browser sends for the file that has the space: so does MapLibre.
    expect(first).toContain(" ");
    expect(face(name).indexOf(FACE_CSS[name].first)).toBeLessThan(face(name).indexOf(FACE_CSS[name].rest));
  }
});

test.each([
  ["client/frame.css", inClient("frame.css")],
  ["the first picture", `${SANS} ${SERIF}`],
  ["numbers on the map", inClient("map/map-images.ts")],
])("%s asks for the first files before the rest", (_, text) => {
  for (const [first, rest] of text.matchAll(
    /One Map (?:Sans|Serif)\b["'], ?["'](One Map (?:Sans|Serif) Rest)/g,
  )) {
    expect(first).toContain(rest?.replace(" Rest", ""));
  }
  const named = (family: RegExp) => text.match(family)?.length ?? 0;
  expect(named(/One Map (?:Sans|Serif) Rest/g)).toBeGreaterThan(0);
  expect(named(/One Map (?:Sans|Serif)["'],\s*["']One Map/g)).toBe(named(/One Map (?:Sans|Serif) Rest/g));
});

test("every cut file is declared and there, and together they are small, those of the first paint the more so", () => {
  const files = FACES.map(cutFiles);
  const folder = new URL("../../client/fonts/cut/", import.meta.url);
  const bytes = (part: keyof Cut) =>
    files.reduce((sum, file) => sum + readFileSync(new URL(file[part], folder)).length, 0);
  expect(bytes("first")).toBeLessThan(130_000);
  expect(bytes("first") + bytes("rest")).toBeLessThan(600_000);
  const ahead = [...inClient("index.html").matchAll(/rel="preload" as="font"[^>]* href="([^"]+)"/g)];
  expect(ahead.map((match) => match[1])).toEqual(files.map(({ first }) => `./fonts/cut/${first}`));
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
