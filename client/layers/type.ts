/**
 * Faces of map text. MapLibre draws from the page's own fonts where a style has no glyphs, and reads the
 * weight out of the first name of a stack; that first name is no installed family, the second one is.
 */
const SANS = "Noto Sans SC Variable";
const SERIF = "Noto Serif SC";

export const FACES = {
  regular: ["Map Regular", SANS],
  medium: ["Map Medium", SANS],
  semibold: ["Map SemiBold", SANS],
  bold: ["Map Bold", SANS],
  serif: ["Map SemiBold", SERIF],
} as const satisfies Record<string, readonly string[]>;
export type Face = keyof typeof FACES;

/** CSS weight and family of a face: what must be loaded before MapLibre draws a glyph. */
export const FACE_CSS: Record<Face, { weight: number; family: string }> = {
  regular: { weight: 400, family: SANS },
  medium: { weight: 500, family: SANS },
  semibold: { weight: 600, family: SANS },
  bold: { weight: 700, family: SANS },
  serif: { weight: 600, family: SERIF },
};

export const face = (name: Face): string[] => [...FACES[name]];
