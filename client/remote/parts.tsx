import { type KeyboardEvent, type ReactNode, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Action } from "#domain/wall/show.ts";
import type { Told } from "#domain/wall/told.ts";
import "./parts.css";
import { Items } from "./items.tsx";
import { Layers } from "./layers.tsx";
import { Months } from "./months.tsx";
import { Regions } from "./regions.tsx";
import { Scenes } from "./scenes.tsx";

export type PartProps = { told: Told; act: (action: Action) => void };

const PARTS = {
  scenes: Scenes,
  regions: Regions,
  items: Items,
  layers: Layers,
  months: Months,
} as const satisfies Record<string, (props: PartProps) => ReactNode>;
type Part = keyof typeof PARTS;

/** Months stand in a row only where there is more than one. */
const partsOf = ({ months }: Told): Part[] =>
  (Object.keys(PARTS) as Part[]).filter((part) => part !== "months" || months.length > 1);

/** Scenes, regions, items, layers and months, one at a time. */
export function Parts({ told, act }: PartProps) {
  const { t } = useTranslation();
  const parts = partsOf(told);
  const [asked, setAsked] = useState<Part>("scenes");
  const part = parts.includes(asked) ? asked : "scenes";
  const tabs = useRef<HTMLDivElement>(null);
  const Body = PARTS[part];

  const walk = (event: KeyboardEvent) => {
    const steps: Record<string, number> = { ArrowLeft: -1, ArrowRight: 1 };
    const step = steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const at = (parts.indexOf(part) + step + parts.length) % parts.length;
    setAsked(parts[at] ?? part);
    tabs.current?.querySelectorAll<HTMLElement>("[role=tab]")[at]?.focus();
  };

  return (
    <div className="parts">
      <div ref={tabs} className="tabs" role="tablist" aria-label={t("remote.parts")} onKeyDown={walk}>
        {parts.map((one) => (
          <button
            key={one}
            id={`tab-${one}`}
            type="button"
            role="tab"
            aria-selected={one === part}
            aria-controls="part"
            tabIndex={one === part ? 0 : -1}
            onClick={() => setAsked(one)}
          >
            {t(`remote.${one}`)}
          </button>
        ))}
      </div>
      <div id="part" className="part" role="tabpanel" aria-labelledby={`tab-${part}`}>
        <Body told={told} act={act} />
      </div>
    </div>
  );
}
