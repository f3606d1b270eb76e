import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { TextField } from "../people/field.tsx";
import { type AuditTyped, NOTHING_TYPED } from "./audit-typed.ts";
import { ACTION_WORDS, NOUN_WORDS, useAuditWords } from "./use-audit-words.ts";

/** What is looked for; Enter looks. */
export function AuditFields(props: { sought: AuditTyped; onSeek: (typed: AuditTyped) => void }) {
  const { t } = useTranslation();
  const { actionWord, nounWord } = useAuditWords();
  const [typed, setTyped] = useState(props.sought);
  const put = (field: keyof AuditTyped) => (value: string) => setTyped({ ...typed, [field]: value });
  return (
    <form
      className="audit-fields"
      onSubmit={(event) => {
        event.preventDefault();
        props.onSeek(typed);
      }}
    >
      <TextField
        label={t("audit.text")}
        value={typed.text}
        onChange={put("text")}
        type="search"
        maxLength={200}
      />
      <Choice
        label={t("audit.action")}
        value={typed.action}
        onChange={put("action")}
        options={ACTION_WORDS.map((one) => [one, actionWord(one)])}
      />
      <Choice
        label={t("audit.noun")}
        value={typed.noun}
        onChange={put("noun")}
        options={NOUN_WORDS.map((one) => [one, nounWord(one)])}
      />
      <TextField label={t("audit.account")} value={typed.account} onChange={put("account")} maxLength={200} />
      <TextField label={t("audit.target")} value={typed.target} onChange={put("target")} maxLength={200} />
      <TextField label={t("audit.from")} value={typed.from} onChange={put("from")} type="date" />
      <TextField label={t("audit.to")} value={typed.to} onChange={put("to")} type="date" />
      <div className="form-buttons">
        <button type="submit" className="control primary">
          {t("audit.find")}
        </button>
        <button type="button" className="control" onClick={() => props.onSeek(NOTHING_TYPED)}>
          {t("audit.clear")}
        </button>
      </div>
    </form>
  );
}

function Choice(props: {
  label: string;
  value: string;
  onChange: (value: string) => void;
  options: readonly (readonly [string, string])[];
}) {
  const { t } = useTranslation();
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{props.label}</label>
      <select id={id} value={props.value} onChange={({ target }) => props.onChange(target.value)}>
        <option value="">{t("audit.any")}</option>
        {props.options.map(([value, word]) => (
          <option key={value} value={value}>
            {word}
          </option>
        ))}
      </select>
    </div>
  );
}
