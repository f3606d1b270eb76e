import { useTranslation } from "react-i18next";
import { useDeskLook } from "../../desk/use-desk-look.ts";
import { dayWords } from "../../filing/time-words.ts";
import type { ReadOf } from "../face.ts";
import { Fact } from "../fact.tsx";
import { ItemFacts, ItemLink, RecordLink } from "../links.tsx";
import { SlipMark } from "../slip-mark.tsx";

/** What a task asks for, how far it is, and what it hangs together with: clause, meeting, projects and policies. */
export function TaskRead({ read, names, onOpen }: ReadOf<"task">) {
  const { work, slip, items, related } = read;
  const { content, standing, state } = work;
  const { goal, lead, leadWords, helpers, due, dueWords, origin } = content;
  const { t } = useTranslation();
  const { lang } = useDeskLook();
  const clause = origin.kind === "clause" ? items.find(({ id }) => id === origin.item) : undefined;
  const about = items.filter(({ id }) => content.items.includes(id));
  const isOrigin = ({ id }: { id: string }) => "work" in origin && origin.work === id;
  const others = related.filter((one) => !isOrigin(one));
  const isOpen = state === "assigned";
  return (
    <dl className="work-facts-list">
      <Fact name={t("work.goal")}>
        <p className="work-text" lang="zh-CN">
          {goal}
        </p>
      </Fact>
      <Fact name={t("work.lead")}>
        {lead === null ? (
          <>
            {t("work.noLead")}
            {leadWords !== null && <span lang="zh-CN">（{leadWords}）</span>}
          </>
        ) : (
          names.unit(lead)
        )}
      </Fact>
      <Fact name={t("work.helpers")}>
        {helpers.length === 0 ? t("work.noHelpers") : helpers.map((unit) => names.unit(unit)).join("、")}
      </Fact>
      <Fact name={t("work.due")}>
        {due === null
          ? t("work.noDue")
          : dueWords === null
            ? dayWords(lang, due)
            : t("work.dueOf", { words: dueWords, day: dayWords(lang, due) })}
        {slip !== null && <SlipMark slip={slip} />}
        {isOpen && slip === "red" && standing.percent === null && (
          <span className="meta">{t("work.unknown")}</span>
        )}
        {(slip ?? standing.chased) !== null && (
          <a className="link" href={`/export/slip.docx?task=${work.id}`} download>
            {t("work.slipPaper")}
          </a>
        )}
      </Fact>
      <Fact name={t("work.progress")}>
        {standing.percent === null ? t("work.unsaid") : t("work.percent", { percent: standing.percent })}
        {standing.doneOn !== null && ` · ${t("work.doneOn")} ${dayWords(lang, standing.doneOn)}`}
        {standing.slips > 0 && ` · ${t("work.slips", { count: standing.slips })}`}
        {standing.chased !== null && ` · ${t("work.waitsAnswer")}`}
      </Fact>
      <Fact name={t("work.origin")}>
        {origin.kind === "words" && <span lang="zh-CN">{origin.words}</span>}
        {clause !== undefined && <ItemLink {...clause} />}
        {related.filter(isOrigin).map((one) => (
          <RecordLink key={one.id} {...one} onOpen={onOpen} />
        ))}
      </Fact>
      {others.length > 0 && (
        <Fact name={t("work.inPlans")}>
          {others.map((one) => (
            <RecordLink key={one.id} {...one} onOpen={onOpen} />
          ))}
        </Fact>
      )}
      <ItemFacts items={about} />
    </dl>
  );
}
