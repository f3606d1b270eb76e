import { useTranslation } from "react-i18next";
import { useDeskLook } from "../../desk/use-desk-look.ts";
import { dayWords } from "../../filing/time-words.ts";
import type { ReadOf } from "../face.ts";
import { Fact } from "../fact.tsx";
import { RecordLink } from "../links.tsx";
import { WorkState } from "../work-state.tsx";

/** What a meeting was, what it decided, and the tasks that came of it. */
export function MeetingRead({ read, names, onOpen }: ReadOf<"meeting">) {
  const { kind, lead, attendees, heldOn, place, agenda, minutes } = read.work.content;
  const { t } = useTranslation();
  const { lang } = useDeskLook();
  return (
    <dl className="work-facts-list">
      <Fact name={t("work.field.kind")}>{t(`work.kind.${kind}`)}</Fact>
      <Fact name={t("work.field.lead")}>{lead === null ? t("work.noLead") : names.unit(lead)}</Fact>
      <Fact name={t("work.field.heldOn")}>
        {heldOn !== null && dayWords(lang, heldOn)}
        {place !== "" && <span lang="zh-CN">{place}</span>}
      </Fact>
      <Fact name={t("work.field.attendees")}>
        {attendees.length === 0 ? t("work.noHelpers") : attendees.map((unit) => names.unit(unit)).join("、")}
      </Fact>
      {agenda.length > 0 && (
        <Fact name={t("work.field.agenda")}>
          <ol lang="zh-CN">
            {agenda.map((words) => (
              <li key={words}>{words}</li>
            ))}
          </ol>
        </Fact>
      )}
      {minutes !== "" && (
        <Fact name={t("work.field.minutes")}>
          <p className="work-text" lang="zh-CN">
            {minutes}
          </p>
        </Fact>
      )}
      <Fact name={t("work.tasksOfIt")}>
        <ul>
          {read.related.map((one) => (
            <li key={one.id}>
              <RecordLink {...one} onOpen={onOpen} /> <WorkState noun={one.noun} state={one.state} />
            </li>
          ))}
        </ul>
      </Fact>
    </dl>
  );
}
