import { LADDER_OF } from "#domain/item.ts";
import type { ItemRow, Sort } from "#domain/query.ts";
import { stepOf } from "#domain/stage.ts";

/** Parts of an id, which numbers records in the order of the source: S-1.4-15 → 1, 4, 15, 0. */
function idParts(id: string): number[] {
  const found = /^S-(\d)(?:\.(\d))?-(\d{2})(?:\.(\d+))?$/.exec(id);
  return [1, 2, 3, 4].map((group) => Number(found?.[group] ?? 0));
}

function bySource(a: ItemRow, b: ItemRow): number {
  const left = idParts(a.id);
  const right = idParts(b.id);
  for (const [index, part] of left.entries()) {
    const difference = part - (right[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

const byWords = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const firstRegion = (row: ItemRow): string => row.regions.map((region) => region.code).sort()[0] ?? "";

/** The order in which the server sorts each noun's list, to weave two of them into one. */
export function compareRows({ by, descending = false }: Sort): (a: ItemRow, b: ItemRow) => number {
  const turn = descending ? -1 : 1;
  return (a, b) => {
    if (by === "stage") {
      // Off the ladder no order is claimed: those stand last in either direction.
      const [left, right] = [stepOf(LADDER_OF[a.type], a.stage), stepOf(LADDER_OF[b.type], b.stage)];
      if (left === null || right === null) {
        return left === right ? bySource(a, b) : left === null ? 1 : -1;
      }
      return turn * (left - right) || bySource(a, b);
    }
    const difference =
      by === "title"
        ? byWords(a.title, b.title)
        : by === "region"
          ? byWords(firstRegion(a), firstRegion(b))
          : 0;
    return turn * (difference || bySource(a, b));
  };
}
