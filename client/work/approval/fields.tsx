import { useTranslation } from "react-i18next";
import {
  APPROVAL_KINDS,
  APPROVAL_LEVELS,
  type ApprovalContent,
  type Conference,
  MOST_LIMIT,
} from "#domain/work/approval.ts";
import { MOST_GOAL, MOST_TITLE } from "#domain/work/task.ts";
import { NumberInput } from "../../proposals/number-input.tsx";
import { Rows } from "../../proposals/rows.tsx";
import type { FieldsOf } from "../face.ts";
import { WorkChoice, WorkDay, WorkPick, WorkText, WorkUnit, WorkUnits } from "../work-controls.tsx";
import { WorkField } from "../work-field.tsx";

const FRESH: Conference = { day: null, units: [], words: "" };

/** For which project, what has to be granted, by whom and within how many days; who met over it. */
export function ApprovalFields(props: FieldsOf<"approval">) {
  const { content, names, faults, onChange } = props;
  const { t } = useTranslation();
  const shared = { names, faults };
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
      <WorkPick
        faults={faults}
        path={["item"]}
        label={t("work.field.project")}
        isWide
        none={t("work.noProject")}
        options={names.items
          .filter(({ noun }) => noun === "project")
          .map((item) => ({ value: item.id, label: `${item.id} ${item.title}` }))}
        value={content.item}
        onChange={(item) => onChange({ item })}
      />
      <WorkChoice
        faults={faults}
        path={["kind"]}
        label={t("work.field.approvalKind")}
        options={APPROVAL_KINDS.map((one) => ({ value: one, label: t(`work.approvalKind.${one}`) }))}
        value={content.kind}
        onChange={(kind) => onChange({ kind: APPROVAL_KINDS.find((one) => one === kind) ?? "other" })}
      />
      <WorkChoice
        faults={faults}
        path={["level"]}
        label={t("work.field.level")}
        options={APPROVAL_LEVELS.map((one) => ({ value: one, label: t(`work.level.${one}`) }))}
        value={content.level}
        onChange={(level) => onChange({ level: APPROVAL_LEVELS.find((one) => one === level) ?? "national" })}
      />
      <WorkText
        faults={faults}
        path={["authority"]}
        label={t("work.field.authority")}
        most={MOST_TITLE}
        value={content.authority}
        onChange={(authority) => onChange({ authority })}
      />
      <WorkField path={["limitDays"]} label={t("work.field.limitDays")} faults={faults}>
        {(control) => (
          <NumberInput
            control={control}
            value={content.limitDays}
            onType={(days) => onChange({ limitDays: limitOf(days) })}
          />
        )}
      </WorkField>
      <WorkUnit
        {...shared}
        path={["lead"]}
        label={t("work.field.applicant")}
        value={content.lead}
        onChange={(lead) => onChange({ lead })}
      />
      <WorkUnits
        {...shared}
        path={["helpers"]}
        label={t("work.field.helpers")}
        isWide
        value={content.helpers}
        onChange={(helpers) => onChange({ helpers })}
      />
      <Conferences {...props} />
    </div>
  );
}

const limitOf = (days: number | null): ApprovalContent["limitDays"] =>
  days !== null && Number.isInteger(days) && days >= 1 && days <= MOST_LIMIT ? days : null;

function Conferences({ content, names, faults, onChange }: FieldsOf<"approval">) {
  const { t } = useTranslation();
  return (
    <section className="wide" aria-label={t("work.field.conferences")}>
      <h4>{t("work.field.conferences")}</h4>
      <Rows
        name="conferences"
        rows={content.conferences}
        fresh={FRESH}
        add={t("work.part.conferences.add")}
        called={(n) => t("work.part.conferences.of", { n })}
        onChange={(conferences) => onChange({ conferences })}
      >
        {({ day, units, words }, put, place) => (
          <div className="report-fields work-decision">
            <WorkDay
              faults={faults}
              path={["conferences", place, "day"]}
              label={t("work.field.heldOn")}
              value={day}
              onChange={(next) => put({ day: next })}
            />
            <WorkUnits
              names={names}
              faults={faults}
              path={["conferences", place, "units"]}
              label={t("work.field.attendees")}
              isWide
              value={units}
              onChange={(next) => put({ units: next })}
            />
            <WorkText
              faults={faults}
              path={["conferences", place, "words"]}
              label={t("work.field.settled")}
              isWide
              most={MOST_GOAL}
              rows={2}
              value={words}
              onChange={(next) => put({ words: next })}
            />
          </div>
        )}
      </Rows>
    </section>
  );
}
