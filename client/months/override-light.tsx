import { useQuery, useQueryClient } from "@tanstack/react-query";
import { App } from "antd";
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { LIGHT_STATES, type LightState } from "#domain/light/light-state.ts";
import { explain, LIGHT_WORDS } from "#domain/light/words.ts";
import { answerTo, codeOf, tell } from "../desk/call.ts";
import { useDeskLook } from "../desk/use-desk-look.ts";
import { MonthPicker } from "../filing/month-picker.tsx";
import { ReasonField } from "../filing/reason-field.tsx";
import { useRefusal } from "../filing/use-refusal.ts";
import { LightLabel } from "../look/light-mark.tsx";
import { assignable } from "./every-item.ts";
import { openMonths } from "./open-months.ts";

type Made = Awaited<ReturnType<typeof setLight>>;
const setLight = (item: string, month: string, state: LightState | null, reason: string) =>
  tell("light", "override", { item, month, state, reason });

/** The office's word in place of the rules', with why; or the light given back to them. */
export function OverrideLight() {
  const { t } = useTranslation();
  const { lang } = useDeskLook();
  const { message } = App.useApp();
  const cache = useQueryClient();
  const refusal = useRefusal();
  const listId = useId();
  const { data: items = [] } = useQuery(assignable);
  const { data: published = [] } = useQuery(answerTo("month", "list", undefined));
  const [item, setItem] = useState("");
  const [month, setMonth] = useState<string | null>(null);
  const [state, setState] = useState<LightState | null>("green");
  const [reason, setReason] = useState("");
  const [made, setMade] = useState<{ title: string; light: Made } | null>(null);
  const months = openMonths(published);
  const chosen = month ?? months[0];
  const known = items.find(({ id }) => id === item.trim());
  const save = async () => {
    if (chosen === undefined || known === undefined) return;
    setMade(null);
    try {
      setMade({ title: known.title, light: await setLight(known.id, chosen, state, reason.trim()) });
      setReason("");
    } catch (error) {
      const code = codeOf(error);
      if (code === "NOT_FOUND" || code === "CONFLICT")
        void message.error(t(`months.rules.overrideRefused.${code}`), 6);
      else refusal(error);
    }
    await cache.invalidateQueries({ queryKey: ["light"] });
  };
  return (
    <section className="months-part" aria-labelledby="override-title">
      <h2 id="override-title">{t("months.rules.override")}</h2>
      <p className="meta">{t("months.rules.overrideHint")}</p>
      {chosen === undefined ? (
        <p>{t("months.rules.overrideNoMonth")}</p>
      ) : (
        <form
          className="months-form"
          onSubmit={(event) => {
            event.preventDefault();
            void save();
          }}
        >
          <label>
            <span className="field-label">{t("months.rules.overrideItem")}</span>
            <input
              className="entry"
              list={listId}
              required
              autoComplete="off"
              value={item}
              onChange={({ target }) => setItem(target.value)}
            />
            <datalist id={listId}>
              {items.map(({ id, title }) => (
                <option key={id} value={id}>
                  {title}
                </option>
              ))}
            </datalist>
          </label>
          <MonthPicker
            label={t("months.rules.overrideMonth")}
            months={months}
            month={chosen}
            onChange={setMonth}
          />
          <label>
            <span className="field-label">{t("months.rules.overrideState")}</span>
            <select
              className="entry"
              value={state ?? ""}
              onChange={({ target }) => setState(LIGHT_STATES.find((one) => one === target.value) ?? null)}
            >
              {LIGHT_STATES.map((one) => (
                <option key={one} value={one}>
                  {LIGHT_WORDS[one][lang]}
                </option>
              ))}
              <option value="">{t("months.rules.giveBack")}</option>
            </select>
          </label>
          <ReasonField
            className="months-reason"
            label={t("months.rules.overrideReason")}
            reason={reason}
            onChange={setReason}
          />
          <button type="submit" className="control" disabled={known === undefined || reason.trim() === ""}>
            {t("months.rules.overrideSave")}
          </button>
          {item.trim() !== "" && (
            <p className="months-whole" lang={known === undefined ? undefined : "zh-CN"}>
              {known?.title ?? t("months.rules.overrideUnknown")}
            </p>
          )}
        </form>
      )}
      {made !== null && (
        <p className="notice" role="status">
          {t("months.rules.overridden")} <span lang="zh-CN">{made.title}</span>{" "}
          <LightLabel state={made.light.state} lang={lang} /> {explain(made.light, lang)}
        </p>
      )}
    </section>
  );
}
