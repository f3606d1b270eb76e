import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Attachment } from "#domain/report/report.ts";
import { fieldId } from "./faults.ts";
import { useForm } from "./form-context.tsx";
import { FILE_TYPES, type FileRefusal, FileRefused, sendFile } from "./send-file.ts";

const MOST = 20;
type Sending = {
  key: number;
  name: string;
  part: number;
  refused: FileRefusal | null;
  cancel: () => void;
};

const sizeWords = (bytes: number): string =>
  bytes >= 1_000_000 ? `${(bytes / 1_048_576).toFixed(1)} MB` : `${Math.max(1, Math.round(bytes / 1024))} KB`;

/** @param report id of the saved report, whose files can be fetched; null before the first save */
export function AttachmentFields({ report }: { report: string | null }) {
  const { t } = useTranslation();
  const { draft, set, isReadOnly } = useForm();
  const [sending, setSending] = useState<Sending[]>([]);
  // Two files that arrive together add to what stands then, not to what stood when they left.
  const standing = useRef(draft.attachments);
  standing.current = draft.attachments;

  const put = (next: Attachment[]) => {
    standing.current = next;
    set(["attachments"], next);
  };
  const change = (key: number, what: Partial<Sending>) =>
    setSending((all) => all.map((one) => (one.key === key ? { ...one, ...what } : one)));

  const drop = (key: number) => setSending((all) => all.filter((one) => one.key !== key));

  async function send(file: File) {
    const key = performance.now() + Math.random();
    const sent = new AbortController();
    const cancel = () => sent.abort();
    setSending((all) => [...all, { key, name: file.name, part: 0, refused: null, cancel }]);
    try {
      const taken = await sendFile(file, (part) => change(key, { part }), sent.signal);
      put([...standing.current.filter(({ hash }) => hash !== taken.hash), taken].slice(0, MOST));
      drop(key);
    } catch (error) {
      // Whoever called it back need not be told.
      if (sent.signal.aborted) drop(key);
      else change(key, { refused: error instanceof FileRefused ? error.why : "other" });
    }
  }

  return (
    <div className="wide">
      <ul className="files">
        {draft.attachments.map((file) => (
          <li key={file.hash}>
            {report === null ? (
              <span>{file.name}</span>
            ) : (
              <a href={`/attachments/${report}/${file.hash}`} download={file.name}>
                {file.name}
              </a>
            )}
            <span className="meta">{sizeWords(file.bytes)}</span>
            {!isReadOnly && (
              <button
                type="button"
                className="link"
                onClick={() => put(draft.attachments.filter(({ hash }) => hash !== file.hash))}
              >
                {t("filing.remove")}
                <span className="visually-hidden">{file.name}</span>
              </button>
            )}
          </li>
        ))}
        {sending.map(({ key, name, part, refused, cancel }) => (
          <li key={key}>
            <span>{name}</span>
            {refused === null ? (
              <progress value={part} aria-label={t("filing.file.sending", { name })} />
            ) : (
              <span className="field-fault" role="alert">
                {t(`filing.file.refused.${refused}`)}
              </span>
            )}
            <button type="button" className="link" onClick={refused === null ? cancel : () => drop(key)}>
              {t(refused === null ? "filing.cancel" : "filing.file.dismiss")}
              {refused === null && <span className="visually-hidden">{name}</span>}
            </button>
          </li>
        ))}
      </ul>
      {!isReadOnly && (
        <p className="file-add">
          <label htmlFor={fieldId(["attachments"])} className="field-label">
            {t("filing.file.add")}
          </label>
          <input
            id={fieldId(["attachments"])}
            type="file"
            multiple
            accept={FILE_TYPES}
            aria-describedby="file-hint"
            onChange={({ target }) => {
              for (const file of target.files ?? []) void send(file);
              target.value = "";
            }}
          />
          <span id="file-hint" className="meta">
            {t("filing.file.hint")}
          </span>
        </p>
      )}
      {isReadOnly && draft.attachments.length === 0 && <p className="meta">{t("filing.file.none")}</p>}
    </div>
  );
}
