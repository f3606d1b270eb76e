import { useTranslation } from "react-i18next";
import { useDeskLook } from "../../desk/use-desk-look.ts";
import { dayWords } from "../../filing/time-words.ts";
import type { ReadOf } from "../face.ts";
import { Fact } from "../fact.tsx";
import { ItemFacts } from "../links.tsx";
import { SlipMark } from "../slip-mark.tsx";
import { ClockWords } from "./clock-words.tsx";

/** What is to be granted, where its clock stands, and who met over it. */
export function ApprovalRead({ read, names }: ReadOf<"approval">) {
  const { work, brief, slip, items } = read;
  const { kind, level, authority, lead, helpers, limitDays, conferences } = work.content;
  const { handedIn, stops, ended } = work.standing;
  const { t } = useTranslation();
  const { lang } = useDeskLook();
  const day = (one: string) => dayWords(lang, one);
  return (
    <dl className="work-facts-list">
      <Fact name={t("work.field.approvalKind")}>{t(`work.approvalKind.${kind}`)}</Fact>
      <Fact name={t("work.field.authority")}>
        <span>{t(`work.level.${level}`)}</span>
        <span lang="zh-CN">{authority}</span>
      </Fact>
      <Fact name={t("work.field.applicant")}>{lead === null ? t("work.noLead") : names.unit(lead)}</Fact>
      <Fact name={t("work.helpers")}>
        {helpers.length === 0 ? t("work.noHelpers") : helpers.map((unit) => names.unit(unit)).join("、")}
      </Fact>
      <Fact name={t("work.field.limitDays")}>
        {limitDays === null ? t("work.noLimit") : t("work.days", { days: limitDays })}
      </Fact>
      <Fact name={t("work.clock.label")}>
        <ClockWords clock={brief.clock} />
        {slip !== null && <SlipMark slip={slip} words={t(`work.clockSlip.${slip as "red"}`)} />}
        {handedIn !== null && (
          <ul className="work-times">
            <li>{t("work.clock.handedIn", { day: day(handedIn) })}</li>
            {stops.map(({ from, until, words }) => (
              <li key={from + words}>
                {until === null
                  ? t("work.clock.stopSince", { from: day(from) })
                  : t("work.clock.stop", { from: day(from), until: day(until) })}
                <span lang="zh-CN"> {words}</span>
              </li>
            ))}
            {ended !== null && <li>{t("work.clock.endedOn", { day: day(ended) })}</li>}
          </ul>
        )}
      </Fact>
      {conferences.length > 0 && (
        <Fact name={t("work.field.conferences")}>
          <ol className="work-parts">
            {conferences.map((one) => (
              <li key={JSON.stringify(one)}>
                <p className="meta">
                  {one.day !== null && day(one.day)} {one.units.map((unit) => names.unit(unit)).join("、")}
                </p>
                <p className="work-text" lang="zh-CN">
                  {one.words}
                </p>
              </li>
            ))}
          </ol>
        </Fact>
      )}
      <ItemFacts items={items} />
    </dl>
  );
}
