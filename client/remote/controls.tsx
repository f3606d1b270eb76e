import { useTranslation } from "react-i18next";
import type { Action } from "#domain/wall/show.ts";

const ICONS = {
  previous: "M15 5l-7 7 7 7",
  next: "M9 5l7 7-7 7",
  hold: "M9 6v12M15 6v12",
  tour: "M8 5.500 18 12 8 18.500Z",
} as const;

/** One back, hold or go on, one further: the round's own controls. */
export function Controls({ isHeld, act }: { isHeld: boolean; act: (action: Action) => void }) {
  const { t } = useTranslation();
  const middle = isHeld ? "tour" : "hold";
  return (
    <nav className="controls" aria-label={t("remote.controls")}>
      <button type="button" onClick={() => act({ do: "step", by: -1 })}>
        <Icon name="previous" />
        {t("remote.previous")}
      </button>
      <button type="button" className="main" onClick={() => act({ do: middle })}>
        <Icon name={middle} />
        {t(`remote.${middle}`)}
      </button>
      <button type="button" onClick={() => act({ do: "step", by: 1 })}>
        {t("remote.next")}
        <Icon name="next" />
      </button>
    </nav>
  );
}

const Icon = ({ name }: { name: keyof typeof ICONS }) => (
  <svg
    aria-hidden="true"
    width={22}
    height={22}
    viewBox="0 0 24 24"
    fill="none"
    stroke="currentColor"
    strokeWidth={2}
    strokeLinecap="round"
    strokeLinejoin="round"
  >
    <path d={ICONS[name]} />
  </svg>
);
