import { FACE_CSS } from "./layers/type.ts";

/** Of a text of Han characters, any one sends for the file. */
const ANY = "一";

/**
 * Sends for what panels are written with beyond the first picture's own files. Resolves once each has come or
 * failed: a face that is missing costs text its shape, and nothing else.
 */
export async function panelFonts(): Promise<void> {
  const sent = Object.values(FACE_CSS).map(({ weight, rest }) =>
    document.fonts.load(`${weight} 1em "${rest}"`, ANY),
  );
  await Promise.allSettled(sent);
}
