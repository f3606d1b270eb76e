import { useTranslation } from "react-i18next";
import { Icon } from "../workbench/ui/icons.tsx";
import { fetchWords } from "./fetch-words.ts";
import { chooseLanguage, chooseTheme, useDeskLook } from "./use-desk-look.ts";

/** Language and theme, each to the other one. */
export function LookButtons() {
  const { t } = useTranslation();
  const { lang, theme } = useDeskLook();
  const otherLang = lang === "en" ? "zh-CN" : "en";
  const otherTheme = theme === "dark" ? "light" : "dark";
  return (
    <>
      <button
        type="button"
        className="control square"
        lang={otherLang}
        aria-label={t(otherLang === "en" ? "desk.toEnglish" : "desk.toChinese")}
        onClick={() => void chooseLanguage(otherLang, fetchWords).catch(console.error)}
      >
        <span aria-hidden="true">{otherLang === "en" ? "EN" : "中"}</span>
      </button>
      <button
        type="button"
        className="control square"
        aria-label={t(otherTheme === "dark" ? "desk.toDark" : "desk.toLight")}
        onClick={() => chooseTheme(otherTheme)}
      >
        <Icon name={otherTheme === "dark" ? "moon" : "sun"} />
      </button>
    </>
  );
}
