import { createHash } from "node:crypto";
import { encode } from "uqr";
import type { Brief } from "#domain/brief/brief.ts";
import type { BriefFacts, ItemFact, LegendFact } from "#domain/brief/facts.ts";
import { layoutOf } from "#domain/brief/layout.ts";
import { listedTypes } from "#domain/count.ts";
import { filterWords } from "#domain/export/filter-words.ts";
import { type LedgerNames, regionIn } from "#domain/export/record.ts";
import type { DrilledFilter } from "#domain/filter.ts";
import type { Item } from "#domain/item.ts";
import { creditIn, type Language, nameIn, STAGE_WORDS } from "#domain/look/words.ts";
import { boundsOf, type Measure } from "#domain/measure.ts";
import { originWords } from "#domain/origin-words.ts";
import type { PageData } from "#domain/page.ts";
import type { Summary } from "#domain/query.ts";
import { PROVINCE_CODE } from "#domain/region.ts";
import { effectiveFilter, formatView, type View, withKnownRegions } from "#domain/view.ts";
import { shortName } from "#geo/drawn/item-words.ts";
import { legendOf } from "#geo/drawn/legend.ts";
import { listDeadlines } from "../db/deadlines.ts";
import { isDemo } from "../db/demo.ts";
import { ledgerRows, readNames, readRecords } from "../db/ledger-export.ts";
import { mapFeatures } from "../db/map-features.ts";
import { snapshotIn } from "../db/months/snapshots.ts";
import { progressByRegion } from "../db/progress.ts";
import type { Db } from "../db/schema.ts";
import { summarize } from "../db/summary.ts";
import { mapFacts, seenIn } from "./map-facts.ts";
import { rankingFacts } from "./ranking.ts";
import { statisticFacts } from "./statistics.ts";

/** More than any page has room for. */
const MOST_ITEMS = 120;
const MOST_DEADLINES = 6;

export type Setting = {
  boundary: PageData["boundary"];
  /** No map leaves that has no 审图号. */
  requireReviewNumber?: boolean;
  /** Such as http://127.0.0.1:8080. */
  origin: string;
  revision: number;
};

/**
 * Everything that a page says, from the same questions that the screen asks of the ledger.
 * @throws InvalidInputError for an unknown region
 */
export async function gatherFacts(db: Db, brief: Brief, setting: Setting): Promise<BriefFacts> {
  const { lang } = brief;
  const names = await readNames(db);
  const regions = [...names.regions.values()];
  const view = drilled(withKnownRegions(brief.view, new Set(names.regions.keys())));
  const filter = effectiveFilter(view);
  const asOf = view.asOf === null ? {} : { asOf: view.asOf };
  const layers = { later: view.layers.includes("later"), guofa21: view.layers.includes("guofa21") };
  const listed = { ...filter, types: listedTypes(view.measure, filter.types) };
  const progress = (level: "reporting" | "county", measure: Measure) =>
    progressByRegion(db, { level, measure, filter: view.filter, ...asOf });
  const within = view.region === null ? {} : { filter: { within: view.region } };
  const [demo, summary, whole, features, deadlines, ranking, filled, items] = await Promise.all([
    isDemo(db),
    summarize(db, { filter, ...asOf }),
    summarize(db, { ...within, ...asOf }),
    mapFeatures(db, { filter: view.filter, ...asOf, ...layers }),
    listDeadlines(db, { filter, ...asOf }, MOST_DEADLINES),
    rankingFacts(progress, view, names, lang),
    progress(view.level === "county" ? "county" : "reporting", view.measure),
    itemFacts(db, { filter: listed, sort: view.sort, ...asOf }, names, lang),
  ]);
  const layout = layoutOf(brief.page);
  const { css } = layout;
  const map = mapFacts(brief, layout, view, regions);
  const documents = [...names.documents.values()].filter(
    (document) => document.publishedOn.slice(0, 7) <= summary.asOf,
  );
  const query = formatView({ ...view, lang });
  const url = `${setting.origin}/?${query}`;
  return {
    id: briefId(brief, setting.revision, summary.asOf),
    lang,
    revision: setting.revision,
    asOf: summary.asOf,
    day:
      documents
        .map((document) => document.publishedOn)
        // A later month's news is what units report, and no document's.
        .filter((day) => day.startsWith(summary.asOf))
        .sort()
        .at(-1) ?? null,
    demo,
    snapshot: await snapshotIn(db, summary.asOf),
    url,
    qr: encode(url, { ecc: "M", border: 0 }).data.map((row) =>
      row.map((dark) => (dark ? "1" : "0")).join(""),
    ),
    region: view.region === null ? null : regionIn(lang, names, view.region),
    level: view.level,
    measure: view.measure,
    filter: Object.values(view.filter).every((limit) => limit === undefined)
      ? []
      : filterWords(view.filter, names, lang),
    hidden: whole.counts.items - summary.counts.items,
    reviewNumber: setting.boundary.reviewNumber,
    reviewRequired: setting.requireReviewNumber === true,
    documents: documents.map((document) => documentIn(document, lang)),
    credits: setting.boundary.credits.map((credit) => creditIn(lang, credit)),
    statistics: statisticFacts(summary.statistics, lang),
    counts: countsOf(summary),
    ranking,
    deadlines,
    items,
    itemsTotal: listed.types.reduce((sum, type) => sum + (summary.counts.types[type] ?? 0), 0),
    legend: legendOf(view, {
      theme: "light",
      lang,
      features: seenIn(features, map.camera, css),
      zoom: map.camera.zoom,
      bounds: boundsOf(view, filled),
    }) satisfies LegendFact[],
    map,
  };
}

