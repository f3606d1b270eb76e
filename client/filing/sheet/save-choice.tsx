import { useState } from "react";
import { useTranslation } from "react-i18next";
import { SAVE_MODES, type UploadSaved, type UploadStatus } from "#domain/sheet/upload.ts";
import { tell } from "../../desk/call.ts";
import { useRefusal } from "../use-refusal.ts";
import { RefusedLinks } from "./refused-links.tsx";

/** All or nothing, or the good rows alone: asked only where a row is refused. */
export function SaveChoice(props: {
  job: string;
  counts: UploadStatus["counts"];
  onSaved: (saved: UploadSaved) => void;
  onCancel: () => void;
}) {
  const { job, counts, onSaved, onCancel } = props;
  const { t } = useTranslation();
  const refusal = useRefusal();
  const [mode, setMode] = useState<(typeof SAVE_MODES)[number]>("all-or-nothing");
  const [isSaving, setSaving] = useState(false);
  const isHeld = counts.changed === 0 || (mode === "all-or-nothing" && counts.bad > 0);
  const save = async () => {
    setSaving(true);
    try {
      // An upload is saved once: whatever is pressed or sent again is that same yes.
      onSaved(await tell("upload", "save", { job, mode, idempotencyKey: `${job}-${mode}` }));
    } catch (error) {
      refusal(error);
      setSaving(false);
    }
  };
  return (
    <div className="sheet-choice">
      {counts.bad > 0 && (
        <>
          <fieldset>
            <legend className="field-label">{t("filing.sheet.choice")}</legend>
            {SAVE_MODES.map((one) => (
              <label key={one}>
                <input
                  type="radio"
                  name="sheet-mode"
                  checked={mode === one}
                  disabled={one === "good-rows" && counts.changed === 0}
                  onChange={() => setMode(one)}
                />
                {t(`filing.sheet.mode.${one}`, { count: one === "good-rows" ? counts.changed : counts.bad })}
              </label>
            ))}
          </fieldset>
          <RefusedLinks job={job} count={counts.bad} />
        </>
      )}
      <p className="sheet-line">
        <button
          type="button"
          className="control primary"
          disabled={isHeld || isSaving}
          onClick={() => void save()}
        >
          {t("filing.sheet.save", { count: counts.changed })}
        </button>
        <button type="button" className="control" disabled={isSaving} onClick={onCancel}>
          {t("filing.sheet.drop")}
        </button>
        {isHeld && <span className="meta">{t("filing.sheet.held", { count: counts.bad })}</span>}
      </p>
    </div>
  );
}
