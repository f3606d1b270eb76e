import type { Words } from "#domain/look/words.ts";
import { useLook } from "../view/use-view.ts";

/** Speaks the closed lists' names, which screen, first picture and exports share (domain/look/words.ts). */
export function useSay(): (words: Words) => string {
  const { lang } = useLook();
  return (words) => words[lang];
}
