import { type ReactNode, useLayoutEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { Icon } from "./icons.tsx";
import "./slot-dialog.css";

type DialogProps = { label: string; className?: string; onClose: () => void; children: ReactNode };

/** Stands where a dialogue will, while its code is on its way or did not come. */
export function SlotDialog({ label, className = "", onClose, children }: DialogProps) {
  const { t } = useTranslation();
  const dialog = useRef<HTMLDialogElement>(null);
  // Closed before it goes: the focus is then where it was, and the dialogue that follows leads back there.
  useLayoutEffect(() => {
    const element = dialog.current;
    if (element && !element.open) element.showModal();
    return () => element?.close();
  }, []);
  return (
    <dialog
      ref={dialog}
      className={`slot-dialog ${className}`}
      aria-label={label}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <button type="button" className="control square" aria-label={t("shell.close")} onClick={onClose}>
        <Icon name="close" size={16} />
      </button>
      {children}
    </dialog>
  );
}
