import { useMutation } from "@tanstack/react-query";
import { useId, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { PublicationContent } from "#domain/work/publication.ts";
import { dayOf } from "#domain/zone.ts";
import { ask } from "../../desk/call.ts";
import { useRefusal } from "../../filing/use-refusal.ts";
import "./drafting.css";

/** The source is of this month, and nothing is older. */
const FIRST_MONTH = "2012-07";

/**
 * A bulletin of a month drafted from the ledger, to be gone through: as its text, where there is none yet, and as an
 * official document with a note for each sentence.
 */
export function DraftFromLedger(props: {
  content: PublicationContent;
  onChange: (change: Partial<PublicationContent>) => void;
}) {
  const { content, onChange } = props;
  const { t } = useTranslation();
  const id = useId();
  const refusal = useRefusal();
  const [month, setMonth] = useState("");
  const asked = month === "" ? {} : { month };
  // What was typed while the draft was on its way stays.
  const stands = useRef(content);
  stands.current = content;
  const drafting = useMutation({
    mutationFn: () => ask("bulletin", "draft", asked),
    onSuccess: ({ title, text, items }) => {
      const { title: own, text: written } = stands.current;
      if (written.trim() === "") onChange({ title: own.trim() === "" ? title : own, text, items });
    },
    onError: refusal,
  });
  return (
    <fieldset className="wide work-drafting">
      <legend className="visually-hidden">{t("work.drafting.label")}</legend>
      <label htmlFor={id} className="meta">
        {t("work.drafting.month")}
      </label>
      <input
        id={id}
        className="entry"
        type="month"
        min={FIRST_MONTH}
        max={dayOf(new Date()).slice(0, 7)}
        value={month}
        onChange={({ target }) => setMonth(target.value)}
      />
      <button
        type="button"
        className="control"
        disabled={content.text.trim() !== "" || drafting.isPending}
        aria-describedby={`${id}-note`}
        onClick={() => drafting.mutate()}
      >
        {t("work.drafting.draft")}
      </button>
      <a className="link" href={`/export/bulletin.docx?${new URLSearchParams(asked)}`} download>
        {t("work.drafting.docx")}
      </a>
      <p id={`${id}-note`} className="meta">
        {t("work.drafting.note")}
      </p>
    </fieldset>
  );
}
