import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Mine } from "#domain/report/exchange.ts";
import { FILE_ISSUE_WORDS } from "#domain/sheet/issue-words.ts";
import { codeOf } from "../../desk/call.ts";
import { useDeskLook } from "../../desk/use-desk-look.ts";
import { useRefusal } from "../use-refusal.ts";
import { SHEET_TYPES, sendSheet, sheetAddress } from "./send-sheet.ts";
import { UploadPanel } from "./upload-panel.tsx";
import "./sheet.css";

type Sending = { name: string; part: number; cancel: () => void };

/** The month as a workbook: taken away, and brought back filled in. Keyed by unit and month. */
export function SheetTools({ mine, flush }: { mine: Mine; flush: () => Promise<void> }) {
  const { t } = useTranslation();
  const { lang } = useDeskLook();
  const refusal = useRefusal();
  const chooser = useRef<HTMLInputElement>(null);
  const [sending, setSending] = useState<Sending | null>(null);
  const [tooLarge, setTooLarge] = useState(false);
  const [job, setJob] = useState<string | null>(null);
  const of = { unit: mine.unit.id, month: mine.period.month };

  // What is typed goes first: a sheet holds what the server has.
  async function download(format: "xlsx" | "csv") {
    await flush();
    const link = document.createElement("a");
    link.href = sheetAddress(`sheet.${format}`, { ...of, lang });
    link.download = "";
    link.click();
  }
  async function upload(file: File) {
    setJob(null);
    setTooLarge(false);
    const sent = new AbortController();
    const show = (part: number) => setSending({ name: file.name, part, cancel: () => sent.abort() });
    show(0);
    try {
      await flush();
      const status = await sendSheet(file, of, show, sent.signal);
      setJob(status.job);
    } catch (error) {
      if (sent.signal.aborted) {
        // Whoever called it back need not be told.
      } else if (codeOf(error) === "PAYLOAD_TOO_LARGE") setTooLarge(true);
      else refusal(error);
    }
    setSending(null);
  }

  return (
    <section className="sheet-tools" aria-label={t("filing.sheet.title")}>
      <p className="sheet-line">
        <span className="meta">{t("filing.sheet.title")}</span>
        <button type="button" className="control" onClick={() => void download("xlsx")}>
          {t("filing.sheet.download")}
        </button>
        <button type="button" className="control" onClick={() => void download("csv")}>
          {t("filing.sheet.downloadCsv")}
        </button>
        <button
          type="button"
          className="control"
          disabled={sending !== null}
          onClick={() => chooser.current?.click()}
        >
          {t("filing.sheet.upload")}
        </button>
        <input
          ref={chooser}
          type="file"
          hidden
          accept={SHEET_TYPES}
          onChange={({ target }) => {
            const file = target.files?.[0];
            target.value = "";
            if (file !== undefined) void upload(file);
          }}
        />
        <span className="meta">{t("filing.sheet.hint")}</span>
      </p>
      {sending !== null && (
        <p className="sheet-line">
          <span>{t("filing.file.sending", { name: sending.name })}</span>
          <progress value={sending.part} aria-label={t("filing.file.sending", { name: sending.name })} />
          <button type="button" className="control" onClick={sending.cancel}>
            {t("filing.cancel")}
          </button>
        </p>
      )}
      {tooLarge && (
        <p className="field-fault" role="alert">
          {t("filing.sheet.refused", { why: FILE_ISSUE_WORDS["too-large"][lang] })}
        </p>
      )}
      {job !== null && <UploadPanel key={job} job={job} onClose={() => setJob(null)} />}
    </section>
  );
}
