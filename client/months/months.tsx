import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { type Action, scopesOf } from "#domain/permission.ts";
import { answerTo } from "../desk/call.ts";
import { Failed, Waiting } from "../desk/states.tsx";
import { useDeskLook } from "../desk/use-desk-look.ts";
import { useSession } from "../desk/use-session.ts";
import { MonthPicker } from "../filing/month-picker.tsx";
import { dayWords } from "../filing/time-words.ts";
import { usePageSearch } from "../filing/use-page-search.ts";
import { ChangeTable } from "./change-table.tsx";
import { DueDay } from "./due-day.tsx";
import { DueRule } from "./due-rule.tsx";
import { Freeze } from "./freeze.tsx";
import { Publish } from "./publish.tsx";
import { StatusTable } from "./status-table.tsx";
import "../filing/entry.css";
import "../filing/filing.css";
import "./months.css";

/** One month of all units: who has filed, what is published, what is frozen, what changed. */
export function Page() {
  const { t } = useTranslation();
  const [search, show] = usePageSearch(["month", "against"]);
  const { data: session } = useSession();
  const periods = useQuery(answerTo("period", "list", undefined));
  const published = useQuery(answerTo("month", "list", undefined));
  const [opened, setOpened] = useState<string>();
  if (periods.data === undefined || published.data === undefined) {
    if (!periods.isError && !published.isError) return <Waiting />;
    return (
      <Failed
        onRetry={() => {
          void periods.refetch();
          void published.refetch();
        }}
      />
    );
  }
  const listed = periods.data
    .map(({ month }) => month)
    .sort()
    .reverse();
  // The last but one is what one is busy with, until it is published: then too the page stays with it.
  const [last, before] = listed;
  const busy = published.data.some((one) => one.month === before) ? last : (before ?? last);
  if (opened === undefined && busy !== undefined) setOpened(busy);
  const month = search.month ?? opened ?? busy;
  if (month === undefined) return <p className="state">{t("filing.noMonth")}</p>;
  const account = session?.account ?? null;
  const may = (action: Action) => scopesOf(action, account).length > 0;
  return (
    <div className="filing">
      <header className="month-head">
        <h1>{t("months.status.title")}</h1>
        <div className="month-acts">
          <MonthPicker
            label={t("filing.month")}
            isLabelHidden
            months={listed}
            month={month}
            onChange={(next) => show({ month: next, against: null })}
          />
        </div>
      </header>
      <Filed month={month} mayManage={may("period.manage")} />
      {may("report.publish") && <Publish key={month} month={month} />}
      <Freeze month={month} mayFreeze={may("month.freeze")} />
      <Changes month={month} against={search.against} onAgainst={(against) => show({ against })} />
    </div>
  );
}

function Filed({ month, mayManage }: { month: string; mayManage: boolean }) {
  const { t } = useTranslation();
  const { lang } = useDeskLook();
  const status = useQuery(answerTo("period", "get", { month }));
  if (status.data === undefined)
    return status.isError ? <Failed onRetry={() => void status.refetch()} /> : <Waiting />;
  const { period, units } = status.data;
  return (
    <section className="months-part">
      <p>{t("months.status.due", { day: dayWords(lang, period.dueOn) })}</p>
      {period.dueNote !== null && <p className="meta">{t("filing.dueNote", { why: period.dueNote })}</p>}
      {mayManage && (
        <>
          <DueDay key={month} period={period} />
          <DueRule />
        </>
      )}
      {units.length === 0 ? <p>{t("months.status.none")}</p> : <StatusTable units={units} />}
    </section>
  );
}

function Changes(props: { month: string; against: string | undefined; onAgainst: (month: string) => void }) {
  const { month, against, onAgainst } = props;
  const { t } = useTranslation();
  const { data: published = [] } = useQuery(answerTo("month", "list", undefined));
  const others = published
    .map((one) => one.month)
    .filter((one) => one !== month)
    .sort()
    .reverse();
  const from = against ?? others.find((one) => one < month) ?? others[0];
  const isPublished = published.some((one) => one.month === month);
  const changes = useQuery({
    ...answerTo("light", "changes", { from: from ?? month, to: month }),
    enabled: from !== undefined && isPublished,
  });
  if (!isPublished || from === undefined) return null;
  return (
    <section className="months-part" aria-labelledby="changes-title">
      <h2 id="changes-title">{t("months.changes.title")}</h2>
      <div className="months-form">
        <MonthPicker label={t("months.changes.against")} months={others} month={from} onChange={onAgainst} />
      </div>
      {changes.data === undefined ? (
        changes.isError ? (
          <Failed onRetry={() => void changes.refetch()} />
        ) : (
          <Waiting />
        )
      ) : changes.data.items.length === 0 ? (
        <p>{t("months.changes.none")}</p>
      ) : (
        <ChangeTable changes={changes.data} />
      )}
    </section>
  );
}
