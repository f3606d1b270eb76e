import { useState } from "react";
import type { Control } from "./form-context.tsx";

/** A number as typed, in whole width and with a point; null for what is none, or not yet. */
export function numberTyped(typed: string): number | null {
  const plain = typed.normalize("NFKC").replaceAll(",", "").trim();
  return /^-?\d+(?:\.\d+)?$/.test(plain) ? Number(plain) : null;
}

/** What is half typed stays in the box until one leaves it. */
export function NumberInput(props: {
  control: Control;
  value: number | null;
  onType: (value: number | null) => void;
}) {
  const { control, value, onType } = props;
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <input
      {...control}
      className="entry figure"
      inputMode="decimal"
      autoComplete="off"
      maxLength={20}
      value={typed ?? (value === null ? "" : String(value))}
      onBlur={() => setTyped(null)}
      onChange={({ target }) => {
        setTyped(target.value);
        onType(numberTyped(target.value));
      }}
    />
  );
}
