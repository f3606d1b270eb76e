import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { WorkRead } from "#domain/work/exchange.ts";
import type { WorkNoun } from "#domain/work/nouns.ts";
import { type StateOf, WORK } from "#domain/work/work.ts";
import { codeOf } from "../desk/call.ts";
import type { Account } from "../desk/seat.ts";
import { Failed, Waiting } from "../desk/states.tsx";
import { type Face, faultsOf } from "./face.ts";
import { StepButtons } from "./step-buttons.tsx";
import type { WorkNames } from "./use-work-names.ts";
import { WorkAdjust } from "./work-adjust.tsx";
import { workRead } from "./work-call.ts";
import { WorkForm } from "./work-form.tsx";
import { WorkHistory } from "./work-history.tsx";
import { WorkState } from "./work-state.tsx";

type Props<N extends WorkNoun> = {
  face: Face<N>;
  id: string;
  /** The server has none of it yet. */
  isNew: boolean;
  account: Account;
  names: WorkNames;
  /** The server has it since now. */
  onBegun: () => void;
  onOpen: (noun: WorkNoun, id: string) => void;
};

/** One record, keyed by its id: its form while it is drawn up, and then what it says, what may be done, its history. */
export function WorkPane<N extends WorkNoun>(props: Props<N>) {
  const { face, id, isNew } = props;
  const { noun } = face;
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
          <Within {...props} read={null} />
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
          <WorkState noun={noun} state={work.state} />
          {work.version > 1 && <span>{t("work.version", { version: work.version })}</span>}
        </p>
      </header>
      <Within {...props} read={read.data} />
      <WorkHistory face={face} read={read.data} />
    </article>
  );
}

/** @param props.read null for one that nobody has begun */
function Within<N extends WorkNoun>(props: Props<N> & { read: WorkRead<N> | null }) {
  const { face, id, account, names, onBegun, onOpen, read } = props;
  const { noun, ends, Fields, Read } = face;
  const { t } = useTranslation();
  // Of which edition: taken or overtaken, it is adjusted no longer. What is asked anew after a step comes before the
  // step's own answer, and would leave the dialog open upon the next edition.
  const [adjusted, setAdjusted] = useState<number | null>(null);
  const from: StateOf<N> = read?.work.state ?? WORK[noun].states[0];
  const step = read === null || read.may.includes("save") ? ends[from] : undefined;
  return (
    <>
      {step !== undefined ? (
        <WorkForm
          key={step}
          face={face}
          id={id}
          work={read?.work ?? null}
          account={account.id}
          step={step}
          faultsOf={(content) => faultsOf(face, content, { from, step, names })}
          onBegun={onBegun}
        >
          {(content, faults, put) => (
            <Fields
              id={read?.work.id ?? null}
              content={content}
              names={names}
              faults={faults}
              onChange={put}
            />
          )}
        </WorkForm>
      ) : (
        read !== null && <Read read={read} names={names} onOpen={onOpen} />
      )}
      {read !== null && (
        <StepButtons
          noun={noun}
          work={read.work}
          may={read.may}
          atOnce={face.atOnce}
          without={["save", "adjust", ...(step === undefined ? [] : [step])]}
        >
          {read.may.includes("adjust") && (
            <button type="button" className="control" onClick={() => setAdjusted(read.work.edition)}>
              {t("work.step.adjust")}
            </button>
          )}
        </StepButtons>
      )}
      {read !== null && adjusted === read.work.edition && (
        <WorkAdjust
          key={read.work.edition}
          face={face}
          work={read.work}
          names={names}
          onClose={() => setAdjusted(null)}
        />
      )}
    </>
  );
}
