import { useQuery } from "@tanstack/react-query";
import { Select } from "antd";
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { answerTo } from "../desk/call.ts";
import { Failed, Waiting } from "../desk/states.tsx";
import { wholeMonth } from "../filing/mine-cache.ts";
import { MonthPicker } from "../filing/month-picker.tsx";

/** What a proposal is to be about: a new item, or one of those that the unit files for; and of which month. */
export function Begin({ onBegin }: { onBegin: (about: { month: string; item: string | null }) => void }) {
  const { t } = useTranslation();
  const itemId = useId();
  const mine = useQuery(wholeMonth());
  const periods = useQuery(answerTo("period", "list", undefined));
  const [item, setItem] = useState<string | null>(null);
  const [month, setMonth] = useState<string | null>(null);
  if (mine.data === undefined || periods.data === undefined) {
    if (!mine.isError && !periods.isError) return <Waiting />;
    return (
      <Failed
        onRetry={() => {
          void mine.refetch();
          void periods.refetch();
        }}
      />
    );
  }
  // The last to open: the one that is filed for may be published already.
  const last = periods.data
    .map((period) => period.month)
    .sort()
    .at(-1);
  const chosen = month ?? last ?? mine.data.period.month;
  return (
    <div className="proposal-begin">
      <p className="meta">{t("proposals.beginHint")}</p>
      <div className="field">
        <MonthPicker
          label={t("filing.month")}
          months={periods.data.map((period) => period.month)}
          month={chosen}
          onChange={setMonth}
        />
      </div>
      <section className="proposal-way">
        <h2>{t("proposals.kind.new")}</h2>
        <p className="meta">{t("proposals.newHint")}</p>
        <button
          type="button"
          className="control primary"
          onClick={() => onBegin({ month: chosen, item: null })}
        >
          {t("proposals.beginNew")}
        </button>
      </section>
      <section className="proposal-way">
        <h2>{t("proposals.kind.change")}</h2>
        <p className="meta">{t("proposals.changeHint")}</p>
        <div className="field">
          <label htmlFor={itemId} className="field-label">
            {t("proposals.ofItem")}
          </label>
          <Select
            id={itemId}
            className="field-select"
            showSearch={{ optionFilterProp: "label" }}
            options={mine.data.items.map((entry) => ({ value: entry.item.id, label: entry.item.title }))}
            value={item}
            onChange={(id: string) => setItem(id)}
          />
        </div>
        <button
          type="button"
          className="control"
          disabled={item === null}
          onClick={() => onBegin({ month: chosen, item })}
        >
          {t("proposals.beginChange")}
        </button>
      </section>
    </div>
  );
}
