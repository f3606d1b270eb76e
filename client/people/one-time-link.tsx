import { Modal } from "antd";
import { useTranslation } from "react-i18next";
import { CopyButton } from "./copy-button.tsx";

/** A link that is shown this once: it is closed by saying that it was handed over, and by nothing else. */
export function OneTimeLink(props: {
  title: string;
  hint: string;
  /** Path with its token; null shows nothing. */
  path: string | null;
  onDone: () => void;
}) {
  const { title, hint, path, onDone } = props;
  const { t } = useTranslation();
  const link = path === null ? "" : new URL(path, window.location.origin).href;
  return (
    <Modal
      open={path !== null}
      title={title}
      closable={false}
      mask={{ closable: false }}
      keyboard={false}
      footer={null}
      width={520}
      destroyOnHidden
    >
      <div className="form">
        <p>{hint}</p>
        <div className="field">
          <textarea
            className="one-time-link"
            aria-label={t("people.link.label")}
            readOnly
            rows={3}
            value={link}
            onFocus={({ target }) => target.select()}
          />
        </div>
        <div className="form-buttons">
          <CopyButton text={link} />
          <button type="button" className="control primary" onClick={onDone}>
            {t("people.link.done")}
          </button>
        </div>
      </div>
    </Modal>
  );
}
