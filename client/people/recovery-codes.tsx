import { useTranslation } from "react-i18next";
import { CopyButton } from "./copy-button.tsx";

const inFours = (code: string): string => code.match(/.{1,4}/g)?.join(" ") ?? code;

/** Codes for who has lost his device: seen this once. */
export function RecoveryCodes({ codes, onKept }: { codes: readonly string[]; onKept: () => void }) {
  const { t } = useTranslation();
  return (
    <section className="recovery" aria-labelledby="recovery-title">
      <h1 id="recovery-title">{t("people.recoveryTitle")}</h1>
      <p>{t("people.recoveryOnce")}</p>
      <ol className="recovery-codes">
        {codes.map((code) => (
          <li key={code}>
            <code>{inFours(code)}</code>
          </li>
        ))}
      </ol>
      <div className="form-buttons">
        <CopyButton text={codes.map(inFours).join("\n")} />
        <button type="button" className="control" onClick={() => window.print()}>
          {t("people.print")}
        </button>
        <button type="button" className="control primary" onClick={onKept}>
          {t("people.kept")}
        </button>
      </div>
    </section>
  );
}
