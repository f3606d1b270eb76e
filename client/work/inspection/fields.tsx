import { useTranslation } from "react-i18next";
import { INSPECTION_KINDS } from "#domain/work/inspection.ts";
import { MOST_GOAL, MOST_TITLE } from "#domain/work/task.ts";
import type { FieldsOf } from "../face.ts";
import { freshId } from "../fresh-id.ts";
import { PartRows } from "../part-rows.tsx";
import { WorkChoice, WorkDay, WorkText, WorkUnit, WorkUnits } from "../work-controls.tsx";
import { WorkItems } from "../work-items.tsx";
import { FindingFiles } from "./finding-files.tsx";
import { PlaceFields } from "./place-fields.tsx";

/** What is inspected by whom and when; what was found, on what evidence, where, and who puts it right by when. */
export function InspectionFields({ id, content, names, faults, onChange }: FieldsOf<"inspection">) {
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
        label={t("work.field.inspectionKind")}
        options={INSPECTION_KINDS.map((kind) => ({ value: kind, label: t(`work.inspectionKind.${kind}`) }))}
        value={content.kind}
        onChange={(kind) => onChange({ kind: INSPECTION_KINDS.find((one) => one === kind) ?? "routine" })}
      />
      <WorkUnit
        {...shared}
        path={["lead"]}
        label={t("work.field.inspecting")}
        value={content.lead}
        onChange={(lead) => onChange({ lead })}
      />
      <WorkDay
        faults={faults}
        path={["from"]}
        label={t("work.field.from")}
        value={content.from}
        onChange={(from) => onChange({ from })}
      />
      <WorkDay
        faults={faults}
        path={["until"]}
        label={t("work.field.until")}
        value={content.until}
        onChange={(until) => onChange({ until })}
      />
      <WorkText
        faults={faults}
        path={["inspectors"]}
        label={t("work.field.inspectors")}
        isWide
        most={MOST_TITLE}
        value={content.inspectors}
        onChange={(inspectors) => onChange({ inspectors })}
      />
      <WorkUnits
        {...shared}
        path={["units"]}
        label={t("work.field.units")}
        isWide
        value={content.units}
        onChange={(units) => onChange({ units })}
      />
      <WorkItems {...shared} value={content.items} onChange={(items) => onChange({ items })} />
      <PartRows
        {...shared}
        field="findings"
        words="finding"
        rows={content.findings}
        fresh={{
          id: freshId(),
          words: "",
          lead: null,
          helpers: [],
          due: null,
          evidence: "",
          region: null,
          at: null,
        }}
        onChange={(findings) => onChange({ findings })}
      >
        {(finding, put, place) => (
          <>
            <WorkText
              faults={faults}
              path={["findings", place, "evidence"]}
              label={t("work.field.evidence")}
              isWide
              most={MOST_GOAL}
              rows={2}
              value={finding.evidence}
              onChange={(evidence) => put({ evidence })}
            />
            <PlaceFields
              key={finding.id}
              place={place}
              finding={finding}
              names={names}
              faults={faults}
              onChange={put}
            />
            <FindingFiles
              key={`${finding.id} files`}
              holder={id}
              place={place}
              files={finding.files ?? []}
              faults={faults}
              onChange={put}
            />
          </>
        )}
      </PartRows>
    </div>
  );
}
