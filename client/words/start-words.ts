import i18next from "i18next";
import { initReactI18next } from "react-i18next";
import type { Language } from "#domain/look/words.ts";
import { zhCN } from "./zh-CN.ts";

declare module "i18next" {
  interface CustomTypeOptions {
    defaultNS: "translation";
    resources: { translation: typeof zhCN };
  }
}

/** Makes a language ready and speaks it. Chinese comes with the page; English is fetched when asked for. */
export async function speak(lang: Language): Promise<void> {
  if (lang === "en" && !i18next.hasResourceBundle("en", "translation")) {
    const { en } = await import("./en.ts");
    i18next.addResourceBundle("en", "translation", en);
  }
  if (i18next.language !== lang) await i18next.changeLanguage(lang);
}

export async function startWords(lang: Language): Promise<void> {
  await i18next.use(initReactI18next).init({
    lng: "zh-CN",
    fallbackLng: false,
    resources: { "zh-CN": { translation: zhCN } },
    interpolation: { escapeValue: false },
    react: { useSuspense: false },
  });
  await speak(lang);
}
