import { useState } from "react";
import { useTranslation } from "react-i18next";

/** Rows at once: of thousands the browser would lay out every one anew with each font that comes. */
const PAGE = 100;

/** A long list page by page. Where `of` changes, another list begins at its first page. */
export function usePages<Row>(rows: readonly Row[], of = "") {
  const [turned, setTurned] = useState({ of, page: 0 });
  const last = Math.max(0, Math.ceil(rows.length / PAGE) - 1);
  const page = turned.of === of ? Math.min(turned.page, last) : 0;
  return {
    shown: rows.slice(page * PAGE, (page + 1) * PAGE),
    pages: {
      first: page * PAGE + 1,
      all: rows.length,
      page,
      last,
      turn: (to: number) => setTurned({ of, page: to }),
    },
  };
}

/** Leads from page to page beneath a list; nothing where there is but one. */
export function Pages({ first, all, page, last, turn }: ReturnType<typeof usePages>["pages"]) {
  const { t } = useTranslation();
  if (last === 0) return null;
  const go = (to: number) => {
    turn(to);
    window.scrollTo(0, 0);
  };
  return (
    <nav className="form-buttons paging" aria-label={t("desk.pages.label")}>
      <button type="button" className="control" disabled={page === 0} onClick={() => go(page - 1)}>
        {t("desk.pages.before")}
      </button>
      <button type="button" className="control" disabled={page === last} onClick={() => go(page + 1)}>
        {t("desk.pages.after")}
      </button>
      <span className="meta" role="status">
        {t("desk.pages.rows", { first, last: Math.min(first + PAGE - 1, all), all })}
      </span>
    </nav>
  );
}
