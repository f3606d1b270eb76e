import { useTranslation } from "react-i18next";

type FailedProps = {
  words: "shell.failedServer" | "shell.failedOffline" | "shell.mapBroken";
  onRetry: () => void;
};

/** Why the map is not up to date, in words, and another try; what was drawn stays. */
export function MapFailed({ words, onRetry }: FailedProps) {
  const { t } = useTranslation();
  return (
    <div className="map-failed card" role="alert">
      {t(words)}
      <button type="button" className="control" onClick={onRetry}>
        {t("shell.retry")}
      </button>
    </div>
  );
}
