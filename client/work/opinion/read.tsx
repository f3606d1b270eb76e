import { useTranslation } from "react-i18next";
import { useDeskLook } from "../../desk/use-desk-look.ts";
import { dayWords } from "../../filing/time-words.ts";
import type { ReadOf } from "../face.ts";
import { Fact } from "../fact.tsx";
import { ItemFacts } from "../links.tsx";
import { PartFacts } from "../part-facts.tsx";
import { SlipMark } from "../slip-mark.tsx";

/** What a ministry has issued or signed, what it grants, and what is done of it. */
export function OpinionRead({ read, names, onOpen }: ReadOf<"opinion">) {
  const { work, items, related, slip } = read;
  const { ministry, ministryWords, form, document, documentNumber, issuedOn, lead, due, grants } =
    work.content;
  const { t } = useTranslation();
  const { lang } = useDeskLook();
  return (
    <dl className="work-facts-list">
      <Fact name={t("work.field.ministry")}>
        {ministry === null ? <span lang="zh-CN">{ministryWords}</span> : names.unit(ministry)}
      </Fact>
      <Fact name={t("work.field.form")}>{t(`work.form.${form}`)}</Fact>
      <Fact name={t("work.field.document")}>
        {document === "" ? t("work.untoldDocument") : <span lang="zh-CN">{document}</span>}
        {documentNumber !== "" && <span lang="zh-CN">{documentNumber}</span>}
        {issuedOn !== null && dayWords(lang, issuedOn)}
      </Fact>
      <Fact name={t("work.field.follower")}>{lead === null ? t("work.noLead") : names.unit(lead)}</Fact>
      {due !== null && (
        <Fact name={t("work.field.due")}>
          {dayWords(lang, due)}
          {slip !== null && <SlipMark slip={slip} />}
        </Fact>
      )}
      <Fact name={t("work.field.grants")}>
        {grants.length === 0 ? (
          t("work.noGrants")
        ) : (
          <PartFacts parts={grants} related={related} names={names} onOpen={onOpen} />
        )}
      </Fact>
      <ItemFacts items={items} />
    </dl>
  );
}
