import { useSyncExternalStore } from "react";
import type { Theme } from "#domain/look/palette.ts";
import type { Language } from "#domain/look/words.ts";
import type { View } from "#domain/view.ts";
import { page } from "../data/page.ts";
import { currentView, onView } from "./address.ts";

/** The view that the address names. */
export const useView = (): View => useSyncExternalStore(onView, currentView);

/** Language and theme of the address, else as the server resolved them from the reader's cookie. */
export function useLook(): { lang: Language; theme: Theme } {
  const view = useView();
  return { lang: view.lang ?? page.lang, theme: view.theme ?? page.theme };
}
