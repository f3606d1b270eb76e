import { type Language, nameIn } from "#domain/look/words.ts";
import { PROVINCE_CODE, type Region } from "#domain/region.ts";
import { page } from "./page.ts";

const byCode = new Map(page.regions.map((region) => [region.code, region]));

export const regions: readonly Region[] = page.regions;

/**
 * Name of a region in the reader's language; a code that the list does not hold stands for itself. In English the
 * whole goes by its short name: the long one fits neither a row nor a narrow window's breadcrumb.
 */
export function regionName(code: string, lang: Language): string {
  const region = byCode.get(code);
  if (!region) return code;
  return code === PROVINCE_CODE && lang === "en"
    ? region.nameEn.replace(" Autonomous Region", "")
    : nameIn(lang, region);
}
