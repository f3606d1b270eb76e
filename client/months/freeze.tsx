import { useQuery, useQueryClient } from "@tanstack/react-query";
import { App } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { answerTo, tell } from "../desk/call.ts";
import { Failed, Waiting } from "../desk/states.tsx";
import { AskReason } from "../filing/ask-reason.tsx";
import { useRefusal } from "../filing/use-refusal.ts";
import { FrozenVersion } from "./frozen-version.tsx";

/** 定版: the month's frozen versions, each with its id and hash; `mayFreeze` makes one. */
export function Freeze({ month, mayFreeze }: { month: string; mayFreeze: boolean }) {
  const { t } = useTranslation();
  const { message, modal } = App.useApp();
  const cache = useQueryClient();
  const refusal = useRefusal();
  const months = useQuery(answerTo("month", "list", undefined));
  const [isAsking, setAsking] = useState(false);
  const freeze = async (reason?: string) => {
    setAsking(false);
    try {
      await tell("month", "freeze", { month, ...(reason === undefined ? {} : { reason }) });
      void message.success(t("months.freeze.done"));
    } catch (error) {
      refusal(error);
    }
    await cache.invalidateQueries({ queryKey: ["month"] });
  };
  if (months.data === undefined)
    return months.isError ? <Failed onRetry={() => void months.refetch()} /> : <Waiting />;
  const entry = months.data.find((one) => one.month === month);
  const ask = () =>
    modal.confirm({
      title: t("months.freeze.act"),
      content: t("months.freeze.ask"),
      okText: t("filing.confirm"),
      cancelText: t("filing.cancel"),
      onOk: () => freeze(),
    });
  const isFirst = (entry?.snapshots.length ?? 0) === 0;
  return (
    <section className="months-part" aria-labelledby="freeze-title">
      <h2 id="freeze-title">{t("months.freeze.title")}</h2>
      {entry === undefined ? (
        <p>{t("months.freeze.not")}</p>
      ) : isFirst ? (
        <p>{t("months.freeze.none")}</p>
      ) : (
        <ul>
          {entry.snapshots.map((snapshot, place) => (
            <FrozenVersion key={snapshot.id} snapshot={snapshot} isLatest={place === 0} />
          ))}
        </ul>
      )}
      {mayFreeze && entry !== undefined && (
        <button type="button" className="control months-act" onClick={isFirst ? ask : () => setAsking(true)}>
          {t(isFirst ? "months.freeze.act" : "months.freeze.again")}
        </button>
      )}
      <AskReason
        isOpen={isAsking}
        title={t("months.freeze.again")}
        label={t("months.freeze.reason")}
        onClose={() => setAsking(false)}
        onReason={(reason) => void freeze(reason)}
      />
    </section>
  );
}
