/** The CSS of the cut faces: two files each, and which characters a browser is to ask each of them for. */
import { FACE_CSS, type Face } from "../../layers/type.ts";

/** Characters of a face's two files; none is in both. */
export type Cut = { first: string; rest: string };

/** Files of a face, by their part of its characters. */
export const cutFiles = (face: Face): Record<keyof Cut, string> => ({
  first: `${face}-first.woff2`,
  rest: `${face}.woff2`,
});

/** Same characters, same text. */
export function cutRules(cut: ReadonlyMap<Face, Cut>): string {
  const rules = [...cut].flatMap(([face, characters]) => {
    const files = cutFiles(face);
    const ranges = unicodeRanges(characters);
    return [rule(face, files.first, ranges.first), rule(face, files.rest, ranges.rest)];
  });
  return [
    "/* Written by build.ts: the files that it cuts, by first.json and rest.json; OFL-1.1, of Noto Sans SC and Noto Serif SC. */",
    ...rules,
  ].join("\n");
}

const rule = (face: Face, file: string, ranges: string): string => `@font-face {
  font-family: "${FACE_CSS[face].cut}";
  font-weight: ${FACE_CSS[face].weight};
  src: url("./${file}") format("woff2");
  font-display: swap;
  unicode-range:
    ${ranges};
}
`;

/**
 * The value of `unicode-range` for each file. A range goes on over characters that neither file has, up to the next
 * of the other file: every page brings these rules, and half of them would be the gaps. A browser that finds such a
 * character missing in the file goes on to the next family.
 */
export function unicodeRanges({ first, rest }: Cut): Record<keyof Cut, string> {
  const points = [
    ...[...first].map((one) => ({ part: "first" as const, point: one.codePointAt(0) ?? 0 })),
    ...[...rest].map((one) => ({ part: "rest" as const, point: one.codePointAt(0) ?? 0 })),
  ].toSorted((a, b) => a.point - b.point);
  const runs: { part: keyof Cut; from: number; to: number }[] = [];
  for (const { part, point } of points) {
    const run = runs.at(-1);
    if (run?.part === part) run.to = point;
    else runs.push({ part, from: point, to: point });
  }
  const of = (part: keyof Cut) =>
    runs
      .filter((run) => run.part === part)
      .map(({ from, to }) => `U+${from.toString(16)}${from === to ? "" : `-${to.toString(16)}`}`)
      .join(", ");
  return { first: of("first"), rest: of("rest") };
}
