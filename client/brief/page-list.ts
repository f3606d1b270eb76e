/** Numbers in ascending order as one reads them: 1, 2, 3, 7 → 1–3, 7. */
export function pageList(numbers: readonly number[], lang: "zh-CN" | "en"): string {
  const runs: [first: number, last: number][] = [];
  for (const number of numbers) {
    const run = runs.at(-1);
    if (run !== undefined && number === run[1] + 1) run[1] = number;
    else runs.push([number, number]);
  }
  return runs
    .map(([first, last]) => (first === last ? String(first) : `${first}–${last}`))
    .join(lang === "en" ? ", " : "、");
}
