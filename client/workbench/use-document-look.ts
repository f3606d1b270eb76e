import { useEffect, useLayoutEffect } from "react";
import { useTranslation } from "react-i18next";
import { regionName } from "../data/regions.ts";
import { askedLanguage, useLook, useView } from "../view/use-view.ts";
import { speak } from "../words/start-words.ts";

/**
 * Brings the document itself into step with the view: its language, theme and title. They change with the words,
 * before anyone can look: no moment has a page of two languages.
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
  useLayoutEffect(() => {
    const place = region === null ? "" : `${regionName(region, lang)} · `;
    document.title = `${place}${t("shell.product")} · ${t("shell.subtitle")}`;
  }, [region, lang, t]);
}
