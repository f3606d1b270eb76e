import { type ChangeEvent, useId } from "react";
import { useTranslation } from "react-i18next";
import { type Brief, MOST_CHARACTERS, type TextField } from "#domain/brief/brief.ts";

type Props = { brief: Brief; onChange: (part: Partial<Brief>) => void };

/**
 * What a reader may write on a page himself. The command for pages without a window (server/brief-command) finds
 * each by its name.
 */
export function TextChoices({ brief, onChange }: Props) {
  return (["title", "subtitle", "note"] as const).map((field) => (
    <TextChoice
      key={field}
      field={field}
      value={brief[field]}
      onChange={(text) => onChange({ [field]: text === "" ? null : text })}
    />
  ));
}

type FieldProps = { field: TextField; value: string | null; onChange: (text: string) => void };

function TextChoice({ field, value, onChange }: FieldProps) {
  const { t } = useTranslation();
  const [input, limit] = [useId(), useId()];
  const most = MOST_CHARACTERS[field];
  const full = (value?.length ?? 0) >= most;
  const given = {
    id: input,
    name: `brief-${field}`,
    value: value ?? "",
    maxLength: most,
    "aria-describedby": full ? limit : undefined,
    onChange: ({ target }: ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) => onChange(target.value),
  };
  // Beside its label, not in it: what is written in a textarea would be read as its name.
  return (
    <div className="brief-text">
      <label htmlFor={input}>{t(field === "title" ? "brief.heading" : `brief.${field}`)}</label>
      {field === "note" ? (
        <textarea {...given} rows={3} />
      ) : (
        <input {...given} placeholder={t("brief.asGiven")} />
      )}
      {full && (
        <p id={limit} className="meta" role="status">
          {t("brief.full", { most })}
        </p>
      )}
    </div>
  );
}
