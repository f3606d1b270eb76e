import type { ExportAbout } from "#domain/export/about.ts";
import { filterWords } from "#domain/export/filter-words.ts";
import type { LedgerNames, LedgerRecord } from "#domain/export/record.ts";
import { type Noun, nounOf } from "#domain/item.ts";
import type { Language } from "#domain/look/words.ts";
import { effectiveFilter, formatView, type View, withKnownRegions } from "#domain/view.ts";
import { isDemo } from "../db/demo.ts";
import { changedAt, ledgerRows, readDrawn, readNames, readRecords } from "../db/ledger-export.ts";
import type { FrozenContent } from "../db/months/content.ts";
import { readSnapshot, snapshotIn } from "../db/months/snapshots.ts";
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
      ...counted(rows),
    },
    names,
    changedAt: changed,
    day: lastDay(documents, month),
    url: `${asked.origin}${asked.path}?${query}`,
    records: readRecords(db, rows, found.month),
  };
}

/**
 * What an export of a frozen month's version is made of: the whole ledger as it was frozen, whatever was corrected
 * since. It is of that version's revision, so that the same file keeps its id for ever.
 * @throws NotFoundError
 */
export async function gatherFrozen(
  db: Db,
  asked: Omit<Asked, "view" | "revision" | "most"> & { snapshot: string },
): Promise<Gathered> {
  const { lang, origin, path } = asked;
  const { snapshot, json } = await readSnapshot(db, asked.snapshot);
  const { month, revision } = snapshot;
  const content = JSON.parse(json) as FrozenContent;
  const [names, drawn, demo] = await Promise.all([readNames(db), readDrawn(db), isDemo(db)]);
  const rows = inOrder(content.items).filter(
    ({ record }) => asked.noun === undefined || nounOf(record.type) === asked.noun,
  );
  const documents = [...names.documents.values()].filter(
    (document) => document.publishedOn.slice(0, 7) <= month,
  );
  const query = new URLSearchParams({ snapshot: snapshot.id, lang }).toString();
  return {
    about: {
      id: exportId({ asOf: month, revision, path, query }),
      lang,
      demo,
      documents,
      asOf: month,
      snapshot,
      revision,
      viewUrl: `${origin}/?${new URLSearchParams({ asof: month, lang })}`,
      filter: filterWords({}, names, lang),
      reviewNumber: asked.reviewNumber,
      ...counted(rows),
    },
    names,
    changedAt: snapshot.frozenAt,
    day: `${lastDay(documents, month)}-v${snapshot.version}`,
    url: `${origin}${path}?${query}`,
    records: (async function* () {
      for (let at = 0; at < rows.length; at += BATCH) {
        yield rows.slice(at, at + BATCH).map(({ id, record, counted }) => ({
          item: record,
          counted,
          light: content.lights[id]?.state ?? null,
          ...drawn.of(record),
        }));
      }
    })(),
  };
}

const BATCH = 100;

const counted = (rows: readonly { counted: boolean }[]) => ({
  rows: rows.length,
  counted: rows.filter((row) => row.counted).length,
});

const lastDay = (documents: readonly { publishedOn: string }[], month: string): string =>
  documents
    .map((document) => document.publishedOn)
    .filter((day) => day.startsWith(month))
    .sort()
    .at(-1) ?? month;

/** As the ledger is listed: what counts, each followed by the parts that count by it. They come by their ordinals. */
function inOrder(items: FrozenContent["items"]): FrozenContent["items"] {
  const byRoot = Map.groupBy(items, ({ root }) => root);
  return items
    .filter(({ id, root }) => id === root)
    .flatMap(({ id }) =>
      (byRoot.get(id) ?? []).toSorted((one, other) => Number(other.counted) - Number(one.counted)),
    );
}
