import { useTranslation } from "react-i18next";

export function Waiting() {
  const { t } = useTranslation();
  return (
    <p className="meta" role="status">
      {t("desk.loading")}
    </p>
  );
}

/** An answer that did not come: says which of the two it was, and tries again. */
export function Failed({ onRetry }: { onRetry: () => void }) {
  const { t } = useTranslation();
  return (
    <div role="alert">
      <p>
        <strong>{t("desk.failed")}</strong>
      </p>
      <p>{t(navigator.onLine ? "desk.failedServer" : "desk.failedOffline")}</p>
      <button type="button" className="control" onClick={onRetry}>
        {t("desk.retry")}
      </button>
    </div>
  );
}

/** A page that the account's roles do not open. */
export function Forbidden() {
  const { t } = useTranslation();
  return (
    <div role="alert">
      <h1>{t("desk.forbidden")}</h1>
      <p>{t("desk.forbiddenHint")}</p>
    </div>
  );
}
