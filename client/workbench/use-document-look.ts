import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { regionName } from "../data/regions.ts";
import { useLook, useView } from "../view/use-view.ts";
import { speak } from "../words/start-words.ts";

/** Brings the document itself into step with the view: its language, theme and title. */
export function useDocumentLook(): void {
  const { t } = useTranslation();
  const { region } = useView();
  const { lang, theme } = useLook();
  useEffect(() => {
    document.documentElement.lang = lang;
    void speak(lang);
  }, [lang]);
  useEffect(() => {
    document.documentElement.dataset.theme = theme;
  }, [theme]);
  useEffect(() => {
    const place = region === null ? "" : `${regionName(region, lang)} · `;
    document.title = `${place}${t("shell.product")} · ${t("shell.subtitle")}`;
  }, [region, lang, t]);
}
