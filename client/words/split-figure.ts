/** A figure as the source prints it, split for the eye alone: 50%以上 → 50 | %以上, 近百个 → 近百 | 个. */
export function splitFigure(words: string): { figure: string; unit: string } {
  const found = /^([约近逾超]?[\d.,]+|[约近逾超]?[一二三四五六七八九十百千万]+)(.*)$/u.exec(words);
  return { figure: found?.[1] ?? words, unit: found?.[2] ?? "" };
}
