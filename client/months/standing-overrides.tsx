import { useQuery, useQueryClient } from "@tanstack/react-query";
import { App } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { StandingOverride } from "#domain/light/requests.ts";
import { answerTo, tell } from "../desk/call.ts";
import { PlainTable } from "../desk/plain-table.tsx";
import { Failed, Waiting } from "../desk/states.tsx";
import { useDeskLook } from "../desk/use-desk-look.ts";
import { AskReason } from "../filing/ask-reason.tsx";
import { MonthPicker } from "../filing/month-picker.tsx";
import { momentWords, monthWords } from "../filing/time-words.ts";
import { useRefusal } from "../filing/use-refusal.ts";
import { LightLabel } from "../look/light-mark.tsx";
import { openMonths } from "./open-months.ts";

/** What the office has set and nothing has overtaken yet; each can be given back to the rules, with why. */
export function StandingOverrides() {
  const { t } = useTranslation();
  const { lang } = useDeskLook();
  const { message } = App.useApp();
  const cache = useQueryClient();
  const refusal = useRefusal();
  const overrides = useQuery(answerTo("light", "overrides", undefined));
  const { data: published = [] } = useQuery(answerTo("month", "list", undefined));
  const [ending, setEnding] = useState<StandingOverride | null>(null);
  const [month, setMonth] = useState<string | null>(null);
  const months = openMonths(published).filter((one) => ending === null || one >= ending.since);
  const chosen = month ?? months[0];
  const close = () => {
    setEnding(null);
    setMonth(null);
  };
  const end = async (reason: string) => {
    if (ending === null || chosen === undefined) return;
    try {
      await tell("light", "override", { item: ending.item, month: chosen, state: null, reason });
      void message.success(t("months.rules.ended"));
    } catch (error) {
      refusal(error);
    }
    close();
    await cache.invalidateQueries({ queryKey: ["light"] });
  };
  return (
    <section className="months-part" aria-labelledby="standing-title">
      <h2 id="standing-title">{t("months.rules.standing")}</h2>
      {overrides.data === undefined ? (
        overrides.isError ? (
          <Failed onRetry={() => void overrides.refetch()} />
        ) : (
          <Waiting />
        )
      ) : overrides.data.length === 0 ? (
        <p>{t("months.rules.standingNone")}</p>
      ) : (
        <PlainTable
          hasActs
          heads={[
            t("months.changes.item"),
            t("months.rules.standingSet"),
            t("months.rules.standingRules"),
            t("months.rules.standingWhy"),
          ]}
        >
          {overrides.data.map((one) => (
            <tr key={one.item}>
              <td>
                <span lang="zh-CN">{one.title}</span>
                <div className="meta">{one.item}</div>
              </td>
              <td className="nowrap">
                <LightLabel state={one.state} lang={lang} />
                <div className="meta">
                  {t("months.rules.fromMonth", { month: monthWords(lang, one.since) })}
                </div>
              </td>
              <td className="nowrap">
                <LightLabel state={one.computed} lang={lang} />
              </td>
              <td>
                {one.reason}
                <div className="meta">
                  {one.author} · {momentWords(lang, one.at)}
                </div>
              </td>
              <td>
                <button type="button" className="link nowrap" onClick={() => setEnding(one)}>
                  {t("months.rules.end")}
                  <span className="visually-hidden" lang="zh-CN">
                    {one.title}
                  </span>
                </button>
              </td>
            </tr>
          ))}
        </PlainTable>
      )}
      <AskReason
        isOpen={ending !== null}
        title={t("months.rules.endTitle", { title: ending?.title ?? "" })}
        label={t("months.rules.endReason")}
        onClose={close}
        onReason={(reason) => void end(reason)}
      >
        {chosen === undefined ? (
          <p className="dialog-part">{t("months.rules.endNoMonth")}</p>
        ) : (
          <div className="dialog-part">
            <MonthPicker
              label={t("months.rules.endFrom")}
              months={months}
              month={chosen}
              onChange={setMonth}
            />
          </div>
        )}
      </AskReason>
    </section>
  );
}
