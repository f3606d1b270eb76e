import { useTranslation } from "react-i18next";
import { page } from "../../data/page.ts";
import { BrandMark } from "../../look/brand-mark.tsx";
import { AsOf } from "./as-of.tsx";
import { ExportMenu } from "./export-menu.tsx";
import "./header.css";
import "./header-narrow.css";
import { LedgerCounts } from "./ledger-counts.tsx";
import { LiveSlot } from "./live-slot.tsx";
import { LookSwitches } from "./look-switches.tsx";
import { Statistics } from "./statistics.tsx";

export function Header({ ready }: { ready: boolean }) {
  const { t } = useTranslation();
  return (
    <header className="frame-head header">
      <div className="brand">
        <BrandMark />
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
