/** The CSS of the cut faces: two files each. */
import { FACE_CSS, type Face } from "../../layers/type.ts";

/** Characters of a face's two files; none is in both. */
export type Cut = { first: string; rest: string };

/** Files of a face, by their part of its characters. */
export const cutFiles = (face: Face): Record<keyof Cut, string> => ({
  first: `${face}-first.woff2`,
  rest: `${face}.woff2`,
});

/**
 * A family for each of a face's two files, the rest after the first in every list of families: a browser asks for
 * the rest only where the first has no glyph. Were they one family, each file that comes would have all text of the
 * family laid out and drawn anew, the first picture with it.
 */
export function cutRules(): string {
  const rules = (Object.keys(FACE_CSS) as Face[]).flatMap((face) => [
    rule(face, "first"),
    // Whoever asks for a list of families without a text, as MapLibre does, asks for those that have a space.
    rule(face, "rest", "\n  unicode-range: U+21-10ffff;"),
  ]);
  return [
    "/* Written by build.ts: the files that it cuts; OFL-1.1, of Noto Sans SC and Noto Serif SC. */",
    ...rules,
  ].join("\n");
}

const rule = (face: Face, part: keyof Cut, range = ""): string => `@font-face {
  font-family: "${FACE_CSS[face][part]}";
  font-weight: ${FACE_CSS[face].weight};
  src: url("./${cutFiles(face)[part]}") format("woff2");
  font-display: swap;${range}
}
`;
