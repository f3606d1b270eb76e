import { useInfiniteQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { CELL_ISSUE_WORDS, HANDLING_WORDS } from "#domain/sheet/issue-words.ts";
import type { CellChange, CellIssue, RowResult } from "#domain/sheet/row-result.ts";
import type { UploadStatus } from "#domain/sheet/upload.ts";
import { ask } from "../../desk/call.ts";
import { Failed, Waiting } from "../../desk/states.tsx";
import { useDeskLook } from "../../desk/use-desk-look.ts";
import { headWords, valueWords } from "./cell-words.ts";

const AT_ONCE = 100;
type Only = "all" | "changed" | "bad";

/** Cell by cell what was and what will be, and what is refused. */
export function RowDifferences({ job, counts }: { job: string; counts: UploadStatus["counts"] }) {
  const { t } = useTranslation();
  const [only, setOnly] = useState<Only>("all");
  const states = only === "all" ? (["changed", "bad"] as const) : ([only] as const);
  const rows = useInfiniteQuery({
    queryKey: ["upload", "rows", job, only],
    queryFn: ({ pageParam, signal }) =>
      ask("upload", "rows", { job, only: [...states], skip: pageParam, limit: AT_ONCE }, signal),
    initialPageParam: 0,
    getNextPageParam: ({ total }, pages) => {
      const shown = pages.reduce((sum, page) => sum + page.rows.length, 0);
      return shown < total ? shown : undefined;
    },
  });
  const choices: [Only, number][] = [
    ["all", counts.changed + counts.bad],
    ["changed", counts.changed],
    ["bad", counts.bad],
  ];
  return (
    <>
      {counts.changed > 0 && counts.bad > 0 && (
        <fieldset className="sheet-line">
          <legend className="visually-hidden">{t("filing.sheet.only")}</legend>
          {choices.map(([one, count]) => (
            <button
              key={one}
              type="button"
              className="control"
              aria-pressed={only === one}
              onClick={() => setOnly(one)}
            >
              {t(`filing.sheet.show.${one}`, { count })}
            </button>
          ))}
        </fieldset>
      )}
      {rows.data === undefined ? (
        rows.isError ? (
          <Failed onRetry={() => void rows.refetch()} />
        ) : (
          <Waiting />
        )
      ) : (
        <div className="sheet-scroll">
          <table className="sheet-table" aria-label={t("filing.sheet.table")}>
            <thead>
              <tr>
                {(["cell", "column", "was", "now", "note"] as const).map((one) => (
                  <th key={one} scope="col">
                    {t(`filing.sheet.head.${one}`)}
                  </th>
                ))}
              </tr>
            </thead>
            {rows.data.pages.flatMap((page) => page.rows.map((row) => <Row key={row.row} row={row} />))}
          </table>
          {rows.hasNextPage && (
            <button
              type="button"
              className="control"
              disabled={rows.isFetchingNextPage}
              onClick={() => void rows.fetchNextPage()}
            >
              {t("filing.sheet.more")}
            </button>
          )}
        </div>
      )}
    </>
  );
}

function Row({ row }: { row: RowResult }) {
  const { t } = useTranslation();
  return (
    <tbody>
      <tr>
        <th scope="rowgroup" colSpan={5}>
          {t("filing.sheet.row", { row: row.row })}
          <span lang="zh-CN">{row.title}</span>
          {row.state === "bad" && <span className="sheet-bad">{t("filing.sheet.rowBad")}</span>}
        </th>
      </tr>
      {row.issues.map((issue) => (
        <Issue key={`${issue.address} ${issue.code}`} issue={issue} />
      ))}
      {row.changes.map((change) => (
        <Change key={change.address} change={change} isKept={row.state === "bad"} />
      ))}
    </tbody>
  );
}

function Issue({ issue: { address, column, code, said } }: { issue: CellIssue }) {
  const { lang } = useDeskLook();
  return (
    <tr className="refused">
      <td className="cell">{address}</td>
      <td>{headWords(column, lang)}</td>
      <td />
      <td className="said">{said}</td>
      <td className="field-fault">{CELL_ISSUE_WORDS[code][lang]}</td>
    </tr>
  );
}

/** `isKept`: another cell of the row is refused, and so this one is not taken in either. */
function Change({ change, isKept }: { change: CellChange; isKept: boolean }) {
  const { t } = useTranslation();
  const { lang } = useDeskLook();
  const { address, column, was, now, handled } = change;
  const unsaid = <span className="meta">{t("filing.unsaid")}</span>;
  return (
    <tr className={isKept ? "kept" : "changed"}>
      <td className="cell">{address}</td>
      <td>{headWords(column, lang)}</td>
      <td className="was">{valueWords(column, was, lang) ?? unsaid}</td>
      <td className="said">{valueWords(column, now, lang) ?? unsaid}</td>
      <td>
        {handled.map((one) => (
          <span key={one} className="mark-word">
            {HANDLING_WORDS[one][lang]}
          </span>
        ))}
      </td>
    </tr>
  );
}
