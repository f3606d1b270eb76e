import { useTranslation } from "react-i18next";

/** The answers for the map did not come: says so and tries again; what was drawn stays. */
export function MapFailed({ onRetry }: { onRetry: () => void }) {
  const { t } = useTranslation();
  return (
    <div className="map-failed card" role="alert">
      {t(navigator.onLine ? "shell.failedServer" : "shell.failedOffline")}
      <button type="button" className="control" onClick={onRetry}>
        {t("shell.retry")}
      </button>
    </div>
  );
}
