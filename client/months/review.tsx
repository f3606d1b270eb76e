import { useQuery, useQueryClient } from "@tanstack/react-query";
import { App } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Inbox } from "#domain/report/exchange.ts";
import { answerTo, tell } from "../desk/call.ts";
import { Failed, Waiting } from "../desk/states.tsx";
import { usePageSearch } from "../filing/use-page-search.ts";
import { useRefusal } from "../filing/use-refusal.ts";
import { acceptAll } from "./accept-all.ts";
import { InboxGroup } from "./inbox-group.tsx";
import { ReportRead } from "./report-read.tsx";
import "../filing/entry.css";
import "../filing/filing.css";
import "./months.css";

/** Reports that units below have handed in, to be read beside last month and accepted or returned. */
export function Page() {
  const { t } = useTranslation();
  const { message, modal } = App.useApp();
  const cache = useQueryClient();
  const refusal = useRefusal();
  const [search, show] = usePageSearch(["report"]);
  const inbox = useQuery(answerTo("report", "inbox", {}));
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  if (inbox.data === undefined)
    return inbox.isError ? <Failed onRetry={() => void inbox.refetch()} /> : <Waiting />;
  const rows = inbox.data;
  const picked = rows.filter(({ id }) => chosen.has(id));
  const accept = () =>
    modal.confirm({
      title: t("months.review.acceptTitle", { count: picked.length }),
      okText: t("filing.confirm"),
      cancelText: t("filing.cancel"),
      onOk: async () => {
        const { accepted, error } = await acceptAll(picked, (reports) =>
          tell("report", "accept", { reports }),
        );
        setChosen((before) => new Set([...before].filter((id) => !accepted.includes(id))));
        if (accepted.length > 0)
          void message.success(t("months.review.accepted", { count: accepted.length }));
        if (error !== undefined) refusal(error);
        await cache.invalidateQueries({ queryKey: ["report"] });
      },
    });
  return (
    <div className={`filing${search.report === undefined ? "" : " has-one"}`}>
      <header className="month-head">
        <h1>{t("months.review.title")}</h1>
        <p className="meta">{t("months.review.count", { count: rows.length })}</p>
        <div className="month-acts">
          <button type="button" className="control primary" disabled={picked.length === 0} onClick={accept}>
            {t("months.review.acceptChosen", { count: picked.length })}
          </button>
        </div>
      </header>
      <div className="filing-panes">
        {rows.length === 0 ? (
          <div className="state">
            <p className="state-title">{t("months.review.none")}</p>
            <p>{t("months.review.noneHint")}</p>
            <a href="/desk/months">{t("months.review.toMonths")}</a>
          </div>
        ) : (
          <div className="filing-list">
            {byUnit(rows).map((group) => (
              <InboxGroup
                key={group[0]?.unit}
                rows={group}
                shown={search.report}
                chosen={chosen}
                onShow={(report) => show({ report })}
                onChoose={(ids, isChosen) =>
                  setChosen((before) => {
                    const next = new Set(before);
                    for (const id of ids) isChosen ? next.add(id) : next.delete(id);
                    return next;
                  })
                }
              />
            ))}
          </div>
        )}
        {search.report === undefined ? (
          <p className="filing-blank meta">{rows.length > 0 && t("months.review.choose")}</p>
        ) : (
          <div className="filing-one">
            <button type="button" className="link filing-back" onClick={() => show({ report: null })}>
              {t("months.review.back")}
            </button>
            <ReportRead
              key={search.report}
              id={search.report}
              onDone={() => show({ report: rows.find(({ id }) => id !== search.report)?.id ?? null })}
            />
          </div>
        )}
      </div>
    </div>
  );
}

const byUnit = (rows: Inbox): Inbox[] => [
  ...Map.groupBy(rows, ({ unit, month }) => `${unit} ${month}`).values(),
];
