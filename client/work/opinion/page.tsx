import { useTranslation } from "react-i18next";
import type { WorkEntry } from "#domain/work/exchange.ts";
import { OPINION_STATES, UNNAMED_MINISTRIES } from "#domain/work/opinion.ts";
import { FILTERS } from "#domain/work/search.ts";
import { useDeskLook } from "../../desk/use-desk-look.ts";
import { dayWords } from "../../filing/time-words.ts";
import type { Face } from "../face.ts";
import { SlipMark } from "../slip-mark.tsx";
import type { WorkNames } from "../use-work-names.ts";
import { WorkPage } from "../work-page.tsx";
import { OpinionFields } from "./fields.tsx";
import { OpinionRead } from "./read.tsx";

const FACE: Face<"opinion"> = {
  noun: "opinion",
  empty: {
    title: "",
    ministry: null,
    ministryWords: "",
    form: "policy",
    document: "",
    documentNumber: "",
    issuedOn: null,
    lead: null,
    due: null,
    grants: [],
    items: [],
  },
  ends: { draft: "list" },
  faults: {
    title: "title",
    ministry: "ministry",
    lead: "other",
    document: "document",
    issuedOn: "issuedOn",
    grants: "grant",
    items: "items",
  },
  called: { lead: "follower" },
  filters: FILTERS,
  Fields: OpinionFields,
  Read: OpinionRead,
  Facts,
  Above,
};

/** 部委支持意见: which ministry has issued or signed what, which has not, and what comes of it. */
export function Page() {
  return <WorkPage face={FACE} />;
}

function Facts({ row, names }: { row: WorkEntry<"opinion">; names: WorkNames }) {
  const { t } = useTranslation();
  const { lang } = useDeskLook();
  const { ministry, ministryWords, form, issuedOn } = row.brief;
  return (
    <>
      {ministry === null ? <span lang="zh-CN">{ministryWords}</span> : <span>{names.short(ministry)}</span>}
      {row.state === "issued" && <span>{t(`work.form.${form}`)}</span>}
      {issuedOn !== null && <span>{dayWords(lang, issuedOn)}</span>}
      {row.slip !== null && <SlipMark slip={row.slip} isShort />}
    </>
  );
}

/** How many are where; and the source's own word on those that it does not name, which no record is made of. */
function Above({ rows, names }: { rows: readonly WorkEntry<"opinion">[]; names: WorkNames }) {
  const { t } = useTranslation();
  const shown = OPINION_STATES.filter((state) => state !== "draft" && state !== "dropped");
  return (
    <p className="meta work-above">
      {shown.map((state) => (
        <span key={state}>
          {t(`work.state.opinion.${state}`)} {rows.filter((row) => row.state === state).length}
        </span>
      ))}
      <a className="link" href="/?item=S-1.1-02">
        {t("work.unnamed", { whom: names.unit(UNNAMED_MINISTRIES) })}
      </a>
    </p>
  );
}
