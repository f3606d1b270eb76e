import { useTranslation } from "react-i18next";
import { dueOn, MOST_GOAL, MOST_TITLE } from "#domain/work/task.ts";
import type { FieldsOf } from "../face.ts";
import { WorkDay, WorkText, WorkUnit, WorkUnits } from "../work-controls.tsx";
import { WorkItems } from "../work-items.tsx";

/** What a task asks for. Where it comes from is said in words; a clause or a meeting stays what it was. */
export function TaskFields(props: FieldsOf<"task">) {
  const { content, names, faults, onChange } = props;
  const { t } = useTranslation();
  const { title, goal, lead, leadWords, helpers, due, origin, items } = content;
  const shared = { names, faults };
  return (
    <div className="report-fields">
      <WorkText
        faults={faults}
        path={["title"]}
        label={t("work.field.title")}
        isWide
        most={MOST_TITLE}
        value={title}
        onChange={(words) => onChange({ title: words })}
      />
      <WorkText
        faults={faults}
        path={["goal"]}
        label={t("work.field.goal")}
        isWide
        most={MOST_GOAL}
        rows={3}
        value={goal}
        onChange={(words) => onChange({ goal: words })}
      />
      <WorkUnit
        {...shared}
        path={["lead"]}
        label={t("work.field.lead")}
        value={lead}
        onChange={(unit) => onChange({ lead: unit, ...(unit === null ? {} : { leadWords: null }) })}
      />
      <WorkDay
        faults={faults}
        path={["due"]}
        label={t("work.field.due")}
        value={due}
        onChange={(day) => onChange(dueOn(day))}
      />
      {lead === null && leadWords !== null && (
        <WorkText
          faults={faults}
          path={["leadWords"]}
          label={t("work.field.leadWords")}
          isWide
          most={MOST_TITLE}
          value={leadWords}
          onChange={(words) => onChange({ leadWords: words })}
        />
      )}
      <WorkUnits
        {...shared}
        path={["helpers"]}
        label={t("work.field.helpers")}
        isWide
        value={helpers}
        onChange={(units) => onChange({ helpers: units })}
      />
      {origin.kind === "words" && (
        <WorkText
          faults={faults}
          path={["origin"]}
          label={t("work.field.originWords")}
          isWide
          most={MOST_TITLE}
          value={origin.words}
          onChange={(words) => onChange({ origin: { kind: "words", words } })}
        />
      )}
      <WorkItems
        names={names}
        faults={faults}
        value={items}
        onChange={(chosen) => onChange({ items: chosen })}
      />
    </div>
  );
}
