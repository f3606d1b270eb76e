import { MM_PER_INCH } from "#domain/brief/page.ts";
import type { Run, TextStyle } from "#domain/brief/sheet.ts";
import type { TextPropsOptions } from "./pptx-library.ts";

export const inch = (mm: number): number => mm / MM_PER_INCH;
export const points = (mm: number): number => (mm / MM_PER_INCH) * 72;
/** Without its #. */
export const hex = (color: string): string => color.slice(1).toUpperCase();

/**
 * Faces that office machines have: a slide carries no fonts. Their Chinese is as wide as that of the faces the page
 * was measured in, a square to a character.
 */
export const PPTX_FACES: Record<TextStyle["font"], string> = { sans: "微软雅黑", serif: "宋体" };

/** Of an English page's Latin letters: no wider than those of the faces that the page was measured in. */
export const LATIN_FACES: Record<TextStyle["font"], string> = { sans: "Arial", serif: "Times New Roman" };

export const runOptions = (style: TextStyle, lang: string): TextPropsOptions => ({
  fontFace: PPTX_FACES[style.font],
  fontSize: Math.round(style.size * 10) / 10,
  bold: style.weight >= 500,
  color: hex(style.color),
  lang,
});

/** pt of the tallest run. */
export const tallest = (runs: readonly Run[]): number => Math.max(...runs.map(({ style }) => style.size));

/** Named so that `mendXml` gives it lines at 45° of that colour: pptxgenjs knows no patterns. */
export const hatchName = (color: string | null): { objectName?: string } =>
  color === null ? {} : { objectName: `hatch ${hex(color)}` };
