import { useSyncExternalStore } from "react";
import type { Theme } from "#domain/look/palette.ts";
import type { Language } from "#domain/look/words.ts";
import type { View } from "#domain/view.ts";
import { page } from "../data/page.ts";
import { onSpoken, spoken } from "../words/start-words.ts";
import { currentView, onView } from "./address.ts";

/** The view that the address names. */
export const useView = (): View => useSyncExternalStore(onView, currentView);

/** The language asked for: by the address, else as the server resolved it from the reader's cookie. */
export const askedLanguage = ({ lang }: View): Language => lang ?? page.lang;

/**
 * The language that is spoken, which follows the one asked for once its words are here, and the theme. Hundreds of
 * rows read them: none is drawn again because something else of the view has changed.
 */
export function useLook(): { lang: Language; theme: Theme } {
  const lang = useSyncExternalStore(onSpoken, spoken);
  const theme = useSyncExternalStore(onView, () => currentView().theme ?? page.theme);
  return { lang, theme };
}
