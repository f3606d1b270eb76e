import { useTranslation } from "react-i18next";
import type { PartProps } from "./parts.tsx";

/** The regions that the wall can point at, one at a time. */
export function Regions({ told, act }: PartProps) {
  const { t } = useTranslation();
  const { regions, show, lang } = told;
  return (
    <>
      <p className="hint">{t("remote.pointHint")}</p>
      <ul className="tiles" lang={lang}>
        {regions.map(({ code, name }) => {
          const isPointed = code === show.pointed;
          return (
            <li key={code}>
              <button
                type="button"
                aria-pressed={isPointed}
                onClick={() => act({ do: "point", region: isPointed ? null : code })}
              >
                {name}
              </button>
            </li>
          );
        })}
      </ul>
    </>
  );
}
