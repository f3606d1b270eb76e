import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { WorkEntry } from "#domain/work/exchange.ts";
import { OWN_ALONE } from "#domain/work/noun.ts";
import type { Face } from "../face.ts";
import type { WorkNames } from "../use-work-names.ts";
import { WorkPage } from "../work-page.tsx";
import { PlanFields } from "./fields.tsx";
import { PlanRead } from "./read.tsx";
import { useOwnAlone } from "./use-own-alone.ts";

const FACE: Face<"plan"> = {
  noun: "plan",
  empty: { title: "", scope: "unit", lead: null, documentNumber: "", entries: [] },
  ends: { draft: "adopt" },
  faults: { title: "title", lead: "planner", entries: "entry" },
  told: { [OWN_ALONE]: "ownAlone" },
  called: { lead: "planner" },
  filters: ["state", "unit", "text", "month"],
  Fields: PlanFields,
  Read: PlanRead,
  Facts,
};

/** 实施方案: what the region or a unit has set itself, and how its versions differ. */
export function Page() {
  const own = useOwnAlone();
  const face = useMemo(() => (own === null ? FACE : { ...FACE, empty: { ...FACE.empty, lead: own } }), [own]);
  return <WorkPage face={face} />;
}

function Facts({ row, names }: { row: WorkEntry<"plan">; names: WorkNames }) {
  const { t } = useTranslation();
  return (
    <>
      <span>{t(`work.scope.${row.brief.scope}`)}</span>
      {row.lead !== null && <span>{names.unit(row.lead)}</span>}
      <span>{t("work.entries", { count: row.brief.entries })}</span>
    </>
  );
}
