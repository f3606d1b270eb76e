import { useEffect, useLayoutEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { afterFrames } from "../after-frame.ts";
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
  const place = region === null ? "" : `${regionName(region, lang)} · `;
  const title = `${place}${t("shell.product")} · ${t("shell.subtitle")}`;
  const toldIn = useRef(lang);
  useLayoutEffect(() => {
    const tell = () => {
      document.title = title;
    };
    if (toldIn.current === lang) {
      // A browser draws its tab anew for it: of another region, list, map and panels come first.
      return afterFrames(3, tell);
    }
    toldIn.current = lang;
    tell();
  }, [title, lang]);
}
