import { useTranslation } from "react-i18next";
import { scopesOf } from "#domain/permission.ts";
import type { WorkRead } from "#domain/work/exchange.ts";
import type { Receipt } from "#domain/work/publication.ts";
import { useSeat } from "../../desk/seat.ts";
import { useDeskLook } from "../../desk/use-desk-look.ts";
import { dayWords, momentWords } from "../../filing/time-words.ts";
import type { ReadOf } from "../face.ts";
import { Fact } from "../fact.tsx";
import { ItemFacts } from "../links.tsx";
import { SlipMark } from "../slip-mark.tsx";
import type { WorkNames } from "../use-work-names.ts";
import { KindAndIssue } from "./kind-and-issue.tsx";

/** A publication in full, and of its receipts those that the reader may see: all of them, or his own unit's. */
export function PublicationRead({ read, names }: ReadOf<"publication">) {
  const { t } = useTranslation();
  const { lang } = useDeskLook();
  const { account } = useSeat();
  const { work, brief, items, slip } = read;
  const { lead, audience, text, answerBy } = work.content;
  const { publishedOn, receipts } = work.standing;
  const isAll = account !== null && scopesOf("work.manage", account).length > 0;
  const [own] = receipts;
  return (
    <>
      <dl className="work-facts-list">
        <Fact name={t("work.field.publicationKind")}>
          <KindAndIssue {...brief} />
          {publishedOn !== null && <span>{dayWords(lang, publishedOn)}</span>}
        </Fact>
        <Fact name={t("work.field.sender")}>{lead === null ? t("work.noLead") : names.unit(lead)}</Fact>
        <Fact name={t("work.field.audience")}>
          {audience.length === 0
            ? t("work.receipt.all")
            : audience.map((unit) => names.short(unit)).join("、")}
        </Fact>
        {answerBy !== null && (
          <Fact name={t("work.field.answerBy")}>
            {dayWords(lang, answerBy)}
            {slip !== null && <SlipMark slip={slip} />}
          </Fact>
        )}
        <ItemFacts items={items} />
        {!isAll && own !== undefined && (
          <Fact name={t("work.receipt.own")}>
            <span>{t("work.receipt.readAt", { at: momentWords(lang, own.readAt) })}</span>
            {own.answeredAt !== null && (
              <span>{t("work.receipt.answeredAt", { at: momentWords(lang, own.answeredAt) })}</span>
            )}
            {own.words !== null && (
              <p className="work-text" lang="zh-CN">
                {own.words}
              </p>
            )}
          </Fact>
        )}
      </dl>
      <section className="report-section publication-text" lang="zh-CN">
        {paragraphsOf(text).map(({ at, words }) => (
          <p key={at}>{words}</p>
        ))}
      </section>
      {isAll && brief.receivers > 0 && <Receipts read={read} names={names} />}
    </>
  );
}

/** Paragraphs of a text, each with the line that it stands on. */
const paragraphsOf = (text: string): { at: number; words: string }[] =>
  text.split("\n").flatMap((line, at) => (line.trim() === "" ? [] : [{ at, words: line.trim() }]));

/** Every unit that it went to: when it had read it, in which version, and what it answered. */
function Receipts({ read, names }: { read: WorkRead<"publication">; names: WorkNames }) {
  const { t } = useTranslation();
  const { lang } = useDeskLook();
  const { brief, versions, work } = read;
  const { receivers, receipts } = work.standing;
  const byUnit = new Map(receipts.map((one) => [one.unit, one]));
  const versionOf = ({ readAt }: Receipt) => versions.findLast(({ at }) => at <= readAt)?.version ?? 1;
  return (
    <section className="report-section">
      <h3>{t("work.receipt.title")}</h3>
      <p className="meta work-facts">
        <span>{t("work.receipt.readBy", brief)}</span>
        {brief.asks && <span>{t("work.receipt.answeredBy", brief)}</span>}
      </p>
      <table className="plain-table">
        <caption className="visually-hidden">{t("work.receipt.title")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("work.receipt.unit")}</th>
            <th scope="col">{t("work.receipt.read")}</th>
            {brief.asks && <th scope="col">{t("work.receipt.answered")}</th>}
          </tr>
        </thead>
        <tbody>
          {receivers.map((unit) => {
            const receipt = byUnit.get(unit);
            return (
              <tr key={unit}>
                <th scope="row">{names.short(unit)}</th>
                <td>
                  {receipt === undefined ? t("work.receipt.unread") : momentWords(lang, receipt.readAt)}
                  {receipt !== undefined && versionOf(receipt) < work.version && (
                    <div className="meta">{t("work.version", { version: versionOf(receipt) })}</div>
                  )}
                </td>
                {brief.asks && (
                  <td>
                    {receipt?.answeredAt == null ? (
                      t("work.receipt.unanswered")
                    ) : (
                      <>
                        {momentWords(lang, receipt.answeredAt)}
                        <p className="work-text" lang="zh-CN">
                          {receipt.words}
                        </p>
                      </>
                    )}
                  </td>
                )}
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}
