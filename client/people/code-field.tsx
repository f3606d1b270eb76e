import { TextField } from "./field.tsx";

/** Six digits as a device shows them, or a recovery code; blanks between are let pass by the server. */
export function CodeField(props: {
  label: string;
  value: string;
  onChange: (value: string) => void;
  isRecovery?: boolean;
  hint?: string;
  error?: string | undefined;
  autoFocus?: boolean;
}) {
  const { isRecovery = false, autoFocus = true, ...field } = props;
  return (
    <TextField
      {...field}
      className="field-code"
      inputMode={isRecovery ? "text" : "numeric"}
      autoComplete="one-time-code"
      autoCapitalize="off"
      spellCheck={false}
      maxLength={40}
      autoFocus={autoFocus}
    />
  );
}
