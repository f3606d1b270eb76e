import { useTranslation } from "react-i18next";
import type { WorkEntry } from "#domain/work/exchange.ts";
import { FILTERS } from "#domain/work/search.ts";
import { SLIP_RULE } from "#domain/work/slip.ts";
import { useDeskLook } from "../../desk/use-desk-look.ts";
import { dayWords } from "../../filing/time-words.ts";
import type { Face } from "../face.ts";
import { SlipMark } from "../slip-mark.tsx";
import type { WorkNames } from "../use-work-names.ts";
import { WorkPage } from "../work-page.tsx";
import { TaskFields } from "./fields.tsx";
import { TaskMatrix } from "./matrix.tsx";
import { TaskRead } from "./read.tsx";

const FACE: Face<"task"> = {
  noun: "task",
  empty: {
    title: "",
    goal: "",
    lead: null,
    leadWords: null,
    helpers: [],
    due: null,
    dueWords: null,
    origin: { kind: "words", words: "" },
    items: [],
  },
  ends: { draft: "assign" },
  faults: {
    title: "title",
    goal: "goal",
    lead: "lead",
    helpers: "helpers",
    origin: "origin",
    items: "items",
  },
  filters: FILTERS,
  Fields: TaskFields,
  Read: TaskRead,
  Facts,
  Hint,
  view: { key: "matrix", View: TaskMatrix },
};

/** 任务分工: who has to do what by when, and how far it is, as a list and as a matrix. */
export function Page() {
  return <WorkPage face={FACE} />;
}

function Facts({ row, names }: { row: WorkEntry<"task">; names: WorkNames }) {
  const { lang } = useDeskLook();
  return (
    <>
      <span lang={row.lead === null ? "zh-CN" : undefined}>
        {row.lead === null ? (row.brief.leadWords ?? "") : names.unit(row.lead)}
      </span>
      {row.due !== null && <span>{dayWords(lang, row.due)}</span>}
      {row.slip !== null && <SlipMark slip={row.slip} isShort />}
    </>
  );
}

function Hint() {
  const { t } = useTranslation();
  return <p>{t("work.slipRule", { days: SLIP_RULE.soonDays, points: SLIP_RULE.behindPoints })}</p>;
}
