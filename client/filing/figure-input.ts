/** What may stand in a field of a figure while it is typed: the signs of a Chinese keyboard are read as ours. */

/** Full-width digits, signs and points as plain ones; separators of thousands and spaces away. */
const plain = (text: string): string =>
  text
    .normalize("NFKC")
    .replace(/[−–—]/g, "-")
    .replace(/。/g, ".")
    .replace(/[,，\s]/g, "");

/** 万元 as far as typed, or null where it cannot become any: the field stays as it was. */
export function moneyTyped(text: string): string | null {
  const typed = plain(text);
  return /^-?\d{0,11}(\.\d{0,2})?$/.test(typed) ? typed : null;
}

/** Percent as far as typed, 0 to 100 with one decimal; null where it cannot become one. */
export function percentTyped(text: string): string | null {
  const typed = plain(text).replace(/%$/, "");
  if (!/^\d{0,3}(\.\d?)?$/.test(typed)) return null;
  return Number(typed || 0) <= 100 ? typed : null;
}

/** The percent that a text says; null for none yet. */
export const percentOf = (typed: string): number | null =>
  /^\d/.test(typed) ? Number(typed.replace(/\.$/, "")) : null;

/** How far the work is behind (positive) or ahead of its plan, in points with one decimal; null where one is unsaid. */
export function gapOf(planned: number | null, actual: number | null): number | null {
  return planned === null || actual === null
    ? null
    : (Math.round(planned * 10) - Math.round(actual * 10)) / 10;
}
