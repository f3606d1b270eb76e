import { useTranslation } from "react-i18next";
import type { Clock } from "#domain/work/clock.ts";
import { useDeskLook } from "../../desk/use-desk-look.ts";
import { dayWords } from "../../filing/time-words.ts";

/** How many days it has taken, and how many are left. */
export function ClockWords({ clock }: { clock: Clock | null }) {
  const { t } = useTranslation();
  const { lang } = useDeskLook();
  if (clock === null) return <span>{t("work.clock.none")}</span>;
  const { used, left, due, is } = clock;
  return (
    <>
      <span>{t(`work.clock.${is}`, { days: used })}</span>
      {left !== null && is !== "ended" && (
        <span>{left < 0 ? t("work.clock.over", { days: -left }) : t("work.clock.left", { days: left })}</span>
      )}
      {due !== null && is !== "ended" && <span>{t("work.clock.due", { day: dayWords(lang, due) })}</span>}
    </>
  );
}
