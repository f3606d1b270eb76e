import { useTranslation } from "react-i18next";
import { useLiveness } from "../data/use-liveness.ts";
import "./offline-word.css";

/** Says that the server is away, and of which month (YYYY-MM) what is on screen stands; nothing while it is there. */
export function OfflineWord({ asOf }: { asOf: string }) {
  const { t } = useTranslation();
  const { away } = useLiveness();
  if (!away) return null;
  return (
    <p className="offline-word" role="status">
      {t("offline.word", { month: asOf })}
    </p>
  );
}
