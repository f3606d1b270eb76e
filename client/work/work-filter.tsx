import { useTranslation } from "react-i18next";
import type { WorkNoun } from "#domain/work/nouns.ts";
import type { Filter, Search } from "#domain/work/search.ts";
import { SLIPS } from "#domain/work/slip.ts";
import { WORK } from "#domain/work/work.ts";
import { dayOf } from "#domain/zone.ts";
import type { Face } from "./face.ts";
import { choosable } from "./unit-options.ts";
import type { WorkNames } from "./use-work-names.ts";
import { WorkPick } from "./work-controls.tsx";

/** The source is of this month, and nothing is older. */
const FIRST_MONTH = "2012-07";

/** State, unit, colour of the slip, words, and the month at whose end it is looked at, as far as the noun has them. */
export function WorkFilter<N extends WorkNoun>(props: {
  face: Face<N>;
  search: Search;
  names: WorkNames;
  onChange: (change: Partial<Record<Filter, string | null>>) => void;
}) {
  const { face, search, names, onChange } = props;
  const { noun, filters } = face;
  const { t } = useTranslation();
  const choices = [
    {
      key: "state" as const,
      options: WORK[noun].states.map((id) => ({
        id,
        words: t(`work.state.${noun}.${id}` as "work.state.task.draft"),
      })),
    },
    {
      key: "unit" as const,
      options: choosable(names.units).map(({ id }) => ({ id, words: names.unit(id) })),
    },
    { key: "slip" as const, options: SLIPS.map((id) => ({ id, words: t(`work.slip.${id}`) })) },
  ].filter(({ key }) => filters.includes(key));
  return (
    <div className="work-filter">
      <label>
        <span className="visually-hidden">{t(`work.search.${noun}`)}</span>
        <input
          className="entry"
          type="search"
          maxLength={100}
          placeholder={t(`work.search.${noun}`)}
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
      {filters.includes("item") && (
        <WorkPick
          path={["item"]}
          faults={[]}
          label={t("work.filter.item")}
          none={t("work.filter.all")}
          options={names.items.map(({ id, title }) => ({ value: id, label: `${id} ${title}` }))}
          value={names.items.some(({ id }) => id === search.item) ? (search.item ?? null) : null}
          onChange={(item) => onChange({ item })}
        />
      )}
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
