import { Modal } from "antd";
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { differences } from "#domain/report/differences.ts";
import type { WorkNoun } from "#domain/work/nouns.ts";
import { NOTHING_SAID } from "#domain/work/standing.ts";
import type { ContentOf, StepOf, Work } from "#domain/work/work.ts";
import { type Face, faultsOf, faultsTold, type WorkFault } from "./face.ts";
import type { WorkNames } from "./use-work-names.ts";
import { useWorkStep } from "./use-work-step.ts";

/** Changes what a record says, with why: a new version of it. Keyed by its edition. */
export function WorkAdjust<N extends WorkNoun>(props: {
  face: Face<N>;
  work: Work<N>;
  names: WorkNames;
  onClose: () => void;
}) {
  const { face, work, names, onClose } = props;
  const { noun, Fields } = face;
  const { t } = useTranslation();
  const id = useId();
  const [content, setContent] = useState(work.content);
  const [reason, setReason] = useState("");
  const [told, setTold] = useState<{ content: ContentOf<N>; faults: WorkFault[] } | null>(null);
  const taking = useWorkStep(noun);
  const step = "adjust" as StepOf<N>;
  const found = faultsOf(face, content, { from: work.state, step, names });
  const faults = [...found, ...(told?.content === content ? told.faults : [])];
  const isSame = differences(work.content, content).length === 0;
  return (
    <Modal
      open
      width={760}
      title={t("work.step.adjust")}
      okText={t("work.step.adjust")}
      cancelText={t("filing.cancel")}
      okButtonProps={{
        disabled: isSame || faults.length > 0 || reason.trim() === "",
        loading: taking.isPending,
      }}
      onOk={() =>
        taking.mutate(
          {
            id: work.id,
            edition: work.edition,
            step,
            said: { ...NOTHING_SAID, words: reason.trim() },
            content,
          },
          {
            onSuccess: onClose,
            onError: (error) => setTold({ content, faults: faultsTold(face, error) }),
          },
        )
      }
      onCancel={onClose}
    >
      <Fields
        id={work.id}
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