/** The whole region is no region to drill into. */
const drilled = (view: View): View => (view.region === PROVINCE_CODE ? { ...view, region: null } : view);

const countsOf = ({ counts }: Summary): BriefFacts["counts"] => ({
  items: counts.items,
  projects: counts.projects,
  policies: counts.policies,
  regionWide: counts.regionWide,
  projectStages: counts.projectStages,
});

/** The same page of the same ledger has the same id: YZT-201207-4F2K9C. */
function briefId(brief: Brief, revision: number, asOf: string): string {
  const digest = createHash("sha256")
    .update(JSON.stringify([brief, revision]))
    .digest("hex");
  return `YZT-${asOf.replace("-", "")}-${digest.slice(0, 8).toUpperCase()}`;
}

type Document = { title: string; publisher: string; publisherEn?: string; publishedOn: string };

/** 《…》（中国政府网 2012-07-24）; a title within a title has the lesser marks. */
function documentIn({ title, publisher, publisherEn, publishedOn }: Document, lang: Language): string {
  const from = `${nameIn(lang, { name: publisher, nameEn: publisherEn })} ${publishedOn}`;
  const inner = title.replaceAll("《", "〈").replaceAll("》", "〉");
  return lang === "en" ? `《${inner}》 (${from})` : `《${inner}》（${from}）`;
}

type ListQuery = { filter: DrilledFilter; sort: View["sort"]; asOf?: string };

async function itemFacts(db: Db, query: ListQuery, names: LedgerNames, lang: Language): Promise<ItemFact[]> {
  // Parts stand beside what they count by: more rows than items are asked for.
  const { month, rows } = await ledgerRows(db, query, MOST_ITEMS * 3);
  const counted = rows.filter((row) => row.counted).slice(0, MOST_ITEMS);
  const facts: ItemFact[] = [];
  for await (const batch of readRecords(db, counted, month)) {
    facts.push(...batch.map(({ item }) => itemFact(item, names, lang)));
  }
  return facts;
}

const itemFact = (item: Item, names: LedgerNames, lang: Language): ItemFact => ({
  id: item.id,
  type: item.type,
  stage: item.stage,
  title: item.title,
  regions: regionWords(item.regions, names, lang),
  ground: groundOf(item, lang),
  stageWords:
    item.stageBasis === "ambiguous" ? `“${shortName(item.stageWords)}”` : STAGE_WORDS[item.stage][lang],
});

function groundOf({ sources: [source], origin }: Item, lang: Language): string {
  if (source) return `“${source.quote}”`;
  return origin ? originWords(origin, lang) : "";
}

/** What the text states comes first, what is inferred only where nothing is. */
function regionWords(regions: Item["regions"], names: LedgerNames, lang: Language): string {
  const stated = regions.filter((region) => region.basis === "stated");
  const shown = (stated.length > 0 ? stated : regions).map(({ code }) => regionIn(lang, names, code));
  return shown.length <= 3
    ? shown.join(lang === "en" ? ", " : "、")
    : lang === "en"
      ? `${shown[0]} and ${shown.length - 1} more`
      : `${shown[0]}等 ${shown.length} 地`;
}
