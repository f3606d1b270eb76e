import { expect, test } from "vitest";
import type { Brief } from "#domain/brief/brief.ts";
import { PAGES } from "#domain/brief/page.ts";
import type { PARTS, Sheet } from "#domain/brief/sheet.ts";
import { sheetAsSvg } from "../../../client/brief/sheet-as-svg.ts";
import { seededApi } from "../../factories.ts";
import { aBrief } from "../../server/brief/a-brief.ts";

const sheetOf = async (given: Partial<Brief> = {}, search = ""): Promise<Sheet> =>
  (await (await seededApi()).brief.sheet(aBrief(given, search))).sheet;

/** A piece of XML: declaration, tag, or text without anything that must be escaped. */
const PIECE =
  /<\?xml [^?]*\?>\n|<(?<close>\/?)(?<name>[a-z]+)(?<attributes>(?: [a-zA-Z0-9:-]+="[^"<]*")*)(?<empty>\/?)>|[^<&>]+|&(?:amp|lt|gt|quot);/y;
const plain = (text: string) =>
  text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&quot;", '"').replaceAll("&amp;", "&");

/** Elements and texts of an SVG. @throws where a tag is not closed, or a piece is none of XML */
function read(svg: string) {
  const tags: { name: string; attributes: Record<string, string> }[] = [];
  const texts: string[] = [];
  const open: { name: string; text: string }[] = [];
  PIECE.lastIndex = 0;
  while (PIECE.lastIndex < svg.length) {
    const at = PIECE.lastIndex;
    const piece = PIECE.exec(svg);
    if (piece === null) throw new Error(`no XML at ${at}: ${svg.slice(at, at + 40)}`);
    const { close, name, attributes = "", empty } = piece.groups ?? {};
    if (name === undefined) {
      const last = open.at(-1);
      if (last) last.text += piece[0];
    } else if (close) {
      const last = open.pop();
      if (last?.name !== name) throw new Error(`</${name}> closes <${last?.name}>`);
      texts.push(plain(last.text));
    } else {
      const pairs = [...attributes.matchAll(/ ([^=]+)="([^"]*)"/g)];
      tags.push({
        name,
        attributes: Object.fromEntries(pairs.map(([, key, value]) => [key, plain(value ?? "")])),
      });
      if (!empty) open.push({ name, text: "" });
    }
  }
  expect(open).toEqual([]);
  const named = (name: string) => tags.filter((one) => one.name === name).map((one) => one.attributes);
  return { texts, named };
}

const partsOf = ({ elements, parts }: Sheet, name: (typeof PARTS)[number]) =>
  parts.filter((part) => part.name === name).flatMap(({ from, to }) => elements.slice(from, to));

test("every entry of the legend, every figure of the table and every step of the ladder is text in it", async () => {
  const sheet = await sheetOf();
  const { texts } = read(sheetAsSvg(sheet));
  const legend = partsOf(sheet, "legend").flatMap((element) => {
    if (element.kind === "ramp") return element.classes.map(({ label }) => label);
    return element.kind === "text" ? [element] : [];
  });
  expect(legend.length).toBeGreaterThan(15);
  const said = legend.flatMap(({ lines }) => lines.flatMap(({ runs }) => runs.map(({ text }) => text)));
  const [table] = partsOf(sheet, "ranking").filter((element) => element.kind === "table");
  const cells = (table?.rows ?? []).flatMap((row) => row.cells.filter(({ bar }) => bar === null));
  expect(cells.length).toBeGreaterThan(60);
  const bars = (table?.rows ?? []).flatMap((row) => row.cells.flatMap(({ bar }) => bar ?? []));
  const [stages] = partsOf(sheet, "stages").filter((element) => element.kind === "stages");
  const steps = (stages?.steps ?? []).flatMap(({ label, count }) => [label, String(count)]);
  expect(steps.length).toBe(12);
  const all = [...said, ...cells.map(({ text }) => text).filter(Boolean), ...steps];
  for (const one of new Set(all)) {
    expect(texts.filter((text) => text === one).length, one).toBeGreaterThanOrEqual(
      all.filter((other) => other === one).length,
    );
  }
  for (const { label } of bars) expect(texts.some((text) => text.split("、").includes(label))).toBe(true);
});

test("what is unknown is hatched and a schematic line is dashed, not told by colour alone", async () => {
  const sheet = await sheetOf();
  const { named } = read(sheetAsSvg(sheet));
  const boxes = JSON.stringify(sheet.elements).match(/"hatch":"#/g) ?? [];
  expect(boxes.length).toBeGreaterThan(3);
  expect(named("path").filter(({ d }) => /^M[\d.,]+L[\d.,]+M/.test(d ?? "")).length).toBe(boxes.length);
  const dashed = partsOf(sheet, "legend").filter((one) => one.kind === "rule" && one.dash.length > 0);
  expect(dashed.length).toBeGreaterThan(0);
  expect(named("line").filter((line) => line["stroke-dasharray"]).length).toBe(dashed.length);
});

test("names its page, its language and its millimetres, and keeps to faces of Chinese", async () => {
  const sheet = await sheetOf({ lang: "en" });
  const { named, texts } = read(sheetAsSvg(sheet));
  const [svg] = named("svg");
  expect(svg?.["xml:lang"]).toBe("en");
  expect(svg?.viewBox).toBe(
    `0 0 ${Number.parseFloat(svg?.width ?? "")} ${Number.parseFloat(svg?.height ?? "")}`,
  );
  expect(texts).toContain(sheet.title);
  expect(texts).toContain(sheet.id);
  for (const family of named("tspan").map((span) => span["font-family"])) {
    expect(family).toMatch(/^'Noto (Sans|Serif) SC',/);
  }
});

test("a title may hold what XML marks up with, and characters that XML has no place for", async () => {
  const sheet = { ...(await sheetOf()), title: `<b a="1">&\u0007\ud800` };
  expect(read(sheetAsSvg(sheet)).texts).toContain(`<b a="1">&\ufffd\ufffd`);
});

test.each(PAGES.map((page) => [page]))(
  "on %s each part stands clear of the others, within the picture",
  async (page) => {
    for (const search of ["", "?region=150600&level=county", "?region=150302"]) {
      const sheet = await sheetOf({ page }, search);
      const svg = sheetAsSvg(sheet);
      const { named } = read(svg);
      const [, , width = 0, height = 0] = (named("svg")[0]?.viewBox ?? "").split(" ").map(Number);
      const placed = named("g")
        .filter(({ id }) => id !== undefined)
        .map(({ id, transform }) => {
          const box = sheet.parts.find(({ name }) => name === id)?.box;
          const [dx = 0, dy = 0] = (transform?.match(/-?[\d.]+/g) ?? []).map(Number);
          if (box === undefined) throw new Error(`no part ${id}`);
          return { ...box, x: box.x + dx, y: box.y + dy };
        });
      expect(placed.length).toBe(sheet.parts.length);
      for (const [index, one] of placed.entries()) {
        expect(one.x).toBeGreaterThan(0);
        expect(one.x + one.width).toBeLessThan(width);
        expect(one.y + one.height).toBeLessThan(height);
        for (const other of placed.slice(index + 1)) {
          expect(
            one.x + one.width < other.x || other.x + other.width < one.x || one.y + one.height < other.y,
          ).toBe(true);
        }
      }
    }
  },
);
