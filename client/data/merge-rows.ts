import type { ItemRow } from "#domain/query.ts";

export type Pages = { rows: readonly ItemRow[]; more: boolean };
type Compare = (a: ItemRow, b: ItemRow) => number;

/**
 * One list from two sorted ones. Where a list has more pages than it has loaded, the merge stops at its last
 * row: what comes next of the other might belong after rows not here yet.
 */
export function mergeRows(a: Pages, b: Pages, compare: Compare): ItemRow[] {
  const merged: ItemRow[] = [];
  let i = 0;
  let j = 0;
  for (;;) {
    const left = a.rows[i];
    const right = b.rows[j];
    if (left === undefined && right === undefined) return merged;
    if ((left === undefined && a.more) || (right === undefined && b.more)) return merged;
    if (right === undefined || (left !== undefined && compare(left, right) <= 0)) {
      if (left !== undefined) merged.push(left);
      i += 1;
    } else {
      merged.push(right);
      j += 1;
    }
  }
}
