import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { MOST_ENTRIES, PLAN_SCOPES, type PlanEntry } from "#domain/work/plan.ts";
import { MOST_TITLE } from "#domain/work/task.ts";
import type { FieldsOf } from "../face.ts";
import { freshId } from "../fresh-id.ts";
import { PartRows } from "../part-rows.tsx";
import { workList } from "../work-call.ts";
import { WorkChoice, WorkPick, WorkText, WorkUnit } from "../work-controls.tsx";
import { useOwnAlone } from "./use-own-alone.ts";

/** Whose plan it is, and what it sets: goals, and tasks that there are already. */
export function PlanFields({ content, names, faults, onChange }: FieldsOf<"plan">) {
  const { t } = useTranslation();
  const tasks = useQuery(workList("task", {})).data?.rows ?? [];
  const shared = { names, faults };
  const own = useOwnAlone();
  // A unit sets itself tasks; what the office set others in its plan stays.
  const isSet = (unit: string) => content.entries.some(({ lead }) => lead === unit);
  const leads = own === null ? names.units : names.units.filter(({ id }) => id === own || isSet(id));
  /** A task brings what it asks for along; what is written already stays. */
  const taken = (entry: PlanEntry, id: string | null): Partial<PlanEntry> => {
    const task = tasks.find((one) => one.id === id);
    if (task === undefined) return { task: null };
    return {
      task: task.id,
      words: entry.words || task.title,
      lead: entry.lead ?? task.lead,
      helpers: entry.helpers.length > 0 ? entry.helpers : task.parts,
      due: entry.due ?? task.due,
    };
  };
  return (
    <div className="report-fields">
      <WorkText
        faults={faults}
        path={["title"]}
        label={t("work.field.title")}
        isWide
        most={MOST_TITLE}
        value={content.title}
        onChange={(title) => onChange({ title })}
      />
      {own === null && (
        <>
          <WorkChoice
            faults={faults}
            path={["scope"]}
            label={t("work.field.scope")}
            options={PLAN_SCOPES.map((scope) => ({ value: scope, label: t(`work.scope.${scope}`) }))}
            value={content.scope}
            onChange={(scope) => onChange({ scope: PLAN_SCOPES.find((one) => one === scope) ?? "unit" })}
          />
          <WorkUnit
            {...shared}
            path={["lead"]}
            label={t("work.field.planner")}
            value={content.lead}
            onChange={(lead) => onChange({ lead })}
          />
        </>
      )}
      <WorkText
        faults={faults}
        path={["documentNumber"]}
        label={t("work.field.documentNumber")}
        most={80}
        value={content.documentNumber}
        onChange={(documentNumber) => onChange({ documentNumber })}
      />
      <PartRows
        {...shared}
        field="entries"
        words="entry"
        most={MOST_ENTRIES}
        rows={content.entries}
        leads={leads}
        fresh={{ id: freshId(), words: "", lead: own, helpers: [], due: null, task: null }}
        onChange={(entries) => onChange({ entries })}
      >
        {(entry, put, place) => (
          <WorkPick
            faults={faults}
            path={["entries", place, "task"]}
            label={t("work.field.task")}
            isWide
            none={t("work.noSuchTask")}
            options={tasks.map(({ id, number, title }) => ({ value: id, label: `${number} ${title}` }))}
            value={entry.task}
            onChange={(task) => put(taken(entry, task))}
          />
        )}
      </PartRows>
    </div>
  );
}
