/**
 * Faces of map text. MapLibre draws from the page's fonts where a style has no glyphs. It reads the weight out
 * of the first name of a stack, which is no installed family; the next two are cut to the characters of ledger and
 * interface (client/fonts/cut), the last is the page's and has all others.
 */
const SANS = { first: "One Map Sans", rest: "One Map Sans Rest", whole: "Noto Sans SC Variable" } as const;
const SERIF = { first: "One Map Serif", rest: "One Map Serif Rest", whole: "Noto Serif SC" } as const;

/** Weight and families of each face, in CSS: what must be loaded before MapLibre draws a glyph. */
export const FACE_CSS = {
  regular: { weight: 400, ...SANS },
  medium: { weight: 500, ...SANS },
  semibold: { weight: 600, ...SANS },
  bold: { weight: 700, ...SANS },
  serif: { weight: 600, ...SERIF },
} as const;
export type Face = keyof typeof FACE_CSS;

/** Names of weights that MapLibre knows. */
const WEIGHT_NAME = { 400: "Regular", 500: "Medium", 600: "SemiBold", 700: "Bold" } as const;

export function face(name: Face): string[] {
  const { weight, first, rest, whole } = FACE_CSS[name];
  return [`Map ${WEIGHT_NAME[weight]}`, first, rest, whole];
}
