import { useTranslation } from "react-i18next";
import type { WorkEntry } from "#domain/work/exchange.ts";
import { FILTERS } from "#domain/work/search.ts";
import type { Face } from "../face.ts";
import { SlipMark } from "../slip-mark.tsx";
import type { WorkNames } from "../use-work-names.ts";
import { WorkPage } from "../work-page.tsx";
import { ApprovalBoard } from "./board.tsx";
import { ClockWords } from "./clock-words.tsx";
import { ApprovalFields } from "./fields.tsx";
import { ApprovalRead } from "./read.tsx";

const FACE: Face<"approval"> = {
  noun: "approval",
  empty: {
    title: "",
    item: null,
    kind: "feasibility",
    level: "national",
    authority: "",
    lead: null,
    helpers: [],
    limitDays: null,
    conferences: [],
  },
  ends: { draft: "list" },
  faults: {
    title: "title",
    item: "project",
    authority: "authority",
    lead: "applicant",
    helpers: "helpers",
    conferences: "conference",
  },
  called: { item: "project", kind: "approvalKind", lead: "applicant" },
  filters: FILTERS,
  Fields: ApprovalFields,
  Read: ApprovalRead,
  Facts,
  view: { key: "board", View: ApprovalBoard, isMore: true },
};

/** 审批件, and the board of the projects that wait for them. */
export function Page() {
  return <WorkPage face={FACE} />;
}

function Facts({ row, names }: { row: WorkEntry<"approval">; names: WorkNames }) {
  const { t } = useTranslation();
  const { item, kind, authority, clock } = row.brief;
  return (
    <>
      <span>{t(`work.approvalKind.${kind}`)}</span>
      <span lang="zh-CN">{authority}</span>
      {item !== null && <span lang="zh-CN">{names.item(item)}</span>}
      {clock !== null && <ClockWords clock={clock} />}
      {row.slip !== null && <SlipMark slip={row.slip} words={t(`work.clockSlip.${row.slip as "red"}`)} />}
    </>
  );
}
