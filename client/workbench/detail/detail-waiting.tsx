import { useTranslation } from "react-i18next";

/** Stands for an item while it, or the code that shows it, is on its way. */
export function DetailWaiting() {
  const { t } = useTranslation();
  return (
    <div role="status" aria-label={t("shell.loading")} className="detail-waiting">
      {[22, 26, 60, 44, 110, 120].map((height) => (
        <span key={height} className="skeleton" style={{ height }} />
      ))}
    </div>
  );
}
