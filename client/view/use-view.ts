import { useSyncExternalStore } from "react";
import type { Theme } from "#domain/look/palette.ts";
import type { Language } from "#domain/look/words.ts";
import type { View } from "#domain/view.ts";
import { page } from "../data/page.ts";
import { currentView, onView } from "./address.ts";

/** The view that the address names. */
export const useView = (): View => useSyncExternalStore(onView, currentView);

/**
 * Language and theme of the address, else as the server resolved them from the reader's cookie. Hundreds of rows
 * read them: none is drawn again because something else of the view has changed.
 */
export function useLook(): { lang: Language; theme: Theme } {
  const lang = useSyncExternalStore(onView, () => currentView().lang ?? page.lang);
  const theme = useSyncExternalStore(onView, () => currentView().theme ?? page.theme);
  return { lang, theme };
}
