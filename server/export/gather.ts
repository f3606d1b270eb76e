import type { ExportAbout } from "#domain/export/about.ts";
import { filterWords } from "#domain/export/filter-words.ts";
import type { LedgerNames, LedgerRecord } from "#domain/export/record.ts";
import type { Noun } from "#domain/item.ts";
import type { Language } from "#domain/look/words.ts";
import { effectiveFilter, formatView, type View, withKnownRegions } from "#domain/view.ts";
import { isDemo } from "../db/demo.ts";
import { changedAt, ledgerRows, readNames, readRecords } from "../db/ledger-export.ts";
import { snapshotIn } from "../db/months/snapshots.ts";
import type { Db } from "../db/schema.ts";
import { exportId } from "./export-id.ts";

/** A sheet of more rows is no briefing, and a file of them holds up the others. */
export const MOST_ROWS = 20_000;

/** Thrown where a view lists more than a file holds. */
export class TooManyRows extends Error {
  constructor(most: number) {
    super(`An export holds ${most} rows at most: please narrow the filter.`);
    this.name = "TooManyRows";
  }
}

export type Gathered = {
  about: ExportAbout;
  names: LedgerNames;
  /** ISO 8601: when the ledger last changed. */
  changedAt: string;
  /** Day of the month's newest document, or the month where it has none: names the file. */
  day: string;
  /** Address of this very file. */
  url: string;
  records: AsyncGenerator<LedgerRecord[]>;
};

export type Asked = {
  view: View;
  lang: Language;
  origin: string;
  path: string;
  revision: number;
  reviewNumber: string | null;
  noun?: Noun;
  most?: number;
};

/**
 * What an export of a view is made of. The measure limits nothing: the ledger is all that the filter finds.
 * @throws TooManyRows
 */
export async function gather(db: Db, asked: Asked): Promise<Gathered> {
  const { lang, most = MOST_ROWS } = asked;
  const names = await readNames(db);
  const view = withKnownRegions(asked.view, new Set(names.regions.keys()));
  const filter = effectiveFilter(view);
  const asOf = view.asOf === null ? {} : { asOf: view.asOf };
  const [found, changed, demo] = await Promise.all([
    ledgerRows(db, { filter, sort: view.sort, ...asOf }, most),
    changedAt(db),
    isDemo(db),
  ]);
  if (found.rows.length > most) throw new TooManyRows(most);
  const rows = found.rows.filter((row) => asked.noun === undefined || row.noun === asked.noun);
  const month = found.month ?? view.asOf ?? changed.slice(0, 7);
  const documents = [...names.documents.values()].filter(
    (document) => found.month !== null && document.publishedOn.slice(0, 7) <= found.month,
  );
  const query = formatView({ ...asked.view, lang });
  return {
    about: {
      id: exportId({ asOf: month, revision: asked.revision, path: asked.path, query }),
      lang,
      demo,
      documents,
      asOf: month,
      snapshot: found.month === null ? null : await snapshotIn(db, found.month),
      revision: asked.revision,
      viewUrl: `${asked.origin}/?${query}`,
      filter: filterWords(filter, names, lang),
      reviewNumber: asked.reviewNumber,
      rows: rows.length,
      counted: rows.filter((row) => row.counted).length,
    },
    names,
    changedAt: changed,
    day:
      documents
        .map((document) => document.publishedOn)
        .filter((day) => day.startsWith(month))
        .sort()
        .at(-1) ?? month,
    url: `${asked.origin}${asked.path}?${query}`,
    records: readRecords(db, rows, found.month),
  };
}
