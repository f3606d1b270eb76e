import i18next, { type ResourceKey } from "i18next";
import { initReactI18next } from "react-i18next";
import type { Language } from "#domain/look/words.ts";

/** Words of a page that is built apart: Chinese comes with its script, English is fetched where it is spoken. */
export type OwnWords = { "zh-CN": ResourceKey; en: () => Promise<ResourceKey> };

/**
 * Speaks with the words of this page alone (start-words.ts brings all of the workbench's). Answers the language that
 * it then speaks: Chinese too where English did not come.
 */
export async function startOwnWords(lang: Language, words: OwnWords): Promise<Language> {
  const english = lang === "en" ? await words.en().catch(report) : null;
  const spoken = english === null ? "zh-CN" : "en";
  await i18next.use(initReactI18next).init({
    lng: spoken,
    fallbackLng: false,
    resources: { [spoken]: { translation: english ?? words["zh-CN"] } },
    interpolation: { escapeValue: false },
    react: { useSuspense: false },
  });
  return spoken;
}

function report(error: unknown): null {
  console.error(error);
  return null;
}
