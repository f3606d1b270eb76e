import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import type { PartProps } from "./parts.tsx";

/** The round, in its order; the scene that stands is kept in sight. */
export function Scenes({ told, act }: PartProps) {
  const { t } = useTranslation();
  const { scenes, show, lang } = told;
  const current = useRef<HTMLLIElement>(null);
  // With each scene another row is the current one.
  useEffect(() => {
    current.current?.scrollIntoView({ block: "nearest" });
  }, [show.scene]);
  return (
    <ol className="rows" lang={lang}>
      {scenes.map(({ id, title }, index) => {
        const isCurrent = id === show.scene;
        return (
          <li key={id} ref={isCurrent ? current : null}>
            <button
              type="button"
              aria-current={isCurrent ? "true" : undefined}
              onClick={() => act({ do: "go", scene: id })}
            >
              <span className="number">{index + 1}</span>
              <span className="name">{title}</span>
              {isCurrent && <span className="note">{t("remote.current")}</span>}
            </button>
          </li>
        );
      })}
    </ol>
  );
}
