export type Choice = { value: string; label: string; search: string };
type Counts = { readonly [value: string]: number | undefined } | undefined;

/** A choice with how many items it would leave; without a number while nothing is counted. */
export const choice = (value: string, name: string, counts: Counts, words = ""): Choice => ({
  value,
  label: counts === undefined ? name : `${name}  ${counts[value] ?? 0}`,
  search: `${name} ${words} ${value}`.toLowerCase(),
});

/** Of many, those that would leave anything, and those chosen already; all of them while nothing is counted. */
export const counted = <T>(
  all: readonly T[],
  idOf: (one: T) => string,
  counts: Counts,
  chosen: readonly string[] | undefined,
): T[] =>
  all.filter(
    (one) => counts === undefined || (counts[idOf(one)] ?? 0) > 0 || (chosen?.includes(idOf(one)) ?? false),
  );
