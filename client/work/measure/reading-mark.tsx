import { useTranslation } from "react-i18next";
import type { Reading } from "#domain/work/measure.ts";
import { ColourMark } from "../../filing/reminder-mark.tsx";

/** 明确, 笼统, 占位; a placeholder that has no measures yet stands out by sign and words. */
export function ReadingMark({ reading, isVague }: { reading: Reading | null; isVague: boolean }) {
  const { t } = useTranslation();
  if (isVague) return <ColourMark colour="yellow" words={t("work.reading.vague")} />;
  return <span>{t(`work.reading.${reading ?? "none"}`)}</span>;
}
