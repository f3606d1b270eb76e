import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { type AuditEntry, type AuditFilter, zAuditQuery } from "#domain/audit.ts";
import { answerTo } from "../desk/call.ts";
import { Failed, Waiting } from "../desk/states.tsx";
import { usePageSearch } from "../filing/use-page-search.ts";
import { AuditFields } from "./audit-fields.tsx";
import { AuditTable } from "./audit-table.tsx";
import { AUDIT_FIELDS, type AuditTyped, filterOf, NOTHING_TYPED } from "./audit-typed.ts";
import "./audit.css";

const PAGE = 50;
/** Number of the entry that a page stands before or after, in the address. */
const PAGE_FIELDS = ["before", "after"] as const;
const NEWEST = { before: null, after: null };

/** /desk/audit: who did what, when, and what stood before and after; newest first. What is looked for is its address. */
export function Page() {
  const { t } = useTranslation();
  const [search, show] = usePageSearch([...AUDIT_FIELDS, ...PAGE_FIELDS]);
  const typed: AuditTyped = { ...NOTHING_TYPED, ...search };
  const filter = filterOf(typed);
  const place = placeOf(search);
  const { data, isError, refetch } = useQuery({
    ...answerTo("audit", "search", { filter, limit: PAGE, ...place }),
    placeholderData: keepPreviousData,
  });
  const look = (next: AuditTyped) =>
    show({
      ...NEWEST,
      ...Object.fromEntries(AUDIT_FIELDS.map((name) => [name, next[name].trim() || null])),
    });
  return (
    <>
      <header className="page-head">
        <h1>{t("desk.place.audit")}</h1>
        {data && <Count entries={data.entries} />}
        <div className="page-head-end">
          <a className="link" href={exportAddress("csv", filter)}>
            {t("audit.exportCsv")}
          </a>
          <a className="link" href={exportAddress("json", filter)}>
            {t("audit.exportJson")}
          </a>
        </div>
      </header>
      <AuditFields key={JSON.stringify(filter)} sought={typed} onSeek={look} />
      {isError ? (
        <Failed onRetry={() => void refetch()} />
      ) : data === undefined ? (
        <Waiting />
      ) : data.entries.length === 0 ? (
        <div className="empty">
          <p>{t("audit.none")}</p>
          <p className="meta">{t("audit.noneHint")}</p>
        </div>
      ) : (
        <AuditTable entries={data.entries} onOnly={(only) => look({ ...typed, ...only })} />
      )}
      <nav className="form-buttons paging" aria-label={t("audit.paging")}>
        <button
          type="button"
          className="control"
          disabled={data?.nextAfter == null}
          onClick={() => show({ ...NEWEST, after: data?.nextAfter ?? null })}
        >
          {t("audit.newer")}
        </button>
        <button
          type="button"
          className="control"
          disabled={data?.nextBefore == null}
          onClick={() => show({ ...NEWEST, before: data?.nextBefore ?? null })}
        >
          {t("audit.older")}
        </button>
      </nav>
    </>
  );
}

/** Where in the trail an address says its page is; the newest where it says nothing that can be. */
function placeOf({ before, after }: { before?: string; after?: string }): {
  before?: number;
  after?: number;
} {
  const known = zAuditQuery.pick({ before: true, after: true });
  const { data } = known.safeParse({
    ...(before === undefined ? {} : { before: Number(before) }),
    ...(after === undefined ? {} : { after: Number(after) }),
  });
  return data?.before !== undefined
    ? { before: data.before }
    : data?.after !== undefined
      ? { after: data.after }
      : {};
}

/** The same entries as a file (server/audit/export-route.ts). */
function exportAddress(format: "csv" | "json", filter: AuditFilter): string {
  const fields = Object.entries(filter).map(([name, value]) => [name, value ?? ""]);
  return `/export/audit.${format}?${new URLSearchParams(fields)}`;
}

function Count({ entries }: { entries: readonly AuditEntry[] }) {
  const { t } = useTranslation();
  const [first, last] = [entries.at(0), entries.at(-1)];
  if (first === undefined || last === undefined) return null;
  return (
    <span className="meta" role="status">
      {t("audit.count", { count: entries.length, first: first.seq, last: last.seq })}
    </span>
  );
}
