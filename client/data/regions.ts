import { type Language, nameIn } from "#domain/look/words.ts";
import type { Region } from "#domain/region.ts";
import { page } from "./page.ts";

const byCode = new Map(page.regions.map((region) => [region.code, region]));

export const regions: readonly Region[] = page.regions;

/** Name of a region in the reader's language; a code that the list does not hold stands for itself. */
export function regionName(code: string, lang: Language): string {
  const region = byCode.get(code);
  return region ? nameIn(lang, region) : code;
}
