import { useTranslation } from "react-i18next";
import { type Decision, MEETING_KINDS, MOST_MINUTES } from "#domain/work/meeting.ts";
import { MOST_TITLE } from "#domain/work/task.ts";
import { Rows } from "../../proposals/rows.tsx";
import type { FieldsOf } from "../face.ts";
import { PartRows } from "../part-rows.tsx";
import { WorkChoice, WorkDay, WorkText, WorkUnit, WorkUnits } from "../work-controls.tsx";

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
      <WorkChoice
        faults={faults}
        path={["kind"]}
        label={t("work.field.kind")}
        options={MEETING_KINDS.map((kind) => ({ value: kind, label: t(`work.kind.${kind}`) }))}
        value={content.kind}
        onChange={(kind) => onChange({ kind: MEETING_KINDS.find((one) => one === kind) ?? "joint" })}
      />
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
      <PartRows
        field="decisions"
        words="words"
        rows={content.decisions}
        fresh={FRESH}
        names={names}
        faults={faults}
        onChange={(decisions) => onChange({ decisions })}
      />
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
