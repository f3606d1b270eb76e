import { unzipSync } from "fflate";
import { afterAll, beforeAll, expect, test } from "vitest";
import { InvalidInputError } from "#domain/error.ts";
import type { BriefPage } from "#server/brief/format.ts";
import { docx } from "#server/brief/formats.ts";
import { type SeededPages, seededPages, written } from "./seeded-page.ts";

let pages: SeededPages;
let figure: BriefPage;
let xml: string;
beforeAll(async () => {
  pages = await seededPages();
  figure = await pages.page("figure");
  xml = Buffer.from(unzipSync(await written(docx, [figure]))["word/document.xml"] ?? []).toString("utf8");
});
afterAll(() => pages.close());

test("a figure stands in the page of an official document, as wide as its text block", () => {
  expect(xml).toMatch(/<w:pgMar (?=[^>]*w:top="2098")(?=[^>]*w:bottom="1984")(?=[^>]*w:left="1587")/);
  expect(xml).toMatch(/<w:docGrid w:type="lines" w:linePitch="579"\/>/);
  const [cx = 0] = [...xml.matchAll(/<wp:extent cx="(\d+)"/g)].map((found) => Number(found[1]));
  expect(Math.abs(cx / 36_000 - 156)).toBeLessThan(0.5);
});

test("every run has its East-Asian face", () => {
  const runs = [...xml.matchAll(/<w:r>(?:(?!<w:r>).)*?<w:t[ >].*?<\/w:r>/gs)].map(([run]) => run);
  expect(runs.length).toBeGreaterThan(20);
  for (const run of runs) expect(run).toMatch(/<w:rFonts [^>]*w:eastAsia="[^"]+"/);
});

test("legend and scale are shapes and text on the picture, title and sources the document's own text", () => {
  expect(xml.match(/<pic:pic/g)).toHaveLength(1);
  const said = [...xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map((found) => found[1]).join("");
  for (const element of figure.sheet.elements) {
    if (element.kind !== "text") continue;
    for (const { runs } of element.lines) {
      expect(said).toContain(
        runs
          .map(({ text }) => text)
          .join("")
          .replaceAll("&", "&amp;"),
      );
    }
  }
  expect(said).toContain(`图1　${figure.sheet.title}`);
  expect(said).toContain("内部工作用图 · 未经审图");
});

test("the code that opens the view stands under the figure, whole, and says where it leads", () => {
  const code = figure.sheet.elements.find((element) => element.kind === "qr");
  if (code === undefined) throw new Error("a figure without a code");
  const drawing = xml.slice(xml.indexOf('name="QR"'));
  expect(drawing).toContain(`descr="${code.url.replaceAll("&", "&amp;")}"`);
  // Each run of dark modules is drawn by itself.
  const runs = code.rows.reduce((sum, row) => sum + (row.match(/1+/g)?.length ?? 0), 0);
  expect(drawing.match(/<a:moveTo>/g)).toHaveLength(runs);
});

test("an English caption keeps its words apart, and is set and spelled as English", async () => {
  const english = await pages.page("figure", "region=150600&level=county", "en");
  const document = unzipSync(await written(docx, [english]))["word/document.xml"];
  const said = Buffer.from(document ?? []).toString("utf8");
  const { elements, map } = english.sheet;
  const pairs = elements.flatMap((element) =>
    element.kind === "text" && element.box.y >= map.box.y + map.box.height
      ? element.lines.flatMap(({ runs, after }, at) =>
          after === " " ? [[runs.at(-1)?.text, element.lines[at + 1]?.runs[0]?.text]] : [],
        )
      : [],
  );
  expect(pairs.length).toBeGreaterThan(0);
  const text = said.replaceAll("&apos;", "'").replaceAll("&amp;", "&");
  for (const [last = "", next = ""] of pairs) expect(text.includes(`${last} ${next}`)).toBe(true);
  for (const run of said.match(/<w:rPr>(?:(?!<w:rPr>).)*?<w:t[ >]/gs) ?? []) {
    expect(run).not.toContain('w:hint="eastAsia"');
    expect(run).toMatch(/<w:lang (?=[^>]*w:val="en-US")/);
    expect(run).toMatch(/<w:rFonts [^>]*w:eastAsia="[^"]+"/);
  }
});

test("a page that is no figure is refused before anything is written", async () => {
  await expect(written(docx, [await pages.page("a4")])).rejects.toThrow(InvalidInputError);
});
