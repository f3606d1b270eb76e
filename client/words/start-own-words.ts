import i18next, { type ResourceLanguage } from "i18next";
import { initReactI18next } from "react-i18next";
import type { Language } from "#domain/look/words.ts";

/** What a page other than the workbench says: its own words and no other's. */
export type OwnWords = { "zh-CN": ResourceLanguage; en: () => Promise<ResourceLanguage> };

/** Speaks one language for as long as the page stands; where English does not come, Chinese. */
export async function startOwnWords(lang: Language, words: OwnWords): Promise<void> {
  const translation =
    lang === "en"
      ? await words.en().catch((error: unknown) => {
          console.error(error);
          return words["zh-CN"];
        })
      : words["zh-CN"];
  await i18next.use(initReactI18next).init({
    lng: lang,
    fallbackLng: false,
    resources: { [lang]: { translation } },
    interpolation: { escapeValue: false },
    react: { useSuspense: false },
  });
}
