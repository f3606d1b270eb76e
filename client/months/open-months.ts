import type { MonthEntry } from "#domain/months/snapshot.ts";

/** Published months whose lights can still change, the latest first: one that is frozen holds all before it. */
export function openMonths(published: readonly MonthEntry[]): string[] {
  const frozen = published.filter(({ snapshots }) => snapshots.length > 0).map(({ month }) => month);
  const last = frozen.sort().at(-1) ?? "";
  return published
    .map(({ month }) => month)
    .filter((month) => month > last)
    .sort()
    .reverse();
}
