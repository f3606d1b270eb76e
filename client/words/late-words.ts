import i18next, { type ResourceKey } from "i18next";
import type { Language } from "#domain/look/words.ts";
import { LANGUAGES } from "#domain/view.ts";

/** Words by the name of their part: `{ detail: … }`. */
type Parts = Record<string, ResourceKey>;

const late: Record<Language, Parts> = { "zh-CN": {}, en: {} };

/** What has come so far, for a language that is made ready after it. */
export const lateWords = (lang: Language): Parts => late[lang];

/** Words that come with the code that says them, in both languages: it may be drawn at once. */
export function addWords(words: Record<Language, Parts>): void {
  for (const lang of LANGUAGES) {
    Object.assign(late[lang], words[lang]);
    if (i18next.isInitialized && i18next.hasResourceBundle(lang, "translation"))
      i18next.addResourceBundle(lang, "translation", words[lang], true);
  }
}
