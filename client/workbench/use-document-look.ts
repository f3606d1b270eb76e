import { useEffect, useLayoutEffect } from "react";
import { useTranslation } from "react-i18next";
import { afterTwoFrames } from "../after-frame.ts";
import { regionName } from "../data/regions.ts";
import { askedLanguage, useLook, useView } from "../view/use-view.ts";
import { speak } from "../words/start-words.ts";

/**
 * Brings the document itself into step with the view: its language, theme and title. Language and theme change
 * with the words, before anyone can look: no moment has a page of two languages.
 */
export function useDocumentLook(): void {
  const { t } = useTranslation();
  const view = useView();
  const { region } = view;
  const asked = askedLanguage(view);
  const { lang, theme } = useLook();
  useEffect(() => {
    void speak(asked);
  }, [asked]);
  useLayoutEffect(() => {
    document.documentElement.lang = lang;
  }, [lang]);
  useLayoutEffect(() => {
    document.documentElement.dataset.theme = theme;
  }, [theme]);
  // A browser draws its tab anew for it: what is asked for is the map.
  useEffect(() => {
    const place = region === null ? "" : `${regionName(region, lang)} · `;
    return afterTwoFrames(() => {
      document.title = `${place}${t("shell.product")} · ${t("shell.subtitle")}`;
    });
  }, [region, lang, t]);
}
