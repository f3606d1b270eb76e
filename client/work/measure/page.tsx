import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { WorkEntry } from "#domain/work/exchange.ts";
import { TAKEN } from "#domain/work/noun.ts";
import { FILTERS } from "#domain/work/search.ts";
import { usePageSearch } from "../../filing/use-page-search.ts";
import type { Face } from "../face.ts";
import { useWorkNames } from "../use-work-names.ts";
import { WorkPage } from "../work-page.tsx";
import { MeasureFields, titleOf } from "./fields.tsx";
import { MeasureRead } from "./read.tsx";
import { PolicyTable } from "./table.tsx";

const FACE: Face<"measure"> = {
  noun: "measure",
  empty: {
    title: "",
    item: null,
    reading: null,
    why: "",
    lead: null,
    helpers: [],
    due: null,
    measures: [],
  },
  ends: { draft: "list" },
  faults: {
    title: "title",
    item: "policy",
    reading: "reading",
    why: "why",
    lead: "policyLead",
    helpers: "helpers",
    measures: "measures",
  },
  told: { [TAKEN]: "policyTaken" },
  called: { item: "policy" },
  filters: FILTERS,
  Fields: MeasureFields,
  Read: MeasureRead,
  Facts,
  Table: PolicyTable,
};

/** 政策逐条落实: every policy of the ledger, and what is done of each. The one that is classed stands in the address. */
export function Page() {
  const [{ of }] = usePageSearch(["of"]);
  const { names } = useWorkNames();
  const policy = names?.policies.find(({ id }) => id === of);
  const face = useMemo(
    () =>
      policy === undefined
        ? FACE
        : { ...FACE, empty: { ...FACE.empty, item: policy.id, title: titleOf(policy.title) } },
    [policy],
  );
  return <WorkPage face={face} />;
}

/** A line of the table says it in columns; where records stand in a list, this is what it says of one. */
function Facts({ row }: { row: WorkEntry<"measure"> }) {
  const { t } = useTranslation();
  return <span>{t(`work.reading.${row.brief.reading ?? "none"}`)}</span>;
}
