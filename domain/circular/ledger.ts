import type { LedgerNames, LedgerRecord } from "../export/record.ts";
import type { Snapshot } from "../months/snapshot.ts";
import type { RegionProgress, Summary } from "../query.ts";
import type { Region } from "../region.ts";
import type { ReportContent } from "../report/report.ts";
import type { SourceDocument } from "../source.ts";
import type { Period } from "./period.ts";

/** What a unit's latest report of the period says is in an item's way. */
export type ReportedProblem = {
  item: string;
  title: string;
  unitName: string;
  month: string;
  problem: NonNullable<ReportContent["problem"]>;
};

/** What a circular is written from: the ledger of a period and a set of regions, and what the API counts of it. */
export type CircularLedger = {
  /** The same circular of the same revision has the same: YZT-201207-4F2K9C0A. */
  id: string;
  /** Address that opens the view which it is drawn from. */
  viewUrl: string;
  /** The ledger is made up (truth rule 8). */
  demo: boolean;
  period: Period;
  /** The month that answers for the period's end, YYYY-MM; null before the first. */
  asOf: string | null;
  revision: number;
  /** Of `asOf`, where it is frozen. */
  snapshot: Pick<Snapshot, "id" | "version" | "hash" | "auditHead"> | null;
  /** Empty: the whole autonomous region. */
  regions: readonly Region[];
  /** Items that lie there, and after each the parts that count by it. */
  records: readonly LedgerRecord[];
  /** The office's own work for the whole region, wherever the circular looks. */
  office: readonly LedgerRecord[];
  names: LedgerNames;
  documents: ReadonlyMap<string, SourceDocument>;
  statistics: Summary["statistics"];
  counts: Summary["counts"];
  /** Of each measure, a row for each region of the table. */
  ranking: Record<"items" | "projects" | "policies", readonly RegionProgress[]>;
  /** In the order of the records; null for who may not read what units report (`report.published`). */
  problems: readonly ReportedProblem[] | null;
  reviewNumber: string | null;
};
