import { useTranslation } from "react-i18next";
import { useItems } from "../../data/use-items.ts";
import { PanelCode } from "../../panel-code.ts";
import { useListView } from "../../view/panel-view.ts";
import { DetailWaiting } from "../detail/detail-waiting.tsx";
import { Panel } from "../ui/panel.tsx";
import { ItemList } from "./item-list.tsx";
import "./list.css";
import { ListHead, OfficeSwitch } from "./list-head.tsx";

const detailCode = new PanelCode(async () => (await import("../detail/detail.tsx")).Detail);

/** List above, the chosen item beneath it; on a narrow screen one of the two, as the tabs say. */
export function ListPanel() {
  const { t } = useTranslation();
  const view = useListView();
  const items = useItems(view);
  return (
    <main className={`frame-list list-panel${view.item === null ? "" : " split"}`}>
      <section id="item-list" className="list-part" tabIndex={-1} aria-label={t("list.label")}>
        <ListHead total={items.isPending || items.isError ? null : items.total} />
        <ItemList items={items} />
        <OfficeSwitch />
      </section>
      <section className="detail-part" aria-label={t("list.detail")}>
        {view.item === null ? (
          <p className="state detail-hint">{t("list.selectHint")}</p>
        ) : (
          <Panel key={view.item} code={detailCode} props={{ id: view.item }} waiting={<DetailWaiting />} />
        )}
      </section>
    </main>
  );
}
