import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import type { WorkRead } from "#domain/work/exchange.ts";
import type { WorkNoun } from "#domain/work/work.ts";
import { codeOf } from "../desk/call.ts";
import { Failed, Waiting } from "../desk/states.tsx";
import { workRead } from "./work-call.ts";
import { WorkHistory } from "./work-history.tsx";

/** One record: its form while it is drawn up, and then what it says, what may be done, and its history. */
export function WorkPane<N extends WorkNoun>(props: {
  noun: N;
  id: string;
  /** The server has none of it yet. */
  isNew: boolean;
  /** `read` is null for one that nobody has begun. */
  children: (read: WorkRead<N> | null) => ReactNode;
}) {
  const { noun, id, isNew, children } = props;
  const { t } = useTranslation();
  const read = useQuery({ ...workRead(noun, id), enabled: !isNew });
  // Its form stays as it is while the server takes it in.
  const [isBegunHere] = useState(isNew);
  if (read.data === undefined) {
    if (isBegunHere)
      return (
        <article className="report-read report-form">
          <header>
            <h2>{t(`work.begin.${noun}`)}</h2>
          </header>
          {children(null)}
        </article>
      );
    if (!read.isError) return <Waiting />;
    return ["NOT_FOUND", "FORBIDDEN"].includes(codeOf(read.error)) ? (
      <p className="filing-blank meta">{t("work.gone")}</p>
    ) : (
      <Failed onRetry={() => void read.refetch()} />
    );
  }
  const { work } = read.data;
  return (
    <article className="report-read report-form">
      <header>
        <h2 lang="zh-CN">{work.content.title.trim() || t("work.untitled")}</h2>
        <p className="meta work-facts">
          <span>{work.number}</span>
          <span className={`filing-state ${work.state}`}>
            {t(`work.state.${noun}.${work.state}` as "work.state.task.draft")}
          </span>
          {work.version > 1 && <span>{t("work.version", { version: work.version })}</span>}
        </p>
      </header>
      {children(read.data)}
      <WorkHistory read={read.data} />
    </article>
  );
}
