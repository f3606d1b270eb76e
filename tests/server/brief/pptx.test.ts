import { unzipSync } from "fflate";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Table } from "#domain/brief/sheet.ts";
import type { Stage } from "#domain/stage.ts";
import type { BriefPage } from "#server/brief/format.ts";
import { pptx } from "#server/brief/formats.ts";
import { mendXml } from "#server/brief/pptx-mend.ts";
import { rankingRows } from "./ranking-rows.ts";
import { type SeededPages, seededPages, written } from "./seeded-page.ts";

let pages: SeededPages;
let slide: BriefPage;
let parts: Record<string, Uint8Array>;
beforeAll(async () => {
  pages = await seededPages();
  slide = await pages.page("slide");
  parts = unzipSync(await written(pptx, [slide]));
});
afterAll(() => pages.close());

const part = (name: string): string => {
  const bytes = parts[name];
  if (bytes === undefined) throw new Error(`no part ${name}`);
  return Buffer.from(bytes).toString("utf8");
};
const unescaped = (xml: string) =>
  xml.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&quot;", '"').replaceAll("&amp;", "&");
const textsOf = (xml: string): string =>
  unescaped([...xml.matchAll(/<a:t>([^<]*)<\/a:t>/g)].map((found) => found[1]).join(""));
const texted = () =>
  Object.keys(parts).filter((name) => /^ppt\/(slides|charts|notesSlides)\/[^/]+\.xml$/.test(name));

test("a slide is 13.33 × 7.5 inches, and its map the one picture, bytes as they came", () => {
  expect(part("ppt/presentation.xml")).toMatch(/<p:sldSz cx="12192\d{3}" cy="6858000"/);
  const media = Object.keys(parts).filter((name) => name.startsWith("ppt/media/"));
  expect(media).toEqual(["ppt/media/map-1.png"]);
  expect(Buffer.from(parts["ppt/media/map-1.png"] ?? []).equals(Buffer.from(slide.map))).toBe(true);
  expect(part("ppt/slides/_rels/slide1.xml.rels")).toContain("../media/map-1.png");
});

test("every run of slides, tables, charts and notes has a Chinese face and language", () => {
  expect(texted()).toEqual(
    expect.arrayContaining([
      "ppt/slides/slide1.xml",
      "ppt/charts/chart1.xml",
      "ppt/notesSlides/notesSlide1.xml",
    ]),
  );
  for (const name of texted()) {
    const runs = [...part(name).matchAll(/<a:(rPr|defRPr|endParaRPr)\b(.*?)<\/a:\1>/gs)].map(([run]) => run);
    expect(runs.length).toBeGreaterThan(0);
    for (const run of runs) {
      expect(run).toContain('lang="zh-CN"');
      expect(run).toMatch(/<a:ea [^>]*typeface="(微软雅黑|宋体)"/);
    }
    expect(part(name)).not.toMatch(/<a:(rPr|defRPr|endParaRPr)[^>]*\/>/);
    expect(part(name)).not.toMatch(/[^t]Lang="en-US"| lang="en-US"/);
  }
});

test("a paragraph has its properties once, at its start", () => {
  expect(part("ppt/slides/slide1.xml")).not.toContain("</a:r><a:pPr");
});

test("the native table's cells are the API's", async () => {
  const xml = /<a:tbl>.*?<\/a:tbl>/s.exec(part("ppt/slides/slide1.xml"))?.[0] ?? "";
  const cells = [...xml.matchAll(/<a:tr .*?<\/a:tr>/gs)].map(([row]) =>
    [...row.matchAll(/<a:tc>.*?<\/a:tc>/gs)].map(([cell]) => textsOf(cell).replace(/^[■□] /, "")),
  );
  const table = slide.sheet.elements.find((element): element is Table => element.kind === "table");
  expect(cells).toEqual(table?.rows.map((row) => row.cells.map(({ text }) => text)));
  const ranked = await rankingRows(pages.api);
  const regions = cells
    .slice(1, 15)
    .map(([name = "", ...figures]) => [name.replace(/^其中\s*/u, ""), figures] as const);
  expect(Object.fromEntries(regions)).toEqual(
    Object.fromEntries(
      [...ranked].map(([name, { items, projects, policies }]) => [name, [items, projects, policies, ""]]),
    ),
  );
  expect(ranked.size).toBe(14);
  const { counts } = await pages.api.progress.summary({});
  expect(cells[0]?.slice(0, 4)).toEqual(["地区", "合计", "项目", "政策等"]);
  expect(cells.slice(15)).toEqual([
    ["全区性事项", String(counts.regionWide), "", "", ""],
    ["台账合计", ...[counts.items, counts.projects, counts.policies].map(String), ""],
  ]);
});

