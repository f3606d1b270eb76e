import { useTranslation } from "react-i18next";
import { isVague } from "#domain/work/policy-table.ts";
import { useDeskLook } from "../../desk/use-desk-look.ts";
import { dayWords } from "../../filing/time-words.ts";
import type { ReadOf } from "../face.ts";
import { Fact } from "../fact.tsx";
import { ItemFacts } from "../links.tsx";
import { PartFacts } from "../part-facts.tsx";
import { SlipMark } from "../slip-mark.tsx";
import { ReadingMark } from "./reading-mark.tsx";

/** How the office reads a policy, who leads it, its measures with their tasks, and how far it is. */
export function MeasureRead({ read, names, onOpen }: ReadOf<"measure">) {
  const { work, brief, items, related, slip } = read;
  const { reading, why, lead, helpers, due, measures } = work.content;
  const { percent, doneOn } = work.standing;
  const { t } = useTranslation();
  const { lang } = useDeskLook();
  return (
    <dl className="work-facts-list">
      <Fact name={t("work.field.reading")}>
        <ReadingMark reading={reading} isVague={isVague({ ...work, brief })} />
        <p className="work-text" lang="zh-CN">
          {why}
        </p>
      </Fact>
      <Fact name={t("work.field.lead")}>{lead === null ? t("work.noLead") : names.unit(lead)}</Fact>
      <Fact name={t("work.helpers")}>
        {helpers.length === 0 ? t("work.noHelpers") : helpers.map((unit) => names.unit(unit)).join("、")}
      </Fact>
      <Fact name={t("work.due")}>
        {due === null ? t("work.noDue") : dayWords(lang, due)}
        {slip !== null && <SlipMark slip={slip} />}
      </Fact>
      <Fact name={t("work.progress")}>
        {percent === null ? t("work.unsaid") : t("work.percent", { percent })}
        {doneOn !== null && ` · ${t("work.doneOn")} ${dayWords(lang, doneOn)}`}
      </Fact>
      <Fact name={t("work.field.measures")}>
        {measures.length === 0 ? (
          t("work.policies.noMeasures")
        ) : (
          <PartFacts parts={measures} related={related} names={names} onOpen={onOpen} />
        )}
      </Fact>
      <ItemFacts items={items} />
    </dl>
  );
}
