/** Code points of a `unicode-range` descriptor: `U+4e00-4eff,U+ff0c`. */
function ranges(rule: string): [number, number][] {
  const list = /unicode-range:\s*([^;}]+)/.exec(rule)?.[1] ?? "";
  return list.split(",").map((part) => {
    const [from = "", to = from] = part.trim().replace(/^U\+/i, "").split("-");
    return [Number.parseInt(from, 16), Number.parseInt(to, 16)];
  });
}

/** One rule on one line, its file addressed by package, woff2 alone. */
const compact = (rule: string, packageName: string): string =>
  rule
    .replace(/url\(\.\/(files\/[^)]+\.woff2)\)/, `url("${packageName}/$1")`)
    .replace(/, url\([^)]*\.woff\) format\('woff'\)/, "")
    .replaceAll("'", '"')
    .replace(/\s+/g, " ");

/**
 * The @font-face rules of a stylesheet of @fontsource, parted into those that `text` needs and the rest.
 * A Chinese face comes in a hundred subsets, of which the ledger's words touch a third: the page starts with
 * these, and the others follow when the map is drawn.
 */
export function splitRules(css: string, packageName: string, text: string): { core: string; rest: string } {
  const points = [...new Set(text)].map((character) => character.codePointAt(0) ?? 0);
  const core: string[] = [];
  const rest: string[] = [];
  for (const rule of css.match(/@font-face \{[^}]*\}/g) ?? []) {
    const needed = ranges(rule).some(([from, to]) => points.some((point) => point >= from && point <= to));
    (needed ? core : rest).push(compact(rule, packageName));
  }
  return { core: `${core.join("\n")}\n`, rest: `${rest.join("\n")}\n` };
}
