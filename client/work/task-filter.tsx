import { useTranslation } from "react-i18next";
import { SLIPS } from "#domain/work/slip.ts";
import { TASK_STATES } from "#domain/work/task.ts";
import { dayOf } from "#domain/zone.ts";
import { choosable } from "./unit-options.ts";
import type { WorkNames } from "./use-work-names.ts";

/** The source is of this month, and nothing is older. */
const FIRST_MONTH = "2012-07";

/** What of the tasks is looked at, as the address has it. */
export type TaskSearch = Partial<Record<"state" | "unit" | "slip" | "text" | "month", string>>;

/** State, unit, colour of the slip, words, and the month at whose end it is looked at. */
export function TaskFilter(props: {
  search: TaskSearch;
  names: WorkNames;
  onChange: (change: Partial<Record<keyof TaskSearch, string | null>>) => void;
}) {
  const { search, names, onChange } = props;
  const { t } = useTranslation();
  const choices = [
    {
      key: "state" as const,
      options: TASK_STATES.map((id) => ({ id, words: t(`work.state.task.${id}`) })),
    },
    {
      key: "unit" as const,
      options: choosable(names.units).map(({ id }) => ({ id, words: names.unit(id) })),
    },
    {
      key: "slip" as const,
      options: SLIPS.map((id) => ({ id, words: t(`work.slip.${id}`) })),
    },
  ];
  return (
    <div className="work-filter">
      <label>
        <span className="visually-hidden">{t("work.search.task")}</span>
        <input
          className="entry"
          type="search"
          maxLength={100}
          placeholder={t("work.search.task")}
          value={search.text ?? ""}
          onChange={({ target }) => onChange({ text: target.value || null })}
        />
      </label>
      {choices.map(({ key, options }) => (
        <label key={key} className="work-filter-choice">
          <span className="meta">{t(`work.filter.${key}`)}</span>
          <select
            className="entry"
            value={search[key] ?? ""}
            onChange={({ target }) => onChange({ [key]: target.value || null })}
          >
            <option value="">{t("work.filter.all")}</option>
            {options.map(({ id, words }) => (
              <option key={id} value={id}>
                {words}
              </option>
            ))}
          </select>
        </label>
      ))}
      <label className="work-filter-choice">
        <span className="meta">{t("work.filter.month")}</span>
        <input
          className="entry"
          type="month"
          min={FIRST_MONTH}
          max={dayOf(new Date()).slice(0, 7)}
          value={search.month ?? ""}
          onChange={({ target }) => onChange({ month: target.value || null })}
        />
      </label>
    </div>
  );
}
