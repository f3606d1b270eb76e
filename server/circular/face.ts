import type { IRunOptions } from "docx";

/**
 * The faces of GB/T 9704-2012. They are licensed, so they are named and never shipped; where a machine has none of
 * a name, the font table tells it the next best.
 */
export const FACES = {
  title: { name: "方正小标宋简体", others: ["方正小标宋_GBK", "小标宋", "宋体", "SimSun"] },
  body: { name: "仿宋_GB2312", others: ["仿宋", "FangSong", "STFangsong"] },
  heading1: { name: "黑体", others: ["SimHei", "Noto Sans SC"] },
  heading2: { name: "楷体_GB2312", others: ["楷体", "KaiTi", "STKaiti"] },
  number: { name: "宋体", others: ["SimSun", "Noto Serif SC"] },
} as const;
export type Face = keyof typeof FACES;

/** Sizes of Chinese type in half points: 二号 22 pt, 三号 16 pt, 四号 14 pt, 小四 12 pt, 五号 10.5 pt, 小五 9 pt. */
export const SIZE = {
  second: 44,
  third: 32,
  fourth: 28,
  smallFourth: 24,
  fifth: 21,
  smallFifth: 18,
} as const;

/** −0.25 pt: with it 28 characters of 三号 fill the 156 mm. */
const BODY_SPACING = -5;

/** One name for every script. */
export function fontOf(face: Face) {
  const { name } = FACES[face];
  return { ascii: name, hAnsi: name, eastAsia: name, cs: name, hint: "eastAsia" };
}

/**
 * Of a run in Chinese, its Latin letters and digits apart: set as Chinese they would be, a number may be broken at the
 * end of a line.
 */
export const LANGUAGE = { value: "en-US", eastAsia: "zh-CN" } as const;

/** Formatting of a run: one face for every script, so that no machine picks another for a digit or a dash. */
export function inFace(
  face: Face,
  size: number,
): Pick<IRunOptions, "font" | "size" | "characterSpacing" | "language"> {
  return {
    font: fontOf(face),
    size,
    ...(size === SIZE.third ? { characterSpacing: BODY_SPACING } : {}),
    language: LANGUAGE,
  };
}

/** `word/fontTable.xml`: what each name stands for where it is missing. */
export function fontTable(): string {
  const fonts = Object.entries(FACES).map(
    ([face, { name, others }]) =>
      `<w:font w:name="${name}"><w:altName w:val="${others.join(",")}"/><w:charset w:val="86"/><w:family w:val="${face === "body" || face === "heading1" ? "modern" : "auto"}"/><w:pitch w:val="variable"/></w:font>`,
  );
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${fonts.join("")}</w:fonts>`;
}
