import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { UploadSaved, UploadStatus } from "#domain/sheet/upload.ts";
import { answerTo, codeOf, tell } from "../../desk/call.ts";
import { Failed, Waiting } from "../../desk/states.tsx";
import { useDeskLook } from "../../desk/use-desk-look.ts";
import { useRefusal } from "../use-refusal.ts";
import { fileIssueWords } from "./cell-words.ts";
import { RefusedLinks } from "./refused-links.tsx";
import { RowDifferences } from "./row-differences.tsx";
import { SaveChoice } from "./save-choice.tsx";

/** How often it is asked how far the reading is, in ms. */
const ASK_MS = 400;

/** What becomes of a sheet that was sent: reading, differences and faults, the choice, the result. Keyed by the job. */
export function UploadPanel({ job, onClose }: { job: string; onClose: () => void }) {
  const { t } = useTranslation();
  const { lang } = useDeskLook();
  const cache = useQueryClient();
  const refusal = useRefusal();
  const [saved, setSaved] = useState<UploadSaved | null>(null);
  const status = useQuery({
    ...answerTo("upload", "get", { job }),
    refetchInterval: ({ state }) => (state.data?.state === "reading" ? ASK_MS : false),
  });
  // Forgotten already is as good as cancelled.
  const cancel = async () => {
    onClose();
    await tell("upload", "cancel", { job }).catch((error) => {
      if (codeOf(error) !== "NOT_FOUND") refusal(error);
    });
  };
  const done = async (answer: UploadSaved) => {
    setSaved(answer);
    await cache.invalidateQueries({ queryKey: ["period"] });
  };
  const closing = (
    <button type="button" className="control" onClick={onClose}>
      {t("filing.sheet.close")}
    </button>
  );

  if (status.data === undefined) {
    if (!status.isError) return <Waiting />;
    if (codeOf(status.error) !== "NOT_FOUND") return <Failed onRetry={() => void status.refetch()} />;
    return (
      <p className="sheet-line" role="alert">
        {t("filing.sheet.forgotten")} {closing}
      </p>
    );
  }
  return (
    <div className="sheet-upload">
      <h2>{t("filing.sheet.file", { name: status.data.fileName })}</h2>
      {body(status.data)}
    </div>
  );

  function body({ state, progress, counts, refusal: issue }: UploadStatus) {
    if (saved !== null) return <Result job={job} saved={saved} closing={closing} />;
    if (state === "reading") {
      return (
        <p className="sheet-line" role="status">
          {t("filing.sheet.reading", { percent: Math.round(progress * 100) })}
          <progress value={progress} aria-label={t("filing.sheet.readingLabel")} />
          <button type="button" className="control" onClick={() => void cancel()}>
            {t("filing.cancel")}
          </button>
        </p>
      );
    }
    if (issue !== null) {
      return (
        <>
          <p className="field-fault" role="alert">
            {t("filing.sheet.refused", { why: fileIssueWords(issue, lang) })}
          </p>
          {closing}
        </>
      );
    }
    if (counts.changed + counts.bad === 0) {
      return (
        <p className="sheet-line" role="status">
          {t("filing.sheet.nothing", { count: counts.same })} {closing}
        </p>
      );
    }
    return (
      <>
        <p role="status">{t("filing.sheet.counts", counts)}</p>
        <RowDifferences job={job} counts={counts} />
        <SaveChoice
          job={job}
          counts={counts}
          onSaved={(answer) => void done(answer)}
          onCancel={() => void cancel()}
        />
      </>
    );
  }
}

function Result(props: { job: string; saved: UploadSaved; closing: React.ReactNode }) {
  const { job, saved, closing } = props;
  const { t } = useTranslation();
  return (
    <>
      <p className="notice" role="status">
        {t("filing.sheet.saved", { count: saved.saved })} {t("filing.sheet.savedHint")}
      </p>
      {saved.bad > 0 && <RefusedLinks job={job} count={saved.bad} />}
      {closing}
    </>
  );
}
