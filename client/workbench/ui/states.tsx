import { useTranslation } from "react-i18next";

/** A panel whose answer did not come: says which of the two it was, and tries again. */
export function Failed({ onRetry }: { onRetry: () => void }) {
  const { t } = useTranslation();
  return (
    <div className="state" role="alert">
      <p className="state-title">{t("shell.failed")}</p>
      <p>{t(navigator.onLine ? "shell.failedServer" : "shell.failedOffline")}</p>
      <button type="button" className="control" onClick={onRetry}>
        {t("shell.retry")}
      </button>
    </div>
  );
}

/** The same in a line, where there is no room for more. */
export function FailedLine({ onRetry }: { onRetry: () => void }) {
  const { t } = useTranslation();
  return (
    <p className="meta failed-line" role="alert">
      {t("shell.failed")}{" "}
      <button type="button" className="link" onClick={onRetry}>
        {t("shell.retry")}
      </button>
    </p>
  );
}

/** Rows of the very height of what will stand there, so that nothing jumps. */
export function SkeletonRows({ rows, className }: { rows: number; className: string }) {
  const { t } = useTranslation();
  return (
    <div role="status" aria-label={t("shell.loading")}>
      {Array.from({ length: rows }, (_, index) => (
        <div key={index} className={className} aria-hidden="true">
          <span className="skeleton" style={{ width: `${82 - ((index * 17) % 38)}%`, height: 12 }} />
        </div>
      ))}
    </div>
  );
}
