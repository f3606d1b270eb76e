import type { CircularLedger } from "#domain/circular/ledger.ts";
import { periodOf } from "#domain/circular/period.ts";
import type { LedgerRecord } from "#domain/export/record.ts";
import type { DrilledFilter } from "#domain/filter.ts";
import { OFFICE_TYPES } from "#domain/item.ts";
import type { Measure } from "#domain/measure.ts";
import type { RegionProgress } from "#domain/query.ts";
import { isPlannedCity, PROVINCE_CODE } from "#domain/region.ts";
import { DEFAULT_VIEW, formatView } from "#domain/view.ts";
import { isDemo } from "../db/demo.ts";
import { ledgerRows, readNames, readRecords } from "../db/ledger-export.ts";
import { snapshotIn } from "../db/months/snapshots.ts";
import { progressByRegion } from "../db/progress.ts";
import { listDocuments } from "../db/references.ts";
import type { Db } from "../db/schema.ts";
import { summarize } from "../db/summary.ts";
import { exportId } from "../export/export-id.ts";
import { TooManyRows } from "../export/gather.ts";
import { reportedProblems } from "./reported-problems.ts";

/** A circular of more items is no letter that anybody reads. */
export const MOST_ITEMS = 2_000;

export const CIRCULAR_PATH = "/export/circular.docx";

export type Asked = {
  /** As `zSpanName` takes it. */
  period: string;
  /** Codes; empty or the province: all of it. */
  regions: readonly string[];
  revision: number;
  reviewNumber: string | null;
  /** Whether who asks may read what units report. */
  reports: boolean;
  /** Such as http://127.0.0.1:8080. */
  origin: string;
  most?: number;
};

/**
 * What a circular is written from, by the same queries that answer the API.
 * @throws TooManyRows, InvalidInputError for an unknown region
 */
export async function gatherCircular(db: Db, asked: Asked): Promise<CircularLedger> {
  const { most = MOST_ITEMS } = asked;
  const period = periodOf(asked.period);
  const codes = asked.regions.includes(PROVINCE_CODE) ? [] : [...new Set(asked.regions)];
  const filter: DrilledFilter = codes.length === 0 ? {} : { regions: codes };
  const [demo, names, documents, summary, items, projects, policies] = await Promise.all([
    isDemo(db),
    readNames(db),
    listDocuments(db),
    summarize(db, { asOf: period.to, filter }),
    rankingOf(db, "items", codes, period.to),
    rankingOf(db, "projects", codes, period.to),
    rankingOf(db, "policies", codes, period.to),
  ]);
  const [here, office] = await Promise.all([
    recordsOf(db, filter, period.to, most),
    recordsOf(db, { types: [...OFFICE_TYPES] }, period.to, most),
  ]);
  const query = viewQuery(codes, period.to);
  const { revision } = asked;
  return {
    id: exportId({ asOf: here.month ?? period.to, revision, path: CIRCULAR_PATH, query }),
    demo,
    viewUrl: `${asked.origin}/?${query}`,
    period,
    asOf: here.month,
    revision,
    snapshot: here.month === null ? null : await snapshotIn(db, here.month),
    regions: codes.flatMap((code) => names.regions.get(code) ?? []),
    records: here.records,
    office: office.records,
    names,
    documents: new Map(documents.map((document) => [document.id, document])),
    statistics: summary.statistics,
    counts: summary.counts,
    ranking: { items, projects, policies },
    problems: asked.reports ? await reportedProblems(db, period, here.records) : null,
    reviewNumber: asked.reviewNumber,
  };
}

/** The view that shows the same on screen, and that the same circular is written from. */
function viewQuery(codes: readonly string[], asOf: string): string {
  const [region = null] = codes;
  const where = codes.length > 1 ? { filter: { regions: [...codes] } } : { region };
  return formatView({ ...DEFAULT_VIEW, ...where, asOf, lang: "zh-CN" });
}

/** The 14 that report; of chosen regions each by itself, a county too. */
export async function rankingOf(
  db: Db,
  measure: Measure,
  codes: readonly string[],
  asOf: string,
): Promise<RegionProgress[]> {
  const read = (level: "reporting" | "county") => progressByRegion(db, { level, measure, asOf });
  const reporting = await read("reporting");
  if (codes.length === 0) return reporting;
  const counties = codes.some((code) => !code.endsWith("00") && !isPlannedCity(code))
    ? await read("county")
    : [];
  const all = new Map([...counties, ...reporting].map((row) => [row.code, row]));
  return codes.flatMap((code) => all.get(code) ?? []);
}

async function recordsOf(
  db: Db,
  filter: DrilledFilter,
  asOf: string,
  most: number,
): Promise<{ month: string | null; records: LedgerRecord[] }> {
  const { month, rows } = await ledgerRows(db, { filter, sort: { by: "source" }, asOf }, most);
  if (rows.length > most) throw new TooManyRows(most);
  const records: LedgerRecord[] = [];
  for await (const batch of readRecords(db, rows, month)) records.push(...batch);
  return { month, records };
}
