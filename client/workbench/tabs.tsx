import { useTranslation } from "react-i18next";
import { Icon } from "./ui/icons.tsx";

export const TABS = ["map", "list", "detail", "filter"] as const;
export type Tab = (typeof TABS)[number];
const LOOK = {
  map: ["map", "shell.tabMap"],
  list: ["list", "shell.tabList"],
  detail: ["sheet", "shell.tabDetail"],
  filter: ["filter", "shell.tabFilter"],
} as const;

/** On a narrow screen one panel at a time; on a wide one this bar is not there. */
export function TabBar({ tab, onTab }: { tab: Tab; onTab: (tab: Tab) => void }) {
  const { t } = useTranslation();
  return (
    <nav className="frame-tabs tabs" aria-label={t("shell.tabs")}>
      {TABS.map((one) => (
        <button
          key={one}
          type="button"
          aria-current={one === tab ? "page" : undefined}
          onClick={() => onTab(one)}
        >
          <Icon name={LOOK[one][0]} size={20} />
          {t(LOOK[one][1])}
        </button>
      ))}
    </nav>
  );
}
