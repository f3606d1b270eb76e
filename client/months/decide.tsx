/** What deciding on something filed is made of: a word at a field, a word on the whole, and the steps. */
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { FieldPath } from "#domain/report/differences.ts";
import type { Comment } from "#domain/report/exchange.ts";
import type { ReportState } from "#domain/report/report.ts";
import { Say } from "./say.tsx";

const WHOLE = "whole";

export type Remarks = {
  said: Readonly<Record<string, string>>;
  say: (name: string, words: string) => void;
  comments: Comment[];
};

/** What a reviewer says at fields, each by its name; `pathOf` leads from a name to its field. */
export function useRemarks(pathOf: (name: string) => FieldPath): Remarks {
  const [said, setSaid] = useState<Record<string, string>>({});
  return {
    said,
    say: (name, words) => setSaid((all) => ({ ...all, [name]: words })),
    comments: Object.entries(said).flatMap(([name, words]) =>
      words.trim() === "" ? [] : [{ path: name === WHOLE ? [] : [...pathOf(name)], words: words.trim() }],
    ),
  };
}

type OfField = { name: string; label: string; remarks: Remarks };

/** The word at a field, once it is begun. */
export function Remark({ name, label, remarks: { said, say } }: OfField) {
  const { t } = useTranslation();
  const words = said[name];
  if (words === undefined) return null;
  return (
    <Say
      label={t("months.review.commentOn", { field: label })}
      words={words}
      onSay={(next) => say(name, next)}
    />
  );
}

/** Begins the word at a field. */
export function RemarkButton({ name, label, remarks: { said, say } }: OfField) {
  const { t } = useTranslation();
  if (said[name] !== undefined) return null;
  return (
    <button type="button" className="link" onClick={() => say(name, "")}>
      {t("months.review.comment")}
      <span className="visually-hidden">{label}</span>
    </button>
  );
}

export function RemarkOnWhole({ label, remarks: { said, say } }: { label: string; remarks: Remarks }) {
  return <Say label={label} words={said[WHOLE] ?? ""} onSay={(words) => say(WHOLE, words)} />;
}

/** The steps that may be taken: back with a word at least, or on. */
export function DecideBar(props: {
  state: ReportState;
  remarks: Remarks;
  mayDecide: boolean;
  mayWithdraw?: boolean;
  isPending: boolean;
  onStep: (verb: "accept" | "return" | "withdraw") => void;
}) {
  const { state, remarks, mayDecide, mayWithdraw = false, isPending, onStep } = props;
  const { t } = useTranslation();
  const isSilent = remarks.comments.length === 0;
  if (!mayDecide && !mayWithdraw) return null;
  return (
    <footer className="report-bar">
      <span className="meta">{mayDecide && isSilent && t("months.review.returnNeeds")}</span>
      <div className="report-steps">
        {mayWithdraw && (
          <button type="button" className="control" disabled={isPending} onClick={() => onStep("withdraw")}>
            {t("filing.step.withdraw")}
          </button>
        )}
        {mayDecide && (
          <button
            type="button"
            className="control"
            disabled={isSilent || isPending}
            onClick={() => onStep("return")}
          >
            {t("months.review.return")}
          </button>
        )}
        {mayDecide && state === "submitted" && (
          <button
            type="button"
            className="control primary"
            disabled={isPending}
            onClick={() => onStep("accept")}
          >
            {t("months.review.accept")}
          </button>
        )}
      </div>
    </footer>
  );
}
