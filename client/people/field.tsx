import { type InputHTMLAttributes, useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { Icon } from "../workbench/ui/icons.tsx";

type Asked = {
  label: string;
  value: string;
  onChange: (value: string) => void;
  hint?: string | undefined;
  error?: string | undefined;
} & Omit<InputHTMLAttributes<HTMLInputElement>, "value" | "onChange">;

/** A labelled line of text. The place of its hint is the place of its error too: nothing moves when one comes. */
export function TextField({ label, value, onChange, hint, error, className = "", ...input }: Asked) {
  const id = useId();
  return (
    <div className={`field ${className}`}>
      <label htmlFor={id}>{label}</label>
      <input
        {...input}
        id={id}
        value={value}
        aria-invalid={error !== undefined}
        aria-describedby={`${id}-note`}
        onChange={({ target }) => onChange(target.value)}
      />
      <FieldNote id={`${id}-note`} hint={hint} error={error} />
    </div>
  );
}

export function FieldNote(props: { id: string; hint?: string | undefined; error?: string | undefined }) {
  const { id, hint, error } = props;
  return (
    <p id={id} className={error === undefined ? "field-note" : "field-note wrong"} aria-live="polite">
      {error ?? hint}
    </p>
  );
}

/** A password, that can be looked at while it is typed. */
export function PasswordField(props: Omit<Asked, "type">) {
  const { t } = useTranslation();
  const [shown, setShown] = useState(false);
  return (
    <div className="field-password">
      <TextField {...props} type={shown ? "text" : "password"} spellCheck={false} autoCapitalize="off" />
      <button
        type="button"
        className="field-eye"
        aria-pressed={shown}
        aria-label={t(shown ? "people.hide" : "people.show")}
        onClick={() => setShown(!shown)}
      >
        <Icon name={shown ? "eyeOff" : "eye"} />
      </button>
    </div>
  );
}

/** Why a whole form was refused; its place is kept free, so that nothing moves. */
export function FormProblem({ children }: { children: string | undefined }) {
  return (
    <p className="form-problem" role="alert">
      {children}
    </p>
  );
}
