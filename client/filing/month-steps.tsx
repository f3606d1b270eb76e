import { useQueryClient } from "@tanstack/react-query";
import { App } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Mine } from "#domain/report/exchange.ts";
import { CallError, tell } from "../desk/call.ts";
import { isDone } from "./mine-cache.ts";
import { useRefusal } from "./use-refusal.ts";

/** Nil report, in one click, for it is undone by another; and handing in all, with one to confirm. */
export function MonthSteps(props: {
  mine: Mine;
  flush: () => Promise<void>;
  onFault: (item: string) => void;
}) {
  const { mine, flush, onFault } = props;
  const { t } = useTranslation();
  const { message, modal } = App.useApp();
  const cache = useQueryClient();
  const refusal = useRefusal();
  const [faulty, setFaulty] = useState<string[]>([]);
  const { period, unit, items, nil } = mine;
  const asked = { unit: unit.id, month: period.month };
  const drafts = items.filter((entry) => entry.report !== null && !isDone(entry));
  const untouched = items.filter(({ report }) => report === null).length;
  const titleOf = (id: string) => items.find(({ item }) => item.id === id)?.item.title ?? id;

  async function submitAll() {
    try {
      const { submitted, refused } = await tell("report", "submitAll", asked);
      setFaulty(refused.map(({ item }) => item));
      void message.success(t("filing.all.done", { count: submitted.length }));
    } catch (error) {
      const found = error instanceof CallError ? (error.refusal.issues ?? []) : [];
      const named = [...new Set(found.map(({ path }) => String(path[0])))].filter((id) => titleOf(id) !== id);
      setFaulty(named);
      if (named.length === 0) refusal(error);
    }
    await cache.invalidateQueries({ queryKey: ["period"] });
  }
  const askAll = async () => {
    await flush();
    modal.confirm({
      title: t("filing.all.title", { count: drafts.length }),
      content: untouched > 0 ? t("filing.all.untouched", { count: untouched }) : null,
      okText: t("filing.confirm"),
      cancelText: t("filing.cancel"),
      onOk: submitAll,
    });
  };
  const fileNil = async () => {
    await tell("report", "nil", asked).catch(refusal);
    await cache.invalidateQueries({ queryKey: ["period"] });
  };

  return (
    <>
      {untouched === items.length && nil === null && (
        <button type="button" className="control" onClick={() => void fileNil()}>
          {t("filing.nil.act")}
        </button>
      )}
      <button
        type="button"
        className="control primary"
        disabled={drafts.length === 0}
        onClick={() => void askAll()}
      >
        {t("filing.all.act")}
      </button>
      {faulty.length > 0 && (
        <div className="notice" role="alert">
          <p>{t("filing.all.faulty", { count: faulty.length })}</p>
          <ul>
            {faulty.map((id) => (
              <li key={id}>
                <button type="button" className="link" lang="zh-CN" onClick={() => onFault(id)}>
                  {titleOf(id)}
                </button>
              </li>
            ))}
          </ul>
        </div>
      )}
    </>
  );
}
