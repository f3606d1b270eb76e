import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useLedger } from "../../data/use-summary.ts";
import { PanelCode } from "../../panel-code.ts";
import { useView } from "../../view/use-view.ts";
import { Icon } from "../ui/icons.tsx";
import { Panel } from "../ui/panel.tsx";
import { SkeletonRows } from "../ui/states.tsx";
import { ActiveFilters } from "./active-filters.tsx";
import { RegionTree } from "./region-tree.tsx";
import { SearchBox } from "./search-box.tsx";
import "./side.css";
import { StageBlock } from "./stage-block.tsx";

/** antd comes with this panel, and so after the map. */
const filterCode = new PanelCode(async () => (await import("./filter-panel.tsx")).FilterPanel);
const lightCode = new PanelCode(async () => (await import("../../lights/light-block.tsx")).LightBlock);
const PANEL_KEYS = ["regions", "types", "stages", "sectors", "units", "counterparts", "basis"] as const;

export function Side() {
  const { t } = useTranslation();
  const view = useView();
  const [open, setOpen] = useState(false);
  const lights = useLedger(view).data?.counts.lights ?? {};
  const isLit = view.filter.lights !== undefined || Object.keys(lights).length > 0;
  const used = PANEL_KEYS.filter((key) => view.filter[key] !== undefined).length;
  const opener = useRef<HTMLButtonElement>(null);
  const close = () => {
    setOpen(false);
    opener.current?.focus();
  };
  return (
    // Esc of the button, of the panel, and while its code is still on its way.
    <aside
      className="frame-side side"
      aria-label={t("side.panel")}
      onKeyDown={(event) => {
        if (!open || event.key !== "Escape" || event.defaultPrevented) return;
        event.preventDefault();
        close();
      }}
    >
      <div className="side-search">
        <SearchBox />
        <button
          ref={opener}
          type="button"
          className="control square filter-button"
          aria-expanded={open}
          aria-label={`${t("side.moreFilters")}${used > 0 ? ` ${used}` : ""}`}
          title={t("side.moreFilters")}
          onClick={() => setOpen(!open)}
        >
          <Icon name="filter" />
          {used > 0 && <span className="count-badge">{used}</span>}
        </button>
      </div>
      <ActiveFilters />
      {open && (
        <Panel
          code={filterCode}
          props={{ onClose: close }}
          waiting={<SkeletonRows rows={7} className="filter-field placeholder" />}
          frame={(content) => <div className="filter-panel card">{content}</div>}
        />
      )}
      <section className="side-tree" aria-labelledby="regions-head">
        <div className="side-head">
          <h2 id="regions-head">{t("side.regions")}</h2>
        </div>
        <RegionTree />
      </section>
      {isLit && <Panel code={lightCode} props={{}} waiting={null} failed={() => null} />}
      <StageBlock />
    </aside>
  );
}
