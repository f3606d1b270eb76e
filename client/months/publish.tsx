import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { codeOf, tell } from "../desk/call.ts";
import { useDeskLook } from "../desk/use-desk-look.ts";
import { monthWords } from "../filing/time-words.ts";
import { useRefusal } from "../filing/use-refusal.ts";
import { ChangeTable } from "./change-table.tsx";

/** Says what publishing will change, and publishes once that has been seen. Keyed by the month. */
export function Publish({ month }: { month: string }) {
  const { t } = useTranslation();
  const { lang } = useDeskLook();
  const cache = useQueryClient();
  const refusal = useRefusal();
  const foretold = useMutation({
    mutationFn: () => tell("report", "foretell", { month }),
    onError: (error) => {
      if (codeOf(error) !== "CONFLICT") refusal(error);
    },
  });
  const published = useMutation({
    mutationFn: () => tell("report", "publish", { month }),
    onError: refusal,
    onSettled: () => cache.invalidateQueries(),
  });
  const count = foretold.data?.reports ?? 0;
  return (
    <section className="months-part" aria-labelledby="publish-title">
      <h2 id="publish-title">{t("months.publish.title", { month: monthWords(lang, month) })}</h2>
      {published.data !== undefined ? (
        <p className="notice" role="status">
          {t("months.publish.done", { count: published.data.reports })}{" "}
          <a href="/">{t("months.publish.seeMap")}</a> · <a href="/wall">{t("months.publish.seeWall")}</a>
        </p>
      ) : foretold.data === undefined ? (
        <>
          {foretold.isError && codeOf(foretold.error) === "CONFLICT" && <p>{t("months.publish.nothing")}</p>}
          <button
            type="button"
            className="control"
            disabled={foretold.isPending}
            onClick={() => foretold.mutate()}
          >
            {t("months.publish.act")}
          </button>
        </>
      ) : (
        <>
          <p>{t("months.publish.waits", { count })}</p>
          {foretold.data.changes.items.length === 0 ? (
            <p>{t("months.publish.noChanges")}</p>
          ) : (
            <>
              <p>{t("months.publish.changes", { count: foretold.data.changes.items.length })}</p>
              <ChangeTable changes={foretold.data.changes} />
            </>
          )}
          <div className="report-steps">
            <button
              type="button"
              className="control primary"
              disabled={published.isPending}
              onClick={() => published.mutate()}
            >
              {t("months.publish.confirm")}
            </button>
            <button type="button" className="control" onClick={() => foretold.reset()}>
              {t("filing.cancel")}
            </button>
          </div>
        </>
      )}
    </section>
  );
}
