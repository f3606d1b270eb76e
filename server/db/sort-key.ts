import { type ItemType, LADDER_OF } from "#domain/item.ts";
import { ladderSteps, type Stage, stepOf } from "#domain/stage.ts";

/** Off the ladder no order is claimed: those stand last, whichever way the list runs. */
const OFF_LADDER_KEY = 1000;

/** Heights on ladders of different length side by side: 0 at the foot, 100 at the top. */
export function stageKeys(type: ItemType, stage: Stage): { up: number; down: number } {
  const step = stepOf(LADDER_OF[type], stage);
  if (step === null) return { up: OFF_LADDER_KEY, down: OFF_LADDER_KEY };
  const top = ladderSteps(LADDER_OF[type]).length - 1;
  const up = Math.round((step / top) * 100);
  return { up, down: 100 - up };
}

let rankByCharacter: ReadonlyMap<string, string> | undefined;

/** A key stands in every cursor, so it is bounded; titles that begin so alike keep the source's order. */
const KEY_CHARACTERS = 20;

/**
 * A text's place in the order of the language (Chinese by pinyin), as a string that plain comparison sorts
 * alike in every database. Characters outside the common block follow it in code order.
 */
export function titleKey(title: string): string {
  rankByCharacter ??= rankCharacters();
  const ranks = rankByCharacter;
  const characters = [
    ...title
      .normalize("NFKC")
      .toLowerCase()
      .replace(/[“”"'《》〈〉]/g, ""),
  ];
  return characters
    .slice(0, KEY_CHARACTERS)
    .map((character) => ranks.get(character) ?? `z${character.codePointAt(0)?.toString(36).padStart(4, "0")}`)
    .join("");
}

function rankCharacters(): Map<string, string> {
  const characters: string[] = [];
  for (let code = 0x20; code < 0x7f; code += 1) characters.push(String.fromCodePoint(code));
  for (let code = 0x4e00; code < 0xa000; code += 1) characters.push(String.fromCodePoint(code));
  const { compare } = new Intl.Collator("zh-Hans-CN-u-co-pinyin");
  return new Map(
    characters.sort(compare).map((character, rank) => [character, rank.toString(36).padStart(4, "0")]),
  );
}
