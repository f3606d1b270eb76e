import { useId } from "react";
import { useTranslation } from "react-i18next";
import { STAGE_WORDS } from "#domain/look/words.ts";
import type { Inbox } from "#domain/report/exchange.ts";
import { useDeskLook } from "../desk/use-desk-look.ts";
import { gapOf } from "../filing/figure-input.ts";
import { monthWords } from "../filing/time-words.ts";
import { useUnitName } from "../people/use-unit-name.ts";

/** What one unit handed in for a month. */
export function InboxGroup(props: {
  rows: Inbox;
  shown: string | undefined;
  chosen: ReadonlySet<string>;
  onShow: (id: string) => void;
  onChoose: (ids: string[], isChosen: boolean) => void;
}) {
  const { rows, shown, chosen, onShow, onChoose } = props;
  const { t } = useTranslation();
  const { lang } = useDeskLook();
  const unitName = useUnitName();
  const id = useId();
  const [first] = rows;
  if (first === undefined) return null;
  const ids = rows.map((row) => row.id);
  const unit = unitName(first.unit);
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className="inbox-unit">
        <input
          type="checkbox"
          aria-label={t("months.review.selectUnit", { unit })}
          checked={ids.every((one) => chosen.has(one))}
          onChange={({ target }) => onChoose(ids, target.checked)}
        />
        {unit}
        <span className="meta">{monthWords(lang, first.month)}</span>
      </h2>
      <ul>
        {rows.map((row) => {
          const gap = gapOf(row.plannedPercent, row.actualPercent);
          const facts = [
            row.stage !== null && row.stage !== row.stageBefore
              ? t("months.review.moved", {
                  from: STAGE_WORDS[row.stageBefore][lang],
                  to: STAGE_WORDS[row.stage][lang],
                })
              : STAGE_WORDS[row.stage ?? row.stageBefore][lang],
            gap !== null && gap !== 0
              ? t(gap > 0 ? "months.review.gapBehind" : "months.review.gapAhead", {
                  points: Math.abs(gap).toFixed(1),
                })
              : "",
            row.hasProblem ? t("months.review.problem") : "",
          ];
          return (
            <li key={row.id} className="inbox-row">
              <input
                type="checkbox"
                aria-label={t("months.review.select", { title: row.title })}
                checked={chosen.has(row.id)}
                onChange={({ target }) => onChoose([row.id], target.checked)}
              />
              <button
                type="button"
                className="filing-row"
                aria-current={row.id === shown ? "true" : undefined}
                onClick={() => onShow(row.id)}
              >
                <span className="filing-row-text">
                  <span className="filing-row-title" lang="zh-CN">
                    {row.title}
                  </span>
                  <span className="meta">{facts.filter((fact) => fact !== "").join(" · ")}</span>
                </span>
              </button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
