import { useTranslation } from "react-i18next";
import { scopesOf } from "#domain/permission.ts";
import { OFFICE_UNIT } from "#domain/unit.ts";
import type { WorkEntry } from "#domain/work/exchange.ts";
import { FILTERS } from "#domain/work/search.ts";
import { useSeat } from "../../desk/seat.ts";
import { useDeskLook } from "../../desk/use-desk-look.ts";
import { dayWords } from "../../filing/time-words.ts";
import type { Face } from "../face.ts";
import { SlipMark } from "../slip-mark.tsx";
import type { WorkNames } from "../use-work-names.ts";
import { WorkPage } from "../work-page.tsx";
import { PublicationFields } from "./fields.tsx";
import { KindAndIssue } from "./kind-and-issue.tsx";
import { PublicationRead } from "./read.tsx";

const FACE: Face<"publication"> = {
  noun: "publication",
  empty: {
    title: "",
    kind: "bulletin",
    issue: null,
    lead: OFFICE_UNIT,
    audience: [],
    text: "",
    items: [],
    answerBy: null,
  },
  ends: { draft: "publish" },
  faults: {
    title: "title",
    issue: "issue",
    lead: "sender",
    audience: "audience",
    text: "text",
    items: "items",
    answerBy: "answerBy",
  },
  called: { kind: "publicationKind", lead: "sender" },
  atOnce: ["read"],
  filters: FILTERS,
  Fields: PublicationFields,
  Read: PublicationRead,
  Facts,
};

/** 简报、学习手册、资料汇编、通知: what was sent to units, who has read it, and what was answered. */
export function Page() {
  return <WorkPage face={FACE} />;
}

function Facts({ row }: { row: WorkEntry<"publication">; names: WorkNames }) {
  const { t } = useTranslation();
  const { lang } = useDeskLook();
  const { account } = useSeat();
  const { kind, issue, year, asks, receivers, read, answered } = row.brief;
  const isAll = account !== null && scopesOf("work.manage", account).length > 0;
  const own = answered > 0 ? "answered" : read > 0 ? "read" : "unread";
  return (
    <>
      <KindAndIssue kind={kind} issue={issue} year={year} />
      {isAll && receivers > 0 && <span>{t("work.receipt.readBy", { read, receivers })}</span>}
      {isAll && asks && receivers > 0 && <span>{t("work.receipt.answeredBy", { answered, receivers })}</span>}
      {!isAll && receivers > 0 && <span>{t(`work.receipt.${own}`)}</span>}
      {row.due !== null && <span>{t("work.receipt.by", { day: dayWords(lang, row.due) })}</span>}
      {row.slip !== null && <SlipMark slip={row.slip} isShort />}
    </>
  );
}
