import { useQueryClient } from "@tanstack/react-query";
import { App } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Period } from "#domain/report/period.ts";
import { tell } from "../desk/call.ts";
import { ReasonField } from "../filing/reason-field.tsx";
import { useRefusal } from "../filing/use-refusal.ts";

/** Moves a month's due day, with why. Keyed by the month. */
export function DueDay({ period }: { period: Period }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const cache = useQueryClient();
  const refusal = useRefusal();
  const [dueOn, setDueOn] = useState(period.dueOn);
  const [note, setNote] = useState("");
  const save = async () => {
    try {
      await tell("period", "setDue", { month: period.month, dueOn, note: note.trim() });
      setNote("");
      void message.success(t("months.status.dueSaved"));
    } catch (error) {
      refusal(error);
    }
    await cache.invalidateQueries({ queryKey: ["period"] });
  };
  return (
    <details className="way">
      <summary>{t("months.status.moveDue")}</summary>
      <form
        className="months-form"
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <label>
          <span className="field-label">{t("months.status.day")}</span>
          <input
            className="entry"
            type="date"
            required
            min={`${period.month}-28`}
            value={dueOn}
            onChange={({ target }) => setDueOn(target.value)}
          />
        </label>
        <ReasonField label={t("months.status.why")} reason={note} onChange={setNote} />
        <button type="submit" className="control" disabled={note.trim() === "" || dueOn === period.dueOn}>
          {t("months.status.save")}
        </button>
      </form>
    </details>
  );
}