test("each bar of the native chart is the API's count of its region's projects on that step", async () => {
  const xml = part("ppt/charts/chart1.xml");
  const points = (within: string) =>
    [...within.matchAll(/<c:pt idx="(\d+)">.*?<c:v>([^<]*)<\/c:v>/gs)].map(([, at, value = ""]) => [
      Number(at),
      value,
    ]);
  const series = [...xml.matchAll(/<c:ser>.*?<\/c:ser>/gs)].map(([one]) => ({
    name: /<c:tx>.*?<c:v>([^<]*)<\/c:v>/s.exec(one)?.[1] ?? "",
    rows: points(/<c:cat>.*?<\/c:cat>/s.exec(one)?.[0] ?? ""),
    values: new Map(points(/<c:val>.*?<\/c:val>/s.exec(one)?.[0] ?? "") as [number, string][]),
  }));
  const ranked = await rankingRows(pages.api);
  const STEP: Record<string, Stage> = {
    谋划: "planned",
    前期: "preparation",
    核准: "approved",
    开工: "construction",
    建成: "completed",
    未说明: "unstated",
  };
  let bars = 0;
  for (const { name, rows, values } of series) {
    const stage = STEP[name];
    if (stage === undefined) throw new Error(`no step ${name}`);
    for (const [at, region = ""] of rows as [number, string][]) {
      const of = ranked.get(region);
      // A planned city's are in its league's bar; the sums have none.
      if (of === undefined) continue;
      expect(Number(values.get(at) ?? 0), `${region} ${name}`).toBe(of.stages[stage] ?? 0);
      bars += 1;
    }
  }
  expect(bars).toBe(12 * series.length);
});

test("the bars are a native chart of the projects' stages, those not stated hatched", async () => {
  const xml = part("ppt/charts/chart1.xml");
  const series = [...xml.matchAll(/<c:ser>.*?<\/c:ser>/gs)].map(([one]) => ({
    name: /<c:tx>.*?<c:v>([^<]*)<\/c:v>/s.exec(one)?.[1],
    sum: [...(/<c:val>.*?<\/c:val>/s.exec(one)?.[0] ?? "").matchAll(/<c:v>(\d+)<\/c:v>/g)].reduce(
      (sum, found) => sum + Number(found[1]),
      0,
    ),
    hatched: one.includes('prst="wdUpDiag"'),
  }));
  expect(series.filter(({ hatched }) => hatched).map(({ name }) => name)).toEqual(["未说明"]);
  expect(series.every(({ sum }) => sum > 0)).toBe(true);
  const bare = [...xml.matchAll(/<c:spPr><a:solidFill><a:srgbClr val="FFFFFF"\/><\/a:solidFill>(?!<a:ln)/g)];
  expect(bare).toEqual([]);
});

test("a bar is as long as its region's projects are many", () => {
  const xml = part("ppt/charts/chart1.xml");
  expect(xml).toContain('<c:grouping val="stacked"/>');
  const table = slide.sheet.elements.find((element): element is Table => element.kind === "table");
  const sums = table?.rows.slice(1).map((row) => row.cells.at(-1)?.bar ?? []) ?? [];
  const longest = Math.max(
    ...sums.map((bars) => bars.reduce((sum, { label }) => sum + Number(label.split(" ")[1]), 0)),
  );
  expect(longest).toBeGreaterThan(1);
  expect(xml).toContain(`<c:max val="${longest}"/>`);
});

test("an English page's letters are Latin faces, its Chinese an East-Asian one", () => {
  const xml = mendXml(part("ppt/slides/slide1.xml"), "en");
  expect(xml).toContain('<a:latin typeface="Arial"');
  expect(xml).not.toMatch(/<a:latin typeface="(微软雅黑|宋体)"/);
  expect(xml).toContain('<a:ea typeface="微软雅黑"');
});

test("title, legend, scale and address are text and shapes that can be edited", () => {
  const xml = part("ppt/slides/slide1.xml");
  const said = textsOf(xml);
  const texts = slide.sheet.elements.flatMap((element) =>
    element.kind === "text"
      ? element.lines.map(({ runs }) => runs.map(({ text }) => text).join(""))
      : element.kind === "ramp"
        ? element.classes.flatMap(({ label }) =>
            label.lines.map(({ runs }) => runs.map(({ text }) => text).join("")),
          )
        : [],
  );
  expect(texts.length).toBeGreaterThan(30);
  for (const text of texts) expect(said).toContain(text);
  expect(xml.match(/<p:pic>/g)).toHaveLength(1);
  expect(xml.match(/<a:custGeom>/g)?.length).toBeGreaterThan(10);
});

test("the notes say what the slide says, with the address that opens the view", () => {
  const notes = textsOf(part("ppt/notesSlides/notesSlide1.xml"));
  expect(notes).toContain(slide.sheet.title);
  expect(notes).toContain("http://127.0.0.1:8080/?");
  expect(notes).toContain(slide.sheet.id);
});

test("a deck has a slide and a map for each page", async () => {
  const second = await pages.page("slide", "region=150600");
  const deck = unzipSync(await written(pptx, [slide, second]));
  const names = Object.keys(deck);
  expect(names.filter((name) => /^ppt\/slides\/slide\d+\.xml$/.test(name))).toHaveLength(2);
  expect(names.filter((name) => name.startsWith("ppt/media/")).sort()).toEqual([
    "ppt/media/map-1.png",
    "ppt/media/map-2.png",
  ]);
  expect(Buffer.from(deck["ppt/slides/_rels/slide2.xml.rels"] ?? []).toString()).toContain("map-2.png");
});

test("a region whose items are no projects has a table and no chart: one without bars would be no file", async () => {
  const erenhot = await pages.page("slide", "region=152501");
  const parts = unzipSync(await written(pptx, [erenhot]));
  expect(Buffer.from(parts["ppt/slides/slide1.xml"] ?? []).toString()).toContain("<a:tbl>");
  expect(Object.keys(parts).filter((name) => name.includes("charts/"))).toEqual([]);
});
