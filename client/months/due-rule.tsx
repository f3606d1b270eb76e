import { useQuery, useQueryClient } from "@tanstack/react-query";
import { App } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { answerTo, tell } from "../desk/call.ts";
import { ReasonField } from "../filing/reason-field.tsx";
import { useRefusal } from "../filing/use-refusal.ts";

/** By which day of the next month reports are due, in months that are opened from now on; with why it is changed. */
export function DueRule() {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const cache = useQueryClient();
  const refusal = useRefusal();
  const { data: rule } = useQuery(answerTo("period", "rule", undefined));
  const [typed, setTyped] = useState<string | null>(null);
  const [note, setNote] = useState("");
  if (rule === undefined) return null;
  const day = typed ?? String(rule.dueDay);
  const save = async () => {
    try {
      await tell("period", "setRule", { dueDay: Number(day), note: note.trim() });
      setTyped(null);
      setNote("");
      void message.success(t("months.status.ruleSaved"));
    } catch (error) {
      refusal(error);
    }
    await cache.invalidateQueries({ queryKey: ["period", "rule"] });
  };
  return (
    <details className="way">
      <summary>{t("months.status.rule", { day: rule.dueDay })}</summary>
      {rule.note !== null && <p className="meta">{t("months.status.ruleNote", { why: rule.note })}</p>}
      <form
        className="months-form"
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <label>
          <span className="field-label">{t("months.status.ruleDay")}</span>
          <input
            className="entry"
            type="number"
            required
            min={1}
            max={28}
            step={1}
            value={day}
            onChange={({ target }) => setTyped(target.value)}
          />
        </label>
        <ReasonField label={t("months.status.ruleWhy")} reason={note} onChange={setNote} />
        <button
          type="submit"
          className="control"
          disabled={note.trim() === "" || day === "" || Number(day) === rule.dueDay}
        >
          {t("months.status.saveRule")}
        </button>
      </form>
    </details>
  );
}
