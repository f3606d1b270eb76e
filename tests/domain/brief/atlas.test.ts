import { expect, test } from "vitest";
import { atlasPages } from "#domain/brief/atlas.ts";
import type { Brief } from "#domain/brief/brief.ts";
import { parseView } from "#domain/view.ts";
import { readRegions } from "#geo/read.ts";

const regions = readRegions();
const aBrief = (given: Partial<Brief> = {}, search = ""): Brief => ({
  page: "a3",
  dpi: 300,
  extent: { kind: "whole" },
  title: "一页的标题",
  subtitle: "一页的副标题",
  note: "内部资料",
  blocks: ["statistics", "legend", "ranking"],
  lang: "zh-CN",
  view: parseView(search),
  ...given,
});

test("an atlas has the whole first, then 12 leagues and cities, 满洲里 and 二连浩特", () => {
  const codes = atlasPages(aBrief(), regions, false).map(({ region }) => region.code);
  expect(codes).toHaveLength(15);
  expect(codes[0]).toBe("150000");
  expect(codes.slice(1, 13).every((code) => /^15\d\d00$/.test(code))).toBe(true);
  expect(codes.slice(13)).toEqual(["150781", "152501"]);
});

test("on request it has each banner and county after them: 118 pages, numbered", () => {
  const pages = atlasPages(aBrief(), regions, true);
  expect(pages).toHaveLength(118);
  expect(pages.map(({ brief }) => brief.folio)).toEqual(
    pages.map((_, index) => ({ page: index + 1, pages: 118 })),
  );
  const counties = pages.slice(15).map(({ region }) => region.code);
  expect(counties).toEqual(counties.toSorted());
  expect(new Set(counties).size).toBe(103);
});

test("each page is of its region: fitted, by its counties, with counts, ladder, list and sources, the statistics on the whole's alone, under its own title", () => {
  const [whole, first] = atlasPages(
    aBrief({}, "?region=150600&level=county&item=S-1.4-14&stages=construction"),
    regions,
    false,
  );
  expect(whole?.brief).toMatchObject({
    extent: { kind: "whole" },
    title: null,
    blocks: ["statistics", "legend", "ranking", "stages", "items", "sources"],
  });
  expect(whole?.brief.view).toMatchObject({ region: null, level: "league", item: null });
  expect(first?.brief).toMatchObject({
    extent: { kind: "region" },
    title: null,
    subtitle: null,
    note: "内部资料",
    blocks: ["legend", "ranking", "stages", "items", "sources"],
  });
  expect(first?.brief.view).toMatchObject({
    region: "150100",
    level: "county",
    camera: null,
    filter: { stages: ["construction"] },
  });
});

test("a figure of a document makes no atlas: its pages are A4", () => {
  expect(atlasPages(aBrief({ page: "figure" }), regions, false)[0]?.brief.page).toBe("a4");
});
