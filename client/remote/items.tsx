import { useTranslation } from "react-i18next";
import type { PartProps } from "./parts.tsx";

/** Items of the scene, whose cards the wall can open, one at a time. */
export function Items({ told, act }: PartProps) {
  const { t } = useTranslation();
  const { items, show, lang } = told;
  if (items.length === 0) return <p className="hint">{t("remote.noItems")}</p>;
  return (
    <>
      <p className="hint">{t("remote.itemHint")}</p>
      <ul className="rows" lang={lang}>
        {items.map(({ id, title }) => {
          const isOpen = id === show.item;
          return (
            <li key={id}>
              <button
                type="button"
                aria-pressed={isOpen}
                onClick={() => act({ do: "item", id: isOpen ? null : id })}
              >
                <span className="name">{title}</span>
              </button>
            </li>
          );
        })}
      </ul>
    </>
  );
}
