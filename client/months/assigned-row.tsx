import { useMutation, useQueryClient } from "@tanstack/react-query";
import { App } from "antd";
import { memo, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Assignment } from "#domain/report/assign.ts";
import type { Unit } from "#domain/unit.ts";
import { tell } from "../desk/call.ts";
import { useDeskLook } from "../desk/use-desk-look.ts";
import { useRefusal } from "../filing/use-refusal.ts";

/** The units of one item, the lead first. Drawn anew only where something of it changes. */
export const AssignedRow = memo(function AssignedRow(props: {
  item: string;
  title: string;
  units: readonly Assignment[];
  filing: readonly Unit[];
}) {
  const { item, title, units, filing } = props;
  const { t } = useTranslation();
  const { lang } = useDeskLook();
  const { message } = App.useApp();
  const cache = useQueryClient();
  const refusal = useRefusal();
  const change = useMutation({
    mutationFn: (ids: string[]) => tell("assignment", "set", { item, units: ids }),
    onSuccess: () => void message.success(t("months.assign.saved")),
    onError: refusal,
    onSettled: () => cache.invalidateQueries({ queryKey: ["assignment"] }),
  });
  const ids = units.map(({ unit }) => unit);
  // Sixty units in each of some hundred rows: they come when one of them is asked for.
  const [isAsked, setAsked] = useState(false);
  const choices = isAsked ? filing : [];
  // Chosen and not yet added: with the arrow keys one comes by every unit on the way to one's own.
  const [chosen, setChosen] = useState("");
  const nameOf = (id: string) => {
    const unit = filing.find((one) => one.id === id);
    return unit === undefined ? id : lang === "en" ? unit.nameEn : unit.name;
  };
  return (
    <tr>
      <th scope="row">
        <span lang="zh-CN">{title}</span>
        <div className="meta">{item}</div>
      </th>
      <td>
        <div className="unit-chips">
          {ids.length === 0 && <span className="meta">{t("months.assign.nobody")}</span>}
          {units.map(({ unit, lead }) => (
            <span key={unit} className="unit-chips">
              {nameOf(unit)}
              {lead ? (
                <span className="chip">{t("months.assign.lead")}</span>
              ) : (
                <button
                  type="button"
                  className="link"
                  disabled={change.isPending}
                  onClick={() => change.mutate([unit, ...ids.filter((id) => id !== unit)])}
                >
                  {t("months.assign.makeLead")}
                  <span className="visually-hidden">{nameOf(unit)}</span>
                </button>
              )}
              <button
                type="button"
                className="link"
                aria-label={t("months.assign.remove", { unit: nameOf(unit) })}
                disabled={change.isPending}
                onClick={() => change.mutate(ids.filter((id) => id !== unit))}
              >
                ✕
              </button>
            </span>
          ))}
          <select
            className="entry"
            aria-label={t("months.assign.add", { title })}
            value={chosen}
            disabled={change.isPending}
            onFocus={() => setAsked(true)}
            onPointerDown={() => setAsked(true)}
            onChange={({ target }) => setChosen(target.value)}
          >
            <option value="">{t("months.assign.addWord")}</option>
            {choices
              .filter(({ id }) => !ids.includes(id))
              .map(({ id }) => (
                <option key={id} value={id}>
                  {nameOf(id)}
                </option>
              ))}
          </select>
          {chosen !== "" && (
            <button
              type="button"
              className="control"
              disabled={change.isPending}
              onClick={() => change.mutate([...ids, chosen], { onSuccess: () => setChosen("") })}
            >
              {t("months.assign.addAct")}
              <span className="visually-hidden">{nameOf(chosen)}</span>
            </button>
          )}
        </div>
      </td>
    </tr>
  );
});
