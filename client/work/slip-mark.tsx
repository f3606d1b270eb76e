import { useTranslation } from "react-i18next";
import type { Slip } from "#domain/work/slip.ts";
import { ColourMark } from "../filing/reminder-mark.tsx";

/** @param words where the colour means something else than for a deadline */
export function SlipMark(props: { slip: Slip; isShort?: boolean; words?: string }) {
  const { slip, isShort = false, words } = props;
  const { t } = useTranslation();
  return <ColourMark colour={slip} words={words ?? t(`work.${isShort ? "slipShort" : "slip"}.${slip}`)} />;
}
