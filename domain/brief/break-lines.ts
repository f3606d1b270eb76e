/** A word, or one Han character with the marks that may not begin a line after it or end one before it. */
const PIECE =
  /[《〈“‘（〔]*(?:[\u2e80-\u9fff\uf900-\ufaff\u{20000}-\u{3ffff}]|[^\s\u2e80-\u9fff\uf900-\ufaff，。：；、！？》〉”’）〕《〈“‘（〔\u{20000}-\u{3ffff}]+)[，。：；、！？》〉”’）〕]*|\s+|./gu;

/** What a line's break stands for: nothing between Han characters, a space between words, or a new paragraph. */
export const BREAKS = ["", " ", "\n"] as const;
type Broken = { text: string; after: (typeof BREAKS)[number] };

/**
 * Lines no wider than `width`, broken at spaces and between Han characters. A word wider than a line is broken
 * where it must be.
 */
export function breakLines(text: string, width: number, widthOf: (text: string) => number): Broken[] {
  return text.split(/\r?\n/u).flatMap((paragraph) => {
    const lines: Broken[] = [];
    let line = "";
    const put = (piece: string) => {
      if (line !== "" && widthOf((line + piece).trimEnd()) > width) {
        lines.push({ text: line.trimEnd(), after: /\s$/u.test(line) ? " " : "" });
        line = piece.trimStart();
      } else line += piece;
    };
    for (const piece of paragraph.match(PIECE) ?? []) {
      if (widthOf(piece.trim()) <= width) put(piece);
      else for (const character of piece) put(character);
    }
    return [...lines, { text: line.trimEnd(), after: "\n" as const }];
  });
}

/** Lines as the one text they were. */
export const joinLines = (lines: readonly Broken[]): string =>
  lines.map(({ text, after }, index) => (index < lines.length - 1 ? text + after : text)).join("");

/** As much of a line as fits, with an ellipsis where some is left out. */
export function fitLine(text: string, width: number, widthOf: (text: string) => number): string {
  if (widthOf(text) <= width) return text;
  const characters = [...text];
  let low = 0;
  let high = characters.length;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (widthOf(`${characters.slice(0, middle).join("")}…`) <= width) low = middle;
    else high = middle - 1;
  }
  return `${characters.slice(0, low).join("")}…`;
}
