import { Select } from "antd";
import { useTranslation } from "react-i18next";
import { MOST_GOAL, MOST_TITLE, type TaskContent, type TaskOrigin } from "#domain/work/task.ts";
import { UnitChoice, UnitChoices } from "./unit-choice.tsx";
import type { WorkNames } from "./use-work-names.ts";
import { type WorkFault, WorkField } from "./work-field.tsx";

/** What a task asks for. */
export function TaskFields(props: {
  content: TaskContent;
  names: WorkNames;
  faults: readonly WorkFault[];
  onChange: (change: Partial<TaskContent>) => void;
}) {
  const { content, names, faults, onChange } = props;
  const { t } = useTranslation();
  const { title, goal, lead, leadWords, helpers, due, origin, items } = content;
  const itemOptions = names.items.map(({ id, title: words }) => ({ value: id, label: `${id} ${words}` }));
  return (
    <div className="report-fields">
      <WorkField path={["title"]} label={t("work.field.title")} faults={faults} isWide>
        {(control) => (
          <input
            {...control}
            className="entry"
            maxLength={MOST_TITLE}
            value={title}
            onChange={({ target }) => onChange({ title: target.value })}
          />
        )}
      </WorkField>
      <WorkField path={["goal"]} label={t("work.field.goal")} faults={faults} isWide>
        {(control) => (
          <textarea
            {...control}
            className="entry"
            rows={3}
            maxLength={MOST_GOAL}
            value={goal}
            onChange={({ target }) => onChange({ goal: target.value })}
          />
        )}
      </WorkField>
      <WorkField path={["lead"]} label={t("work.field.lead")} faults={faults}>
        {(control) => (
          <UnitChoice
            control={control}
            units={names.units}
            value={lead}
            onChange={(unit) => onChange({ lead: unit, ...(unit === null ? {} : { leadWords: null }) })}
          />
        )}
      </WorkField>
      <WorkField path={["due"]} label={t("work.field.due")} faults={faults}>
        {(control) => (
          <input
            {...control}
            className="entry work-day"
            type="date"
            min="1949-10-01"
            max="2100-12-31"
            value={due ?? ""}
            onChange={({ target }) => onChange({ due: target.value || null })}
          />
        )}
      </WorkField>
      {lead === null && leadWords !== null && (
        <WorkField path={["leadWords"]} label={t("work.field.leadWords")} faults={faults} isWide>
          {(control) => (
            <input
              {...control}
              className="entry"
              maxLength={MOST_TITLE}
              value={leadWords}
              onChange={({ target }) => onChange({ leadWords: target.value || null })}
            />
          )}
        </WorkField>
      )}
      <WorkField path={["helpers"]} label={t("work.field.helpers")} faults={faults} isWide>
        {(control) => (
          <UnitChoices
            control={control}
            units={names.units}
            value={helpers}
            onChange={(units) => onChange({ helpers: units })}
          />
        )}
      </WorkField>
      <OriginField origin={origin} faults={faults} onChange={(next) => onChange({ origin: next })} />
      <WorkField path={["items"]} label={t("work.field.items")} faults={faults} isWide>
        {(control) => (
          <Select
            {...control}
            className="field-select"
            mode="multiple"
            showSearch={{ optionFilterProp: "label" }}
            placeholder={t("work.addItem")}
            options={itemOptions}
            value={items}
            onChange={(chosen: string[]) => onChange({ items: chosen })}
          />
        )}
      </WorkField>
    </div>
  );
}

/** Where it comes from is said in words; a clause or a meeting stays what it was. */
function OriginField(props: {
  origin: TaskOrigin;
  faults: readonly WorkFault[];
  onChange: (origin: TaskOrigin) => void;
}) {
  const { origin, faults, onChange } = props;
  const { t } = useTranslation();
  if (origin.kind !== "words") return null;
  return (
    <WorkField path={["origin"]} label={t("work.field.originWords")} faults={faults} isWide>
      {(control) => (
        <input
          {...control}
          className="entry"
          maxLength={MOST_TITLE}
          value={origin.words}
          onChange={({ target }) => onChange({ kind: "words", words: target.value })}
        />
      )}
    </WorkField>
  );
}
