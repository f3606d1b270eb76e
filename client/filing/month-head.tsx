import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import type { Mine } from "#domain/report/exchange.ts";
import { answerTo, tell } from "../desk/call.ts";
import { useDeskLook } from "../desk/use-desk-look.ts";
import { isDone } from "./mine-cache.ts";
import { MonthPicker } from "./month-picker.tsx";
import { MonthSteps } from "./month-steps.tsx";
import { ReminderMark } from "./reminder-mark.tsx";
import { dayWords, momentWords, monthWords } from "./time-words.ts";
import { useRefusal } from "./use-refusal.ts";

/** The month, until when, how far: and what can be done with all of it. */
export function MonthHead(props: {
  mine: Mine;
  onMonth: (month: string) => void;
  /** Sends what the open form holds. */
  flush: () => Promise<void>;
  onFault: (item: string) => void;
}) {
  const { mine, onMonth, flush, onFault } = props;
  const { t } = useTranslation();
  const { lang } = useDeskLook();
  const { data: periods = [mine.period] } = useQuery(answerTo("period", "list", undefined));
  const { period, unit, items, nil, reminder } = mine;
  const done = items.filter(isDone).length;
  return (
    <header className="month-head">
      <div>
        <h1>{t("filing.title", { month: monthWords(lang, period.month) })}</h1>
        <p className="month-facts">
          <span>{lang === "en" ? unit.nameEn : unit.name}</span>
          <span>{t("filing.due", { day: dayWords(lang, period.dueOn) })}</span>
          {reminder !== null && <ReminderMark reminder={reminder} />}
        </p>
      </div>
      <div className="month-progress">
        <span>{t("filing.progress", { done, all: items.length })}</span>
        <progress value={done} max={Math.max(items.length, 1)} aria-label={t("filing.progressLabel")} />
      </div>
      <div className="month-acts">
        <MonthPicker
          label={t("filing.month")}
          isLabelHidden
          months={periods.map(({ month }) => month)}
          month={period.month}
          onChange={onMonth}
        />
        <MonthSteps mine={mine} flush={flush} onFault={onFault} />
      </div>
      {nil !== null && <NilWord mine={mine} nil={nil} />}
      {period.dueNote !== null && <p className="meta">{t("filing.dueNote", { why: period.dueNote })}</p>}
    </header>
  );
}

/** Who said that there is nothing to report, and the way back. */
function NilWord({ mine: { unit, period }, nil }: { mine: Mine; nil: NonNullable<Mine["nil"]> }) {
  const { t } = useTranslation();
  const { lang } = useDeskLook();
  const cache = useQueryClient();
  const refusal = useRefusal();
  const undo = async () => {
    await tell("report", "undoNil", { unit: unit.id, month: period.month }).catch(refusal);
    await cache.invalidateQueries({ queryKey: ["period"] });
  };
  return (
    <p className="notice" role="status">
      {t("filing.nil.said", { who: nil.by, time: momentWords(lang, nil.at) })}{" "}
      <button type="button" className="link" onClick={() => void undo()}>
        {t("filing.nil.undo")}
      </button>
    </p>
  );
}
