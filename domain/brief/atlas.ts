import { isPlannedCity, PROVINCE_CODE, type Region } from "../region.ts";
import { BLOCKS, type Block, type Brief, type Folio } from "./brief.ts";
import type { PageId } from "./page.ts";

export type AtlasPage = { region: Region; folio: Folio; brief: Brief };

/** What every page has, whatever else is chosen: its counts, its ladder, its list, its sources. */
const ON_EACH: readonly Block[] = ["ranking", "stages", "items", "sources"];
/** The source states these of the whole region alone. */
const OF_THE_WHOLE: readonly Block[] = ["statistics"];
/** Beside the 14 that report and all that is on each page, the small ones of the whole have no room for these. */
const TOO_MUCH_FOR: Partial<Record<PageId, readonly Block[]>> = {
  a4: ["deadlines"],
  slide: ["deadlines"],
  screen: ["deadlines"],
};

function blocksOf(chosen: readonly Block[], page: PageId, whole: boolean): Block[] {
  const left = whole ? (TOO_MUCH_FOR[page] ?? []) : OF_THE_WHOLE;
  return BLOCKS.filter(
    (block) => ON_EACH.includes(block) || (chosen.includes(block) && !left.includes(block)),
  );
}

/**
 * One page for the autonomous region, each league and city, and the two planned cities; with `counties` also one
 * for each banner and county in the order of their codes, the planned cities once more in their places there. Each
 * is the chosen page, of another region: a title written for that one page stands over none of them.
 */
export function atlasPages(brief: Brief, regions: readonly Region[], counties: boolean): AtlasPage[] {
  const known = regions.toSorted((a, b) => (a.code < b.code ? -1 : 1));
  const listed = [
    ...known.filter(({ level }) => level === "province"),
    ...known.filter(({ level }) => level === "league"),
    ...known.filter(({ code }) => isPlannedCity(code)),
    ...known.filter(({ level }) => counties && level === "county"),
  ];
  return listed.map((region, index) => {
    const folio = { page: index + 1, pages: listed.length };
    return { region, folio, brief: { ...pageOf(brief, region.code), folio } };
  });
}

function pageOf(brief: Brief, code: string): Brief {
  const { blocks, view } = brief;
  // A figure is a part of a document, with no table and no list of its own.
  const page = brief.page === "figure" ? "a4" : brief.page;
  const whole = code === PROVINCE_CODE;
  return {
    ...brief,
    page,
    extent: { kind: whole ? "whole" : "region" },
    title: null,
    subtitle: null,
    blocks: blocksOf(blocks, page, whole),
    view: {
      ...view,
      region: whole ? null : code,
      // Who has drilled into a region sees its counties; the whole is seen by leagues.
      level: whole && view.region !== null ? "league" : whole ? view.level : "county",
      item: null,
      camera: null,
      reading: null,
    },
  };
}
