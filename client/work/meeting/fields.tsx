import { useTranslation } from "react-i18next";
import { type Decision, MEETING_KINDS, MOST_MINUTES } from "#domain/work/meeting.ts";
import { MOST_GOAL, MOST_TITLE } from "#domain/work/task.ts";
import { Rows } from "../../proposals/rows.tsx";
import type { FieldsOf } from "../face.ts";
import { WorkDay, WorkText, WorkUnit, WorkUnits } from "../work-controls.tsx";
import { WorkField } from "../work-field.tsx";

type Props = FieldsOf<"meeting">;

const FRESH: Decision = { words: "", lead: null, helpers: [], due: null };

/** Who meets, when and about what; its minutes, and what it decided. */
export function MeetingFields(props: Props) {
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
      <WorkUnit
        {...shared}
        path={["lead"]}
        label={t("work.field.lead")}
        value={content.lead}
        onChange={(lead) => onChange({ lead })}
      />
      <WorkDay
        faults={faults}
        path={["heldOn"]}
        label={t("work.field.heldOn")}
        value={content.heldOn}
        onChange={(heldOn) => onChange({ heldOn })}
      />
      <WorkText
        faults={faults}
        path={["place"]}
        label={t("work.field.place")}
        most={MOST_TITLE}
        value={content.place}
        onChange={(place) => onChange({ place })}
      />
      <WorkUnits
        {...shared}
        path={["attendees"]}
        label={t("work.field.attendees")}
        isWide
        value={content.attendees}
        onChange={(attendees) => onChange({ attendees })}
      />
      <Agenda {...props} />
      <WorkText
        faults={faults}
        path={["minutes"]}
        label={t("work.field.minutes")}
        isWide
        most={MOST_MINUTES}
        rows={5}
        value={content.minutes}
        onChange={(minutes) => onChange({ minutes })}
      />
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
          <WorkText
            faults={faults}
            path={["agenda", place]}
            label={t("work.agendaOf", { n: place + 1 })}
            most={MOST_TITLE}
            value={words}
            onChange={(next) => put({ words: next })}
          />
        )}
      </Rows>
    </section>
  );
}

function Decisions({ content, names, faults, onChange }: Props) {
  const { t } = useTranslation();
  const shared = { names, faults };
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
            <WorkText
              faults={faults}
              path={["decisions", place, "words"]}
              label={t("work.field.words")}
              isWide
              most={MOST_GOAL}
              rows={2}
              value={words}
              onChange={(next) => put({ words: next })}
            />
            <WorkUnit
              {...shared}
              path={["decisions", place, "lead"]}
              label={t("work.field.lead")}
              value={lead}
              onChange={(unit) => put({ lead: unit })}
            />
            <WorkDay
              faults={faults}
              path={["decisions", place, "due"]}
              label={t("work.field.due")}
              value={due}
              onChange={(day) => put({ due: day })}
            />
            <WorkUnits
              {...shared}
              path={["decisions", place, "helpers"]}
              label={t("work.field.helpers")}
              isWide
              value={helpers}
              onChange={(units) => put({ helpers: units })}
            />
          </div>
        )}
      </Rows>
    </section>
  );
}
