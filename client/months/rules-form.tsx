import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { App } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Rules } from "#domain/light/rules.ts";
import { monthAfter } from "#domain/month.ts";
import { answerTo, ask, tell } from "../desk/call.ts";
import { MonthPicker } from "../filing/month-picker.tsx";
import { ReasonField } from "../filing/reason-field.tsx";
import { useRefusal } from "../filing/use-refusal.ts";
import { RulesPreview } from "./rules-preview.tsx";
import { ThresholdFields } from "./threshold-fields.tsx";
import { rulesOf, type Typed, typedOf } from "./thresholds.ts";

/**
 * Changes thresholds from a month on: which lights would change in each month since is seen first, then a new version
 * is saved with why. Keyed by version.
 */
export function RulesForm({ rules, months }: { rules: Rules; months: readonly string[] }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const cache = useQueryClient();
  const refusal = useRefusal();
  const { data: published = [] } = useQuery(answerTo("month", "list", undefined));
  const [typed, setTyped] = useState<Typed>(() => typedOf(rules));
  const [from, setFrom] = useState<string | null>(null);
  const [reason, setReason] = useState("");
  const preview = useMutation({
    mutationFn: (asked: { rules: Rules; from: string }) => ask("light", "preview", asked),
    onError: refusal,
  });
  const made = rulesOf(typed);
  // A frozen month keeps its lights.
  const frozen = published.filter(({ snapshots }) => snapshots.length > 0).map(({ month }) => month);
  const last = frozen.sort().at(-1) ?? "";
  const [newest] = months;
  const choices = [...(newest === undefined ? [] : [monthAfter(newest, 1)]), ...months].filter(
    (month) => month > last,
  );
  const chosen = from ?? choices[1] ?? choices[0];
  const change = (next: Typed) => {
    setTyped(next);
    preview.reset();
  };
  const save = async () => {
    if (!("rules" in made) || chosen === undefined) return;
    try {
      await tell("light", "saveRules", { rules: made.rules, from: chosen, reason: reason.trim() });
      void message.success(t("months.rules.saved"));
      setReason("");
      preview.reset();
    } catch (error) {
      refusal(error);
    }
    await cache.invalidateQueries({ queryKey: ["light"] });
  };
  return (
    <details className="way">
      <summary>{t("months.rules.edit")}</summary>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (preview.data === undefined) {
            if ("rules" in made && chosen !== undefined) preview.mutate({ rules: made.rules, from: chosen });
          } else void save();
        }}
      >
        <ThresholdFields typed={typed} onChange={change} />
        {"fault" in made && (
          <p className="field-fault" role="alert">
            {t(`months.rules.fault.${made.fault}`)}
          </p>
        )}
        <div className="months-form">
          <MonthPicker
            label={t("months.rules.from")}
            months={choices}
            month={chosen}
            onChange={(month) => {
              setFrom(month);
              preview.reset();
            }}
          />
        </div>
        {preview.data === undefined ? (
          <button
            type="submit"
            className="control"
            disabled={"fault" in made || chosen === undefined || preview.isPending}
          >
            {t("months.rules.preview")}
          </button>
        ) : (
          <>
            <RulesPreview preview={preview.data} />
            <div className="months-form">
              <ReasonField
                className="months-reason"
                label={t("months.rules.reason")}
                reason={reason}
                onChange={setReason}
              />
              <button type="submit" className="control primary" disabled={reason.trim() === ""}>
                {t("months.rules.save")}
              </button>
            </div>
          </>
        )}
      </form>
    </details>
  );
}
