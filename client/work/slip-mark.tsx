import { useTranslation } from "react-i18next";
import type { Slip } from "#domain/work/slip.ts";
import { ColourMark } from "../filing/reminder-mark.tsx";

export function SlipMark({ slip, isShort = false }: { slip: Slip; isShort?: boolean }) {
  const { t } = useTranslation();
  return <ColourMark colour={slip} words={t(`work.${isShort ? "slipShort" : "slip"}.${slip}`)} />;
}
