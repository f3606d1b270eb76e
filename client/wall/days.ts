import type { Language } from "#domain/look/words.ts";

const DAY_MS = 24 * 60 * 60 * 1000;

/** Whole days from one day to another, both YYYY-MM-DD; negative where `to` is over. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS);

/** 2012-08-31 as a wall has room for it: the year stands with it, for the day may be long past. */
export function dayWords(day: string, lang: Language): string {
  const dateStyle = lang === "en" ? "medium" : "long";
  return new Intl.DateTimeFormat(lang, { dateStyle, timeZone: "UTC" }).format(Date.parse(day));
}

/** Last day of a month, YYYY-MM. */
export function lastDayOf(month: string): string {
  const [year = 0, of = 1] = month.split("-").map(Number);
  return new Date(Date.UTC(year, of, 0)).toISOString().slice(0, 10);
}
