import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { WorkRead } from "#domain/work/exchange.ts";
import type { WorkNoun } from "#domain/work/nouns.ts";
import type { Part } from "#domain/work/part.ts";
import { useDeskLook } from "../desk/use-desk-look.ts";
import { dayWords } from "../filing/time-words.ts";
import { RecordLink } from "./links.tsx";
import type { WorkNames } from "./use-work-names.ts";
import { WorkState } from "./work-state.tsx";

type Related = WorkRead<WorkNoun>["related"][number];

/** Parts of a record, each with who does it until when, and with its task where it is one. */
export function PartFacts<P extends Part>(props: {
  parts: readonly P[];
  related: readonly Related[];
  names: WorkNames;
  onOpen: (noun: WorkNoun, id: string) => void;
  /** What is said of a part beside that, and how its task stands. */
  children?: (part: P) => ReactNode;
  /** The task that a part names, where it was not made of it. */
  taskOf?: (part: P) => string | null;
  stateOf?: (task: Related | undefined) => ReactNode;
}) {
  const { parts, related, names, onOpen, children, taskOf, stateOf } = props;
  const { t } = useTranslation();
  const { lang } = useDeskLook();
  return (
    <ol className="work-parts">
      {parts.map((part) => {
        const task = related.find((one) => one.part === part.id || one.id === taskOf?.(part));
        return (
          <li key={part.id}>
            <p className="work-text" lang="zh-CN">
              {part.words}
            </p>
            {children?.(part)}
            <p className="meta work-facts">
              {part.lead !== null && <span>{names.unit(part.lead)}</span>}
              {part.due !== null && <span>{dayWords(lang, part.due)}</span>}
              {stateOf !== undefined ? (
                stateOf(task)
              ) : task === undefined ? (
                <span>{t("work.noTask")}</span>
              ) : (
                <WorkState noun="task" state={task.state} />
              )}
              {task !== undefined && (
                <RecordLink {...task} title="" onOpen={onOpen}>
                  {t("work.itsTask")}
                </RecordLink>
              )}
            </p>
          </li>
        );
      })}
    </ol>
  );
}
