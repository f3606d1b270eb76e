import { useId, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Attachment } from "#domain/report/report.ts";
import { FILE_TYPES, type FileRefusal, FileRefused, sendFile } from "./send-file.ts";

type Sending = {
  key: number;
  name: string;
  part: number;
  refused: FileRefusal | null;
  cancel: () => void;
};

const sizeWords = (bytes: number): string =>
  bytes >= 1_000_000 ? `${(bytes / 1_048_576).toFixed(1)} MB` : `${Math.max(1, Math.round(bytes / 1024))} KB`;

/**
 * Files that a report or a record of the work holds; each can be taken away, and more be sent in.
 * @param holder id of what holds them and is saved, so that they can be fetched; null before that
 * @param id of the control
 */
export function FileList(props: {
  holder: string | null;
  id: string;
  most: number;
  isReadOnly?: boolean;
  value: readonly Attachment[];
  onChange: (files: Attachment[]) => void;
}) {
  const { holder, id, most, isReadOnly = false, value, onChange } = props;
  const { t } = useTranslation();
  const hint = useId();
  const [sending, setSending] = useState<Sending[]>([]);
  // Two files that arrive together add to what stands then, not to what stood when they left.
  const standing = useRef(value);
  standing.current = value;
  const tell = useRef(onChange);
  tell.current = onChange;

  const put = (next: Attachment[]) => {
    standing.current = next;
    tell.current(next);
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
      put([...standing.current.filter(({ hash }) => hash !== taken.hash), taken].slice(0, most));
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
        {value.map((file) => (
          <li key={file.hash}>
            {holder === null ? (
              <span>{file.name}</span>
            ) : (
              <a href={`/attachments/${holder}/${file.hash}`} download={file.name}>
                {file.name}
              </a>
            )}
            <span className="meta">{sizeWords(file.bytes)}</span>
            {!isReadOnly && (
              <button
                type="button"
                className="link"
                onClick={() => put(value.filter(({ hash }) => hash !== file.hash))}
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
          <label htmlFor={id} className="field-label">
            {t("filing.file.add")}
          </label>
          <input
            id={id}
            type="file"
            multiple
            accept={FILE_TYPES}
            aria-describedby={hint}
            onChange={({ target }) => {
              for (const file of target.files ?? []) void send(file);
              target.value = "";
            }}
          />
          <span id={hint} className="meta">
            {t("filing.file.hint")}
          </span>
        </p>
      )}
      {isReadOnly && value.length === 0 && <p className="meta">{t("filing.file.none")}</p>}
    </div>
  );
}
