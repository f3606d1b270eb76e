import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { beforeAll, expect, test } from "vitest";
import type { Sheet, Table } from "#domain/brief/sheet.ts";
import { boundsOf } from "#domain/measure.ts";
import { legendOf } from "#geo/drawn/legend.ts";
import { pdf } from "#server/brief/formats.ts";
import { seededApi } from "../../factories.ts";
import { aBrief, aMap } from "./a-brief.ts";
import { rankingRows } from "./ranking-rows.ts";

const fileOf = async (sheets: readonly Sheet[]): Promise<Buffer> => {
  const pieces: Uint8Array[] = [];
  for await (const piece of pdf.write(sheets.map((sheet) => ({ sheet, map: aMap(sheet) }))))
    pieces.push(piece);
  return Buffer.concat(pieces);
};

const opened = async (file: Buffer) =>
  await getDocument({ data: new Uint8Array(file), useSystemFonts: false, verbosity: 0 }).promise;

/** The page of the whole region and its file: one for all that only read. */
let whole: { sheet: Sheet; file: Buffer };
beforeAll(async () => {
  const { sheet } = await (await seededApi()).brief.sheet(aBrief());
  whole = { sheet, file: await fileOf([sheet]) };
});

const textOf = async (document: Awaited<ReturnType<typeof opened>>, page = 1): Promise<string> => {
  const { items } = await (await document.getPage(page)).getTextContent();
  return items.map((item) => ("str" in item ? item.str : "")).join("\n");
};

test("a PDF's text holds title, legend, table and sources, each once, to be searched and copied", async () => {
  const { sheet, file } = whole;
  const text = await textOf(await opened(file));
  expect(text.split("内蒙古落实国务院《意见》进展图")).toHaveLength(2);
  for (const element of sheet.elements) {
    if (element.kind === "ramp")
      for (const { label } of element.classes) expect(text).toContain(label.lines[0]?.runs[0]?.text);
    if (element.kind === "text") {
      for (const { text: said } of element.lines.flatMap((line) => line.runs)) expect(text).toContain(said);
    }
  }
}, 60_000);

type Put = { x: number; y: number; text: string };
type Box = Sheet["map"]["box"];

/** What stands in a box of the page, in mm from its upper left corner. */
async function putIn(
  document: Awaited<ReturnType<typeof opened>>,
  { x, y, width, height }: Box,
): Promise<Put[]> {
  const page = await document.getPage(1);
  const [, , , tall = 0] = page.view;
  const { items } = await page.getTextContent();
  const mm = (points: number) => (points / 72) * 25.4;
  return items
    .flatMap((item) =>
      "str" in item && item.str.trim() !== ""
        ? [{ x: mm(item.transform[4]), y: mm(tall - item.transform[5]), text: item.str }]
        : [],
    )
    .filter((put) => put.x >= x - 0.1 && put.x < x + width && put.y >= y && put.y <= y + height + 0.1);
}

/** Lines from top to bottom: what stands at one height, from left to right. */
const linesOf = (put: readonly Put[]): Put[][] =>
  [...Map.groupBy(put, ({ y }) => Math.round(y * 5))]
    .sort(([a], [b]) => a - b)
    .map(([, line]) => line.toSorted((a, b) => a.x - b.x));
const wordsOf = (put: readonly Put[]): string => put.map(({ text }) => text).join("");

test("each row of a PDF's table stands at one height and holds the API's figures of its region", async () => {
  const api = await seededApi();
  const { sheet } = whole;
  const document = await opened(whole.file);
  const table = sheet.elements.find((element): element is Table => element.kind === "table");
  if (table === undefined) throw new Error("no table");
  const edges = table.columns.map((_, index) =>
    table.columns.slice(0, index + 1).reduce((sum, { width }) => sum + width, table.box.x),
  );
  const rows = linesOf(await putIn(document, table.box)).map((line) =>
    edges.map((edge, index) =>
      wordsOf(line.filter(({ x }) => x < edge && x >= (edges[index - 1] ?? Number.NEGATIVE_INFINITY) - 0.1)),
    ),
  );
  const [head, ...body] = rows;
  expect(head?.slice(0, 4)).toEqual(["地区", "合计", "项目", "政策等"]);
  const ranked = await rankingRows(api);
  const regions = body
    .slice(0, 14)
    .map(([name = "", ...figures]) => [name.replace(/^其中\s*/u, ""), ...figures]);
  expect(Object.fromEntries(regions.map(([name, ...figures]) => [name, figures.slice(0, 3)]))).toEqual(
    Object.fromEntries(
      [...ranked].map(([name, { items, projects, policies }]) => [name, [items, projects, policies]]),
    ),
  );
  expect(ranked.size).toBe(14);
  const { counts } = await api.progress.summary({});
  expect(body.slice(14).map((row) => row.slice(0, 4))).toEqual([
    ["全区性事项", String(counts.regionWide), "", ""],
    ["台账合计", ...[counts.items, counts.projects, counts.policies].map(String)],
  ]);
}, 60_000);

test("each entry of a PDF's legend stands beside its mark or under its colour, and names what the API's features are", async () => {
  const api = await seededApi();
  const { sheet } = whole;
  const document = await opened(whole.file);
  const card = sheet.parts.find(({ name }) => name === "legend");
  if (card === undefined) throw new Error("no legend");
  const put = await putIn(document, card.box);
  const { view } = aBrief();
  const said = legendOf(view, {
    theme: "light",
    lang: "zh-CN",
    features: await api.map.features({}),
    zoom: sheet.map.camera.zoom,
    bounds: boundsOf(view, await api.progress.byRegion({ level: "reporting", measure: view.measure })),
  });
  // Classes side by side, each label at the left edge of its colour.
  const [ramp] = sheet.elements.slice(card.from, card.to).filter((one) => one.kind === "ramp");
  const [asked] = said.filter((one) => one.kind === "ramp");
  const under = ramp?.classes.map(({ box }) => {
    const label = put.filter(
      ({ x, y }) => Math.abs(x - box.x) < 0.3 && y > box.y && y < box.y + box.height + 5,
    );
    return wordsOf(label);
  });
  expect(under).toEqual([
    ...(asked?.classes ?? []).map(({ label }) => label),
    asked?.zero.label,
    asked?.none,
  ]);
  // A mark, and right of it, at its height, its words.
  const marks = sheet.elements.slice(card.from, card.to).filter((one) => one.kind === "mark");
  const beside = marks.map((mark) => {
    const near = put.filter(
      ({ x, y }) =>
        x > mark.x + mark.size && x < mark.x + mark.size * 2 && y > mark.y && y < mark.y + mark.size,
    );
    return wordsOf(near);
  });
  const labels = said.flatMap((one) => (one.kind === "stage" || one.kind === "place" ? [one.label] : []));
  expect(beside.toSorted()).toEqual(labels.toSorted());
  expect(labels.length).toBeGreaterThan(5);
  const lines = said.flatMap((one) => (one.kind === "line" ? [one.label] : []));
  expect(lines.length).toBeGreaterThan(0);
  const texts = put.map(({ text }) => text);
  for (const label of lines) expect(texts).toContain(label);
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
