import { expect, test } from "vitest";
import { atlasPages } from "#domain/brief/atlas.ts";
import type { Brief } from "#domain/brief/brief.ts";
import { defaultBlocks } from "#domain/brief/default-blocks.ts";
import { PAGES } from "#domain/brief/page.ts";
import type { Box, Sheet } from "#domain/brief/sheet.ts";
import { BRIEF_WORDS } from "#domain/brief/words.ts";
import { readRegions } from "#geo/read.ts";
import { seededApi } from "../../factories.ts";
import { aBrief } from "./a-brief.ts";
import { textIn, textOf } from "./sheet-text.ts";

const regions = readRegions();

/** What stands at the head of each block. */
const headsOf = ({ elements }: Sheet): string[] =>
  elements.filter((one) => one.kind === "text" && one.role === "head").map(textIn);

test.each(PAGES.flatMap((page) => (["zh-CN", "en"] as const).map((lang) => [page, lang] as const)))(
  "of an atlas of %s in %s the page of the whole has its counts, its ladder, its list and its sources",
  async (page, lang) => {
    const api = await seededApi();
    const [whole] = atlasPages(aBrief({ page, lang, blocks: defaultBlocks(page, null) }), regions, false);
    if (whole === undefined) throw new Error("an atlas without pages");
    const { sheet, problems } = await api.brief.sheet(whole.brief);
    const { stageHead, items, sources } = BRIEF_WORDS[lang];
    expect(headsOf(sheet)).toEqual(expect.arrayContaining([stageHead, items, sources]));
    expect(sheet.elements.some(({ kind }) => kind === "table")).toBe(true);
    expect(problems.filter(({ kind }) => kind === "blockLeftOut")).toEqual([]);
    for (const quote of ["“已开展前期工作的占39%”", "“已开工建设的项目达50%以上”"])
      expect(textOf(sheet)).toContain(quote);
  },
);

test("sources that have no room beside a long list stand on the map, in a corner that names keep out of", async () => {
  const api = await seededApi();
  const [whole] = atlasPages(aBrief({ page: "slide" }), regions, false);
  if (whole === undefined) throw new Error("an atlas without pages");
  const { sheet } = await api.brief.sheet(whole.brief);
  const head = sheet.elements.find((one) => textIn(one) === "出处");
  if (head?.kind !== "text") throw new Error("no sources");
  const holds = ({ x, y, width, height }: Box) =>
    head.box.x > x && head.box.y > y && head.box.x < x + width && head.box.y < y + height;
  expect(holds(sheet.map.box)).toBe(true);
  expect(sheet.map.covered.some(holds)).toBe(true);
});

test("sources that are cut say so on the page, as a list does", async () => {
  const api = await seededApi();
  const blocks: Brief["blocks"] = ["legend", "ranking", "stages", "items", "sources"];
  const { sheet, problems } = await api.brief.sheet(
    aBrief({ page: "slide", blocks }, "?region=150600&level=county"),
  );
  const cut = problems.find(({ kind }) => kind === "sourcesCut");
  if (cut?.kind !== "sourcesCut") throw new Error("nothing is cut");
  expect(textOf(sheet)).toContain(`列出前 ${cut.shown} 条，共 ${cut.total} 条`);
});
