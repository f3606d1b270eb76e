import { useTranslation } from "react-i18next";
import type { NamedSpan } from "#domain/months/named-span.ts";

/** "2014年第二季度", "second half of 2014". */
export function useSpanWords(): (span: NamedSpan) => string {
  const { t } = useTranslation();
  return ({ part, year }) => t(`months.summary.parts.${part}`, { year });
}
