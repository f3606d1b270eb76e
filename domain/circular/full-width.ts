/** Signs that the source types in half width, and what an official document prints for them (GB/T 15834, 9704). */
const SIGNS: Readonly<Record<string, string>> = {
  ",": "，",
  ";": "；",
  ":": "：",
  "?": "？",
  "!": "！",
  "(": "（",
  ")": "）",
  "[": "〔",
  "]": "〕",
  "<": "〈",
  ">": "〉",
};
const TYPED: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(SIGNS).map(([typed, printed]) => [printed, typed]),
);

/** A source's words with the signs of an official document. No word changes; a sign between two digits stays. */
export const fullWidth = (text: string): string =>
  text.replace(/(?<!\d(?=[,:]\d))[,;:?!()[\]<>]/g, (sign) => SIGNS[sign] ?? sign);

/** The way back, by which a draft is held against its source. */
export const halfWidth = (text: string): string =>
  text.replace(/[，；：？！（）〔〕〈〉]/g, (sign) => TYPED[sign] ?? sign);
