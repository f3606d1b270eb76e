import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { TaskContent } from "#domain/work/task.ts";
import type { Account } from "../desk/seat.ts";
import { StepButtons } from "./step-buttons.tsx";
import { TaskAdjust } from "./task-adjust.tsx";
import { taskFaults } from "./task-faults.ts";
import { TaskFields } from "./task-fields.tsx";
import { TaskRead } from "./task-read.tsx";
import type { WorkNames } from "./use-work-names.ts";
import { WorkForm } from "./work-form.tsx";
import { WorkPane } from "./work-pane.tsx";

const EMPTY: TaskContent = {
  title: "",
  goal: "",
  lead: null,
  leadWords: null,
  helpers: [],
  due: null,
  dueWords: null,
  origin: { kind: "words", words: "" },
  items: [],
};

/** One task, keyed by its id. */
export function TaskPane(props: {
  id: string;
  isNew: boolean;
  account: Account;
  names: WorkNames;
  /** The server has it since now. */
  onBegun: () => void;
  onMeeting: (id: string) => void;
}) {
  const { id, isNew, account, names, onBegun, onMeeting } = props;
  const { t } = useTranslation();
  const [isAdjusting, setAdjusting] = useState(false);
  return (
    <WorkPane noun="task" id={id} isNew={isNew}>
      {(read) => (
        <>
          {read === null || (read.work.state === "draft" && read.may.includes("save")) ? (
            <WorkForm
              noun="task"
              id={id}
              work={read?.work ?? null}
              start={EMPTY}
              account={account.id}
              step="assign"
              faultsOf={(content) => taskFaults(content, names)}
              onBegun={onBegun}
              onTaken={onBegun}
            >
              {(content, faults, put) => (
                <TaskFields content={content} names={names} faults={faults} onChange={put} />
              )}
            </WorkForm>
          ) : (
            <TaskRead read={read} names={names} onMeeting={onMeeting} />
          )}
          {read !== null && (
            <StepButtons noun="task" work={read.work} may={read.may} without={["save", "assign", "adjust"]}>
              {read.may.includes("adjust") && (
                <button type="button" className="control" onClick={() => setAdjusting(true)}>
                  {t("work.step.adjust")}
                </button>
              )}
            </StepButtons>
          )}
          {isAdjusting && read !== null && (
            <TaskAdjust
              key={read.work.edition}
              work={read.work}
              names={names}
              onClose={() => setAdjusting(false)}
            />
          )}
        </>
      )}
    </WorkPane>
  );
}
