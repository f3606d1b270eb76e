import { Modal } from "antd";
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { differences } from "#domain/report/differences.ts";
import { NOTHING_SAID } from "#domain/work/standing.ts";
import type { Work } from "#domain/work/work.ts";
import { taskFaults } from "./task-faults.ts";
import { TaskFields } from "./task-fields.tsx";
import type { WorkNames } from "./use-work-names.ts";
import { useWorkStep } from "./use-work-step.ts";

/** Changes what an assigned task asks for, with why: a new version of it. Keyed by the task's edition. */
export function TaskAdjust(props: { work: Work<"task">; names: WorkNames; onClose: () => void }) {
  const { work, names, onClose } = props;
  const { t } = useTranslation();
  const id = useId();
  const [content, setContent] = useState(work.content);
  const [reason, setReason] = useState("");
  const step = useWorkStep("task");
  const faults = taskFaults(content, names);
  const isSame = differences(work.content, content).length === 0;
  return (
    <Modal
      open
      width={760}
      title={t("work.adjustTitle")}
      okText={t("work.step.adjust")}
      cancelText={t("filing.cancel")}
      okButtonProps={{
        disabled: isSame || faults.length > 0 || reason.trim() === "",
        loading: step.isPending,
      }}
      onOk={() =>
        step.mutate(
          {
            id: work.id,
            edition: work.edition,
            step: "adjust",
            said: { ...NOTHING_SAID, words: reason.trim() },
            content,
          },
          { onSuccess: onClose },
        )
      }
      onCancel={onClose}
    >
      <TaskFields
        content={content}
        names={names}
        faults={faults}
        onChange={(change) => setContent({ ...content, ...change })}
      />
      <label htmlFor={id} className="field-label work-reason">
        {t("work.ask.adjust")}
      </label>
      <textarea
        id={id}
        className="entry"
        rows={3}
        maxLength={2000}
        value={reason}
        onChange={({ target }) => setReason(target.value)}
      />
    </Modal>
  );
}
