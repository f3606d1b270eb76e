/** What stands where a telephone number stood. */
export const REDACTED = "[phone]";

const DIGIT = "[0-9０-９]";
const GAP = "[\\s\\-－–—.·]?";
const digits = (n: number, gapAfter: readonly number[]): string =>
  Array.from({ length: n }, (_, at) => `${DIGIT}${gapAfter.includes(at + 1) ? GAP : ""}`).join("");

/** 1[3-9] and nine digits more, in groups of 3-4-4 or together, with or without +86; in full width too. */
const MOBILE = `(?:[+＋]?(?:86|８６)${GAP})?[1１][3-9３-９]${digits(9, [1, 5])}`;
/** 010, 02x, 0[3-9]xx, in brackets or not, then seven or eight digits. */
const AREA = `[0０](?:[1１][0０]|[2２]${DIGIT}|[3-9３-９]${DIGIT}{2})`;
const LANDLINE = `[(（]?${AREA}[)）]?[\\s\\-－–—]{0,3}${digits(7, [3, 4])}${DIGIT}?`;
/** Neither within a longer row of digits, nor with decimals: that is an amount. */
const PHONE = new RegExp(`(?<!${DIGIT}|\\d\\.)(?:${MOBILE}|${LANDLINE})(?!${DIGIT}|\\.${DIGIT})`, "gu");
/** Digests and ids hold rows of digits that call nobody. */
const ID = /^(?:[0-9a-f]{32,128}|[0-9a-z]{26}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

export const hasPhone = (text: string): boolean => text.search(PHONE) >= 0;

/** A text without the telephone numbers in it: mobile numbers of China, and landlines with their area code. */
export const redactText = (text: string): string => (ID.test(text) ? text : text.replace(PHONE, REDACTED));

/** The same through a JSON value, keys too. Numbers are amounts, and stay. */
export function redactPhones(value: unknown): unknown {
  if (typeof value === "string") return redactText(value);
  if (Array.isArray(value)) return value.map(redactPhones);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, member]) => [redactText(key), redactPhones(member)]),
  );
}
