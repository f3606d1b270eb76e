import { type FormEvent, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Reason } from "./driver.ts";

const DIGITS = 6;

/** Asks for the code that stands on the wall, and says why it has to. */
export function CodeEntry({ reason, onJoin }: { reason: Reason; onJoin: (code: string) => void }) {
  const { t } = useTranslation();
  const [code, setCode] = useState("");
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (reason !== null) heading.current?.focus();
  }, [reason]);
  const isWhole = code.length === DIGITS;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isWhole) onJoin(code);
  };
  const hasEnded = reason === "ended";
  return (
    <form onSubmit={submit}>
      <h1 ref={heading} tabIndex={-1}>
        {t(hasEnded ? "remote.ended" : "remote.enter")}
      </h1>
      {hasEnded && <p>{t("remote.endedNote")}</p>}
      <label>
        <span className={hasEnded ? "" : "visually-hidden"}>{t("remote.enter")}</span>
        <input
          className="code"
          inputMode="numeric"
          autoComplete="one-time-code"
          pattern={`[0-9]{${DIGITS}}`}
          maxLength={DIGITS}
          aria-invalid={reason === "wrong"}
          aria-describedby="code-note"
          value={code}
          onChange={({ target }) => setCode(target.value.normalize("NFKC").replace(/\D/g, ""))}
        />
      </label>
      <div id="code-note">
        {reason === null || hasEnded ? (
          <p>{t("remote.enterHow")}</p>
        ) : (
          <p className="problem" role="alert">
            {t(`remote.${reason}`)}
          </p>
        )}
      </div>
      <button className="main" type="submit" disabled={!isWhole}>
        {t("remote.join")}
      </button>
    </form>
  );
}
