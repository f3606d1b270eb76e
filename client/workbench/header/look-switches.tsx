import { useTranslation } from "react-i18next";
import type { Language } from "#domain/look/words.ts";
import { serverAnswers } from "../../panel-code.ts";
import { setView } from "../../view/address.ts";
import { rememberChoice } from "../../view/cookies.ts";
import { useLook } from "../../view/use-view.ts";
import { speak, spoken } from "../../words/start-words.ts";
import { Icon } from "../ui/icons.tsx";

/** A browser may keep the failure of the words' file as long as the page: the address has the language by then. */
async function speakOrReload(lang: Language): Promise<void> {
  await speak(lang);
  if (spoken() !== lang && (await serverAnswers())) location.reload();
}

/** The choice goes into the address (what is copied is what is seen) and into the reader's cookie. */
export function LookSwitches() {
  const { t } = useTranslation();
  const { lang, theme } = useLook();
  const otherLang = lang === "en" ? "zh-CN" : "en";
  const otherTheme = theme === "dark" ? "light" : "dark";
  const langName = t(otherLang === "en" ? "shell.toEnglish" : "shell.toChinese");
  const mark = otherLang === "en" ? "EN" : "中";
  const themeName = t(otherTheme === "dark" ? "shell.toDark" : "shell.toLight");
  return (
    <div className="look-switches">
      <button
        type="button"
        className="control square"
        lang={otherLang}
        aria-label={`${mark} ${langName}`}
        title={langName}
        onClick={() => {
          rememberChoice({ lang: otherLang });
          setView({ lang: otherLang }, { replace: true });
          // Its words may have failed to come before: the address names it already, and tells of no change.
          void speakOrReload(otherLang);
        }}
      >
        <span aria-hidden="true">{mark}</span>
      </button>
      <button
        type="button"
        className="control square"
        aria-label={themeName}
        title={themeName}
        onClick={() => {
          rememberChoice({ theme: otherTheme });
          setView({ theme: otherTheme }, { replace: true });
        }}
      >
        <Icon name={otherTheme === "dark" ? "moon" : "sun"} />
      </button>
    </div>
  );
}
