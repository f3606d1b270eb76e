import { LADDER_OF } from "#domain/item.ts";
import type { ItemRow } from "#domain/query.ts";
import type { Sort } from "#domain/sort.ts";
import { ladderSteps, stepOf } from "#domain/stage.ts";

type Compare = (a: ItemRow, b: ItemRow) => number;

/** Parts of an id, which numbers records in the order of the source: S-1.4-15 → 1, 4, 15, 0. */
function idParts(id: string): number[] {
  const found = /^S-(\d)(?:\.(\d))?-(\d{2})(?:\.(\d+))?$/.exec(id);
  return [1, 2, 3, 4].map((group) => Number(found?.[group] ?? 0));
}

const bySource: Compare = (a, b) => {
  const right = idParts(b.id);
  const differences = idParts(a.id).map((part, index) => part - (right[index] ?? 0));
  return differences.find((difference) => difference !== 0) ?? 0;
};

const byCode = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const firstRegion = (row: ItemRow): string => row.regions.map((region) => region.code).sort()[0] ?? "";

/** Height on the item's own ladder, 0 to 100, so that ladders of different length stand side by side. */
function height({ type, stage }: ItemRow): number | null {
  const ladder = LADDER_OF[type];
  const step = stepOf(ladder, stage);
  return step === null ? null : Math.round((step / (ladderSteps(ladder).length - 1)) * 100);
}

const byStage =
  (turn: 1 | -1): Compare =>
  (a, b) => {
    const [left, right] = [height(a), height(b)];
    // Off the ladder no order is claimed: those stand last in either direction.
    if (left === null || right === null) return left === right ? bySource(a, b) : left === null ? 1 : -1;
    return turn * (left - right) || bySource(a, b);
  };

const collator = new Intl.Collator("zh-Hans-CN-u-co-pinyin");
const isCommon = (character: string) => /^[\x20-\x7e\u4e00-\u9fff]$/.test(character);
const titleCharacters = (title: string) => [
  ...title
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[“”"'《》〈〉]/g, ""),
];

/** By pinyin, one character after the other; what lies outside the common blocks follows in code order. */
const byTitle: Compare = (a, b) => {
  const right = titleCharacters(b.title);
  for (const [index, character] of titleCharacters(a.title).entries()) {
    const other = right[index];
    if (other === undefined) return 1;
    if (character === other) continue;
    if (isCommon(character) !== isCommon(other)) return isCommon(character) ? -1 : 1;
    return (isCommon(character) && collator.compare(character, other)) || byCode(character, other);
  }
  return titleCharacters(a.title).length - right.length;
};

/** The order in which the server sorts each noun's list, to weave two of them into one. */
export function compareRows({ by, descending = false }: Sort): Compare {
  const turn = descending ? -1 : 1;
  if (by === "stage") return byStage(turn);
  const first: Compare =
    by === "title" ? byTitle : by === "region" ? (a, b) => byCode(firstRegion(a), firstRegion(b)) : () => 0;
  return (a, b) => turn * (first(a, b) || bySource(a, b));
}
