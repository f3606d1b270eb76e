import i18next from "i18next";
import { initReactI18next } from "react-i18next";
import type { Language } from "#domain/look/words.ts";
import { first } from "./first/zh-CN.ts";
import { lateWords } from "./late-words.ts";
import type { audit } from "./zh-CN/audit.ts";
import type { desk } from "./zh-CN/desk.ts";
import type { filing } from "./zh-CN/filing.ts";
import type { months } from "./zh-CN/months.ts";
import type { people } from "./zh-CN/people.ts";
import type { proposals } from "./zh-CN/proposals.ts";
import type { remote } from "./zh-CN/remote.ts";
import type { wall } from "./zh-CN/wall.ts";
import type { work } from "./zh-CN/work.ts";
import type { zhCN } from "./zh-CN.ts";

declare module "i18next" {
  interface CustomTypeOptions {
    defaultNS: "translation";
    /** Of every page: one that is built apart brings its own (start-own-words.ts). */
    resources: {
      translation: typeof zhCN & {
        audit: typeof audit;
        desk: typeof desk;
        people: typeof people;
        filing: typeof filing;
        months: typeof months;
        proposals: typeof proposals;
        work: typeof work;
        remote: typeof remote;
        wall: typeof wall;
      };
    };
  }
}

let asked: Language = "zh-CN";

/**
 * Makes a language ready and speaks it, unless another has been asked for meanwhile. Chinese comes with the page;
 * English is fetched when asked for. Where it does not come, the page goes on in the language that it has.
 */
export async function speak(lang: Language): Promise<void> {
  asked = lang;
  try {
    if (lang === "en" && !i18next.hasResourceBundle("en", "translation")) {
      const { first: english } = await import("./first/en.ts");
      i18next.addResourceBundle("en", "translation", { ...english, ...lateWords("en") });
    }
  } catch (error) {
    console.error(error);
    return;
  }
  if (asked === lang && i18next.language !== lang) await i18next.changeLanguage(lang);
}

/** The language that is spoken, and word of its change, which comes at once with the words' own. */
export const spoken = (): Language => i18next.language as Language;

export function onSpoken(listener: () => void): () => void {
  i18next.on("languageChanged", listener);
  return () => i18next.off("languageChanged", listener);
}

export async function startWords(lang: Language): Promise<void> {
  await i18next.use(initReactI18next).init({
    lng: "zh-CN",
    fallbackLng: false,
    resources: { "zh-CN": { translation: { ...first, ...lateWords("zh-CN") } } },
    interpolation: { escapeValue: false },
    react: { useSuspense: false },
  });
  await speak(lang);
}
