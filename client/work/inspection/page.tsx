import { useTranslation } from "react-i18next";
import type { WorkEntry } from "#domain/work/exchange.ts";
import { useDeskLook } from "../../desk/use-desk-look.ts";
import { dayWords } from "../../filing/time-words.ts";
import type { Face } from "../face.ts";
import { WorkPage } from "../work-page.tsx";
import { InspectionFields } from "./fields.tsx";
import { InspectionRead } from "./read.tsx";

const FACE: Face<"inspection"> = {
  noun: "inspection",
  empty: {
    title: "",
    kind: "routine",
    lead: null,
    inspectors: "",
    units: [],
    items: [],
    from: null,
    until: null,
    findings: [],
  },
  ends: { draft: "begin", underway: "notify" },
  faults: {
    title: "title",
    lead: "inspecting",
    units: "units",
    items: "items",
    from: "from",
    until: "until",
    findings: "finding",
  },
  called: { lead: "inspecting", kind: "inspectionKind" },
  filters: ["state", "unit", "item", "text", "month"],
  Fields: InspectionFields,
  Read: InspectionRead,
  Facts,
};

/** 督查: who was inspected, what was found, and whether it is put right. */
export function Page() {
  return <WorkPage face={FACE} />;
}

function Facts({ row }: { row: WorkEntry<"inspection"> }) {
  const { t } = useTranslation();
  const { lang } = useDeskLook();
  const { kind, from, units, findings } = row.brief;
  return (
    <>
      <span>{t(`work.inspectionKind.${kind}`)}</span>
      {from !== null && <span>{dayWords(lang, from)}</span>}
      <span>{t("work.unitsAndFindings", { units, findings })}</span>
    </>
  );
}
