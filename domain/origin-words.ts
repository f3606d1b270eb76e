import type { Origin } from "./item.ts";
import type { Language } from "./look/words.ts";

/** Whose word an item rests on that no document speaks of; it stands where another item has its sentence. */
export const originWords = ({ unitName, month }: Origin, lang: Language): string =>
  lang === "en" ? `Brought in by ${unitName}, ${month}` : `单位申报：${unitName}，${month}`;
