import { useTranslation } from "react-i18next";
import { page } from "../../data/page.ts";
import { AsOf } from "./as-of.tsx";
import { ExportMenu } from "./export-menu.tsx";
import "./header.css";
import { LedgerCounts } from "./ledger-counts.tsx";
import { LiveSlot } from "./live-slot.tsx";
import { LookSwitches } from "./look-switches.tsx";
import { Statistics } from "./statistics.tsx";

export function Header({ ready }: { ready: boolean }) {
  const { t } = useTranslation();
  return (
    <header className="frame-head header">
      <div className="brand">
        <svg className="brand-mark" viewBox="0 0 24 24" aria-hidden="true">
          <path className="brand-edge" d="M12 .8 23.2 12 12 23.2.8 12Z" />
          <path className="brand-gold" d="M12 5 19 12H5Z" />
          <path className="brand-azurite" d="M5 12H19L12 19Z" />
        </svg>
        <div>
          <h1 className="brand-title">
            {t("shell.product")}
            {page.demo && <span className="demo">{t("shell.demo")}</span>}
          </h1>
          <p className="brand-sub">{t("shell.subtitle")}</p>
          {ready && <LiveSlot />}
        </div>
      </div>
      <Statistics />
      <LedgerCounts />
      <div className="header-controls">
        <AsOf ready={ready} />
        <LookSwitches />
        <ExportMenu />
      </div>
    </header>
  );
}
