import i18next from "i18next";
import { useSyncExternalStore } from "react";
import type { Theme } from "#domain/look/palette.ts";
import type { Language } from "#domain/look/words.ts";
import { rememberChoice } from "../view/cookies.ts";

const listeners = new Set<() => void>();
const told = () => {
  for (const listener of listeners) listener();
};
const listen = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

const language = (): Language => (i18next.language === "en" ? "en" : "zh-CN");
const theme = (): Theme => (document.documentElement.dataset.theme === "dark" ? "dark" : "light");

/** Language and theme of the desk: the reader's cookie, which the server wrote into the page, until he chooses. */
export function useDeskLook(): { lang: Language; theme: Theme } {
  return {
    lang: useSyncExternalStore(listen, language),
    theme: useSyncExternalStore(listen, theme),
  };
}

export function chooseTheme(choice: Theme): void {
  rememberChoice({ theme: choice });
  document.documentElement.dataset.theme = choice;
  told();
}

/** `fetchWords` brings the words of a language that is not here yet; without them the page goes on as it is. */
export async function chooseLanguage(
  choice: Language,
  fetchWords: (lang: Language) => Promise<Record<string, object>>,
): Promise<void> {
  if (!i18next.hasResourceBundle(choice, "translation")) {
    i18next.addResourceBundle(choice, "translation", await fetchWords(choice));
  }
  await i18next.changeLanguage(choice);
  rememberChoice({ lang: choice });
  document.documentElement.lang = choice;
  told();
}
