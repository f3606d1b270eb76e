import { useTranslation } from "react-i18next";
import { READINGS } from "#domain/work/measure.ts";
import { MOST_GOAL, MOST_TITLE } from "#domain/work/task.ts";
import type { FieldsOf } from "../face.ts";
import { freshId } from "../fresh-id.ts";
import { PartRows } from "../part-rows.tsx";
import { WorkChoice, WorkDay, WorkPick, WorkText, WorkUnit, WorkUnits } from "../work-controls.tsx";

/** Which policy, how the office reads it and why, who leads it, and what is done of it. */
export function MeasureFields({ content, names, faults, onChange }: FieldsOf<"measure">) {
  const { t } = useTranslation();
  const { title, item, reading, why, lead, helpers, due, measures } = content;
  const shared = { names, faults };
  return (
    <div className="report-fields">
      <WorkPick
        faults={faults}
        path={["item"]}
        label={t("work.field.policy")}
        isWide
        none={t("work.policies.noPolicy")}
        options={names.policies.map(({ id, title: name }) => ({ value: id, label: `${id} ${name}` }))}
        value={item}
        onChange={(id) =>
          onChange({ item: id, ...(title === "" && id !== null ? { title: titleOf(names.item(id)) } : {}) })
        }
      />
      <WorkText
        faults={faults}
        path={["title"]}
        label={t("work.field.title")}
        isWide
        most={MOST_TITLE}
        value={title}
        onChange={(words) => onChange({ title: words })}
      />
      <WorkChoice
        faults={faults}
        path={["reading"]}
        label={t("work.field.reading")}
        none={t("work.nobody")}
        options={READINGS.map((one) => ({ value: one, label: t(`work.reading.${one}`) }))}
        value={reading}
        onChange={(one) => onChange({ reading: READINGS.find((known) => known === one) ?? null })}
      />
      <WorkDay
        faults={faults}
        path={["due"]}
        label={t("work.field.due")}
        value={due}
        onChange={(day) => onChange({ due: day })}
      />
      <WorkText
        faults={faults}
        path={["why"]}
        label={t("work.field.why")}
        isWide
        most={MOST_GOAL}
        rows={2}
        value={why}
        onChange={(words) => onChange({ why: words })}
      />
      <WorkUnit
        {...shared}
        path={["lead"]}
        label={t("work.field.lead")}
        value={lead}
        onChange={(unit) => onChange({ lead: unit })}
      />
      <WorkUnits
        {...shared}
        path={["helpers"]}
        label={t("work.field.helpers")}
        value={helpers}
        onChange={(units) => onChange({ helpers: units })}
      />
      <PartRows
        field="measures"
        words="measure"
        rows={measures}
        fresh={{ id: freshId(), words: "", lead: null, helpers: [], due: null }}
        names={names}
        faults={faults}
        onChange={(rows) => onChange({ measures: rows })}
      />
    </div>
  );
}

/** A policy's name as a record's title may hold it. */
export const titleOf = (name: string): string => name.slice(0, MOST_TITLE);
