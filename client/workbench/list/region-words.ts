import type { TFunction } from "i18next";
import type { Language } from "#domain/look/words.ts";
import type { ItemRow } from "#domain/query.ts";
import { PROVINCE_CODE } from "#domain/region.ts";
import { regionName } from "../../data/regions.ts";

/** Where an item lies, in one line: what the text states comes first, what is inferred only where nothing is. */
export function regionWords(regions: ItemRow["regions"], lang: Language, t: TFunction): string {
  const stated = regions.filter((region) => region.basis === "stated");
  const shown = stated.length > 0 ? stated : regions;
  const [first, second] = shown;
  if (!first) return "";
  if (first.code === PROVINCE_CODE && shown.length === 1) return t("list.wholeRegion");
  const name = regionName(first.code, lang);
  if (!second) return name;
  if (shown.length === 2) return `${name}${lang === "en" ? ", " : "、"}${regionName(second.code, lang)}`;
  return t("list.regionAnd", { first: name, count: shown.length });
}
