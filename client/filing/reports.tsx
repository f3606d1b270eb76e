import { useQuery } from "@tanstack/react-query";
import { useCallback, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { codeOf } from "../desk/call.ts";
import { Failed, Waiting } from "../desk/states.tsx";
import { type Account, useSession } from "../desk/use-session.ts";
import { ItemList } from "./item-list.tsx";
import type { Keeper } from "./keeper.ts";
import { nextOpen, wholeMonth } from "./mine-cache.ts";
import { MonthHead } from "./month-head.tsx";
import { ReportForm } from "./report-form.tsx";
import { SheetTools } from "./sheet/sheet-tools.tsx";
import { usePageSearch } from "./use-page-search.ts";
import "./entry.css";
import "./filing.css";

/** My unit's month: its items at the left, the report of one at the right. */
export function Page() {
  const { data } = useSession();
  const account = data?.account;
  return account ? <Month account={account} /> : <Waiting />;
}

function Month({ account }: { account: Account }) {
  const { t } = useTranslation();
  const [search, show] = usePageSearch(["month", "item"]);
  const [opened, setOpened] = useState<string>();
  const mine = useQuery(wholeMonth(search.month ?? opened));
  // Once all of a month is handed in another is owed: the page stays with the one that it was opened for.
  if (mine.data !== undefined && opened === undefined) setOpened(mine.data.period.month);
  const [byHand, setByHand] = useState<string | null>(null);
  const [tried, setTried] = useState<string | null>(null);
  const keeper = useRef<Keeper | null>(null);
  const onKeeper = useCallback((one: Keeper | null) => {
    keeper.current = one;
  }, []);

  if (mine.data === undefined) {
    if (!mine.isError) return <Waiting />;
    if (codeOf(mine.error) === "NOT_FOUND") return <p className="state">{t("filing.noMonth")}</p>;
    return <Failed onRetry={() => void mine.refetch()} />;
  }
  const { items, period, unit } = mine.data;
  const flush = async () => {
    await keeper.current?.flush();
  };
  const entry = items.find(({ item }) => item.id === search.item);
  const choose = (item: string) => {
    setByHand(item);
    show({ item });
  };
  return (
    <div className={`filing${entry === undefined ? "" : " has-one"}`}>
      <MonthHead
        mine={mine.data}
        onMonth={(month) => show({ month, item: null })}
        flush={flush}
        onFault={(item) => {
          setTried(item);
          choose(item);
        }}
      />
      {items.length > 0 && <SheetTools key={`${unit.id} ${period.month}`} mine={mine.data} flush={flush} />}
      {items.length === 0 ? (
        <div className="state">
          <p className="state-title">{t("filing.none")}</p>
          <p>{t("filing.noneHint")}</p>
        </div>
      ) : (
        <div className="filing-panes">
          <ItemList items={items} chosen={search.item} onChoose={choose} />
          {entry === undefined ? (
            <p className="filing-blank meta">{t("filing.chooseItem")}</p>
          ) : (
            <div className="filing-one">
              <button type="button" className="link filing-back" onClick={() => show({ item: null })}>
                {t("filing.back")}
              </button>
              <ReportForm
                key={`${period.month} ${entry.item.id} ${entry.report?.version ?? 1} ${tried === entry.item.id}`}
                mine={mine.data}
                entry={entry}
                account={account}
                takesFocus={byHand === entry.item.id}
                isTried={tried === entry.item.id}
                onKeeper={onKeeper}
                onNext={() => {
                  const next = nextOpen(items, entry.item.id);
                  if (next !== undefined) choose(next.item.id);
                }}
              />
            </div>
          )}
        </div>
      )}
    </div>
  );
}
