import { useTranslation } from "react-i18next";
import { type Decision, MEETING_KINDS, type MeetingContent } from "#domain/work/meeting.ts";
import { MOST_GOAL, MOST_TITLE } from "#domain/work/task.ts";
import { Rows } from "../proposals/rows.tsx";
import { UnitChoice, UnitChoices } from "./unit-choice.tsx";
import type { WorkNames } from "./use-work-names.ts";
import { type WorkFault, WorkField } from "./work-field.tsx";

type Props = {
  content: MeetingContent;
  names: WorkNames;
  faults: readonly WorkFault[];
  onChange: (change: Partial<MeetingContent>) => void;
};

const FRESH: Decision = { words: "", lead: null, helpers: [], due: null };

/** Who meets, when and about what; its minutes, and what it decided. */
export function MeetingFields(props: Props) {
  const { content, names, faults, onChange } = props;
  const { t } = useTranslation();
  const line = (field: "title" | "place", isWide: boolean) => (
    <WorkField path={[field]} label={t(`work.field.${field}`)} faults={faults} isWide={isWide}>
      {(control) => (
        <input
          {...control}
          className="entry"
          maxLength={MOST_TITLE}
          value={content[field]}
          onChange={({ target }) => onChange({ [field]: target.value })}
        />
      )}
    </WorkField>
  );
  return (
    <div className="report-fields">
      {line("title", true)}
      <WorkField path={["kind"]} label={t("work.field.kind")} faults={faults}>
        {(control) => (
          <select
            {...control}
            className="entry"
            value={content.kind}
            onChange={({ target }) =>
              onChange({ kind: MEETING_KINDS.find((one) => one === target.value) ?? "joint" })
            }
          >
            {MEETING_KINDS.map((kind) => (
              <option key={kind} value={kind}>
                {t(`work.kind.${kind}`)}
              </option>
            ))}
          </select>
        )}
      </WorkField>
      <WorkField path={["lead"]} label={t("work.field.lead")} faults={faults}>
        {(control) => (
          <UnitChoice
            control={control}
            units={names.units}
            value={content.lead}
            onChange={(lead) => onChange({ lead })}
          />
        )}
      </WorkField>
      <WorkField path={["heldOn"]} label={t("work.field.heldOn")} faults={faults}>
        {(control) => (
          <input
            {...control}
            className="entry work-day"
            type="date"
            min="1949-10-01"
            max="2100-12-31"
            value={content.heldOn ?? ""}
            onChange={({ target }) => onChange({ heldOn: target.value || null })}
          />
        )}
      </WorkField>
      {line("place", false)}
      <WorkField path={["attendees"]} label={t("work.field.attendees")} faults={faults} isWide>
        {(control) => (
          <UnitChoices
            control={control}
            units={names.units}
            value={content.attendees}
            onChange={(attendees) => onChange({ attendees })}
          />
        )}
      </WorkField>
      <Agenda {...props} />
      <WorkField path={["minutes"]} label={t("work.field.minutes")} faults={faults} isWide>
        {(control) => (
          <textarea
            {...control}
            className="entry"
            rows={5}
            maxLength={20_000}
            value={content.minutes}
            onChange={({ target }) => onChange({ minutes: target.value })}
          />
        )}
      </WorkField>
      <Decisions {...props} />
    </div>
  );
}

function Agenda({ content, faults, onChange }: Props) {
  const { t } = useTranslation();
  return (
    <section className="wide" aria-label={t("work.field.agenda")}>
      <h4>{t("work.field.agenda")}</h4>
      <Rows
        name="agenda"
        rows={content.agenda.map((words) => ({ words }))}
        fresh={{ words: "" }}
        add={t("work.addAgenda")}
        called={(n) => t("work.agendaOf", { n })}
        onChange={(rows) => onChange({ agenda: rows.map(({ words }) => words) })}
      >
        {({ words }, put, place) => (
          <WorkField path={["agenda", place]} label={t("work.agendaOf", { n: place + 1 })} faults={faults}>
            {(control) => (
              <input
                {...control}
                className="entry"
                maxLength={MOST_TITLE}
                value={words}
                onChange={({ target }) => put({ words: target.value })}
              />
            )}
          </WorkField>
        )}
      </Rows>
    </section>
  );
}

function Decisions({ content, names, faults, onChange }: Props) {
  const { t } = useTranslation();
  return (
    <section className="wide" aria-label={t("work.field.decisions")}>
      <h4>{t("work.field.decisions")}</h4>
      <Rows
        name="decisions"
        rows={content.decisions}
        fresh={FRESH}
        add={t("work.addDecision")}
        called={(n) => t("work.decisionOf", { n })}
        onChange={(decisions) => onChange({ decisions })}
      >
        {({ words, lead, helpers, due }, put, place) => (
          <div className="report-fields work-decision">
            <WorkField
              path={["decisions", place, "words"]}
              label={t("work.field.words")}
              faults={faults}
              isWide
            >
              {(control) => (
                <textarea
                  {...control}
                  className="entry"
                  rows={2}
                  maxLength={MOST_GOAL}
                  value={words}
                  onChange={({ target }) => put({ words: target.value })}
                />
              )}
            </WorkField>
            <WorkField path={["decisions", place, "lead"]} label={t("work.field.lead")} faults={faults}>
              {(control) => (
                <UnitChoice
                  control={control}
                  units={names.units}
                  value={lead}
                  onChange={(unit) => put({ lead: unit })}
                />
              )}
            </WorkField>
            <WorkField path={["decisions", place, "due"]} label={t("work.field.due")} faults={faults}>
              {(control) => (
                <input
                  {...control}
                  className="entry work-day"
                  type="date"
                  min="1949-10-01"
                  max="2100-12-31"
                  value={due ?? ""}
                  onChange={({ target }) => put({ due: target.value || null })}
                />
              )}
            </WorkField>
            <WorkField
              path={["decisions", place, "helpers"]}
              label={t("work.field.helpers")}
              faults={faults}
              isWide
            >
              {(control) => (
                <UnitChoices
                  control={control}
                  units={names.units}
                  value={helpers}
                  onChange={(units) => put({ helpers: units })}
                />
              )}
            </WorkField>
          </div>
        )}
      </Rows>
    </section>
  );
}
