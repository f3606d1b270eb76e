import type { Language } from "#domain/look/words.ts";
import { ZONE } from "#domain/zone.ts";

const dateOf = (day: string): Date => new Date(`${day}T00:00:00Z`);

/** "2026年11月", "November 2026". */
export const monthWords = (lang: Language, month: string): string =>
  new Intl.DateTimeFormat(lang, { year: "numeric", month: "long", timeZone: "UTC" }).format(
    dateOf(`${month}-01`),
  );

/** "2026年12月5日", "5 December 2026". */
export const dayWords = (lang: Language, day: string): string =>
  new Intl.DateTimeFormat(lang === "en" ? "en-GB" : lang, { dateStyle: "long", timeZone: "UTC" }).format(
    dateOf(day),
  );

/** "10:32" of today, with the day before it of another. */
export function momentWords(lang: Language, at: string, now = new Date()): string {
  const moment = new Date(at);
  const day = new Intl.DateTimeFormat("en-CA", { dateStyle: "short", timeZone: ZONE });
  const isToday = day.format(moment) === day.format(now);
  return new Intl.DateTimeFormat(lang === "en" ? "en-GB" : lang, {
    ...(isToday ? {} : { year: "numeric", month: "short", day: "numeric" }),
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
    timeZone: ZONE,
  }).format(moment);
}
