import { useTranslation } from "react-i18next";
import { useDeskLook } from "../desk/use-desk-look.ts";
import type { Standing } from "./keeper.ts";
import { momentWords } from "./time-words.ts";

/** One quiet line: where what was typed lies. */
export function SaveWord({ standing, onRetry }: { standing: Standing; onRetry: () => void }) {
  const { t } = useTranslation();
  const { lang } = useDeskLook();
  return (
    <p className="save-word" role="status">
      {words()}
      {standing.is === "waiting" && (
        <button type="button" className="link" onClick={onRetry}>
          {t("desk.retry")}
        </button>
      )}
    </p>
  );

  function words(): string {
    switch (standing.is) {
      case "untouched":
        return "";
      case "typed":
        return t(standing.isLocal ? "filing.keep.typed" : "filing.keep.typedNotLocal");
      case "sending":
        return t("filing.keep.sending");
      case "saved":
        return t("filing.keep.saved", { time: momentWords(lang, standing.at) });
      case "waiting":
        return t(`filing.keep.${standing.why}`) + (standing.isLocal ? "" : t("filing.keep.notLocal"));
      case "conflict":
        return t("filing.keep.conflict");
    }
  }
}
