import { useTranslation } from "react-i18next";
import type { ReadOf } from "../face.ts";
import { Fact } from "../fact.tsx";
import { PartFacts } from "../part-facts.tsx";
import { PlanCompare } from "./compare.tsx";

/** What a plan sets and how far each of its tasks is, and beneath it two of its versions side by side. */
export function PlanRead({ read, names, onOpen }: ReadOf<"plan">) {
  const { scope, lead, documentNumber, entries } = read.work.content;
  const { t } = useTranslation();
  return (
    <>
      <dl className="work-facts-list">
        <Fact name={t("work.field.scope")}>{t(`work.scope.${scope}`)}</Fact>
        <Fact name={t("work.field.planner")}>{lead === null ? t("work.noLead") : names.unit(lead)}</Fact>
        {documentNumber !== "" && (
          <Fact name={t("work.field.documentNumber")}>
            <span lang="zh-CN">{documentNumber}</span>
          </Fact>
        )}
        <Fact name={t("work.field.entries")}>
          <PartFacts
            parts={entries}
            related={read.related}
            names={names}
            onOpen={onOpen}
            taskOf={({ task }) => task}
          />
        </Fact>
      </dl>
      {read.versions.length > 1 && <PlanCompare read={read} names={names} />}
    </>
  );
}
