import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { expect, test } from "vitest";
import type { Sheet } from "#domain/brief/sheet.ts";
import { pdf } from "#server/brief/formats.ts";
import { seededApi } from "../../factories.ts";
import { aBrief, aMap } from "./a-brief.ts";

const fileOf = async (sheets: readonly Sheet[]): Promise<Buffer> => {
  const pieces: Uint8Array[] = [];
  for await (const piece of pdf.write(sheets.map((sheet) => ({ sheet, map: aMap(sheet) }))))
    pieces.push(piece);
  return Buffer.concat(pieces);
};

const opened = async (file: Buffer) =>
  await getDocument({ data: new Uint8Array(file), useSystemFonts: false, verbosity: 0 }).promise;

const textOf = async (document: Awaited<ReturnType<typeof opened>>, page = 1): Promise<string> => {
  const { items } = await (await document.getPage(page)).getTextContent();
  return items.map((item) => ("str" in item ? item.str : "")).join("\n");
};

test("a PDF's text holds title, legend, table and sources, each once, to be searched and copied", async () => {
  const api = await seededApi();
  const { sheet } = await api.brief.sheet(aBrief());
  const file = await fileOf([sheet]);
  const text = await textOf(await opened(file));
  expect(text.split("内蒙古落实国务院《意见》进展图")).toHaveLength(2);
  for (const element of sheet.elements) {
    if (element.kind === "table") {
      for (const cell of element.rows.flatMap((row) => row.cells)) expect(text).toContain(cell.text);
    }
    if (element.kind === "ramp")
      for (const { label } of element.classes) expect(text).toContain(label.lines[0]?.runs[0]?.text);
    if (element.kind === "text") {
      for (const { text: said } of element.lines.flatMap((line) => line.runs)) expect(text).toContain(said);
    }
  }
  for (const label of [
    "谋划储备",
    "前期工作",
    "开工建设",
    "有进展·阶段未说明",
    "特高压",
    "口岸",
    "水利枢纽",
  ]) {
    expect(text).toContain(label);
  }
}, 60_000);

test("a PDF has the page's size, its title and language, a structure, and fonts cut to what is said", async () => {
  const api = await seededApi();
  const { sheet } = await api.brief.sheet(aBrief({ page: "a4-portrait", title: "进展" }));
  const file = await fileOf([sheet]);
  const document = await opened(file);
  const { info } = await document.getMetadata();
  expect(info).toMatchObject({ Title: "进展", Language: "zh-CN" });
  const page = await document.getPage(1);
  const [, , width = 0, height = 0] = page.view;
  expect(width).toBeCloseTo((210 / 25.4) * 72, 1);
  expect(height).toBeCloseTo((297 / 25.4) * 72, 1);
  const tree = JSON.stringify(await page.getStructTree());
  for (const role of ["H1", "H2", "Table", "TR", "TH", "TD", "Figure"])
    expect(tree).toContain(`"role":"${role}"`);
  expect(tree).toContain(sheet.map.alt);
  // Whole, the five fonts are 61 MB.
  expect(file.length).toBeLessThan(1_500_000);
}, 60_000);

test("pages follow one another in one file", async () => {
  const api = await seededApi();
  const sheets = await Promise.all(
    ["", "?region=150600"].map(
      async (search) => (await api.brief.sheet(aBrief({ page: "a4" }, search))).sheet,
    ),
  );
  const document = await opened(await fileOf(sheets));
  expect(document.numPages).toBe(2);
  expect(await textOf(document, 2)).toContain("鄂尔多斯市落实国务院《意见》进展图");
}, 60_000);
