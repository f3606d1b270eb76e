import { Modal } from "antd";
import { type ReactNode, useId, useState } from "react";
import { useTranslation } from "react-i18next";

const MOST = 1000;

/** Asks in a dialog for the reason without which something is not done. */
export function AskReason(props: {
  isOpen: boolean;
  title: string;
  label: string;
  onReason: (reason: string) => void;
  onClose: () => void;
  /** Stands above the reason. */
  children?: ReactNode;
}) {
  const { isOpen, title, label, onReason, onClose, children } = props;
  const { t } = useTranslation();
  const id = useId();
  const [reason, setReason] = useState("");
  return (
    <Modal
      open={isOpen}
      title={title}
      okText={t("filing.confirm")}
      cancelText={t("filing.cancel")}
      okButtonProps={{ disabled: reason.trim() === "" }}
      onOk={() => onReason(reason.trim())}
      onCancel={onClose}
      afterClose={() => setReason("")}
    >
      {children}
      <label htmlFor={id} className="field-label">
        {label}
      </label>
      <textarea
        id={id}
        className="entry"
        rows={4}
        maxLength={MOST}
        value={reason}
        onChange={({ target }) => setReason(target.value)}
      />
    </Modal>
  );
}
