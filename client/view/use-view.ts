import { useNavigate, useSearch } from "@tanstack/react-router";
import { useCallback } from "react";
import type { Theme } from "#domain/look/palette.ts";
import type { Language } from "#domain/look/words.ts";
import type { View } from "#domain/view.ts";
import { page } from "../data/page.ts";

/** The view that the address names. */
export const useView = (): View => useSearch({ from: "/" });

export type SetView = (
  change: Partial<View> | ((view: View) => Partial<View>),
  /** `replace` for what is no step worth going back to: camera, sort, layers. */
  options?: { replace?: boolean },
) => void;

export function useSetView(): SetView {
  const navigate = useNavigate({ from: "/" });
  return useCallback(
    (change, options) => {
      void navigate({
        to: "/",
        search: (now) => {
          const view = now as View;
          return { ...view, ...(typeof change === "function" ? change(view) : change) };
        },
        replace: options?.replace ?? false,
      });
    },
    [navigate],
  );
}

/** Language and theme of the address, else as the server resolved them from the reader's cookie. */
export function useLook(): { lang: Language; theme: Theme } {
  const view = useView();
  return { lang: view.lang ?? page.lang, theme: view.theme ?? page.theme };
}
