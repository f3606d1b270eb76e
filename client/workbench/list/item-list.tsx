import { type KeyboardEvent, useCallback, useEffect, useId, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { PROVINCE_CODE } from "#domain/region.ts";
import type { Items } from "../../data/use-items.ts";
import { setView } from "../../view/address.ts";
import { isFiltered } from "../../view/change-filter.ts";
import { drillTo } from "../../view/drill.ts";
import { pointAtItem, setHovered } from "../../view/hover.ts";
import { useListView } from "../../view/panel-view.ts";
import { pickItem } from "../../view/pick-item.ts";
import { Failed, SkeletonRows } from "../ui/states.tsx";
import { ItemOption } from "./item-row.tsx";

/** The items in step with map and filter. A listbox: one stop for Tab, arrows move, Enter opens. */
export function ItemList({ items }: { items: Items }) {
  const { t } = useTranslation();
  const view = useListView();
  const id = useId();
  const box = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState<string | null>(null);
  const { rows } = items;

  // Chosen on the map or by the address: seen in the list.
  useEffect(() => {
    if (view.item === null || rows.length === 0) return;
    const index = rows.findIndex((row) => row.id === view.item);
    if (index < 0) return;
    setActive(view.item);
    const row = document.getElementById(`${id}-${view.item}`);
    if (row && box.current && !isSeen(row, box.current)) row.scrollIntoView({ block: "center" });
  }, [view.item, rows, id]);

  const choose = useCallback((chosen: string) => {
    setActive(chosen);
    pickItem(chosen);
  }, []);
  const move = (to: number) => {
    const row = rows[Math.max(0, Math.min(rows.length - 1, to))];
    if (!row) return;
    setActive(row.id);
    pointAtItem(row);
    document.getElementById(`${id}-${row.id}`)?.scrollIntoView({ block: "nearest" });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const at = rows.findIndex((row) => row.id === active);
    const moves: Record<string, () => void> = {
      ArrowDown: () => move(at + 1),
      ArrowUp: () => move(at - 1),
      PageDown: () => move(at + 8),
      PageUp: () => move(at - 8),
      Home: () => move(0),
      End: () => move(rows.length - 1),
      Enter: () => active !== null && pickItem(active),
      " ": () => active !== null && pickItem(active),
    };
    const key = moves[event.key];
    if (!key || event.ctrlKey || event.metaKey || event.altKey || event.target !== event.currentTarget)
      return;
    event.preventDefault();
    key();
  };

  if (items.isError) return <Failed onRetry={items.retry} />;
  if (items.isPending) return <SkeletonRows rows={12} className="item-row placeholder" />;
  if (rows.length === 0 && !items.hasMore) return <Empty />;
  return (
    <div
      ref={box}
      className="item-list"
      role="listbox"
      aria-label={t("list.label")}
      aria-busy={items.isStale}
      aria-activedescendant={rows.some((row) => row.id === active) ? `${id}-${active}` : undefined}
      tabIndex={0}
      onKeyDown={onKeyDown}
      onBlur={() => setHovered(null)}
      onScroll={(event) => {
        const { scrollTop, clientHeight, scrollHeight } = event.currentTarget;
        if (items.hasMore && scrollHeight - scrollTop < clientHeight * 3) items.loadMore();
      }}
    >
      {rows.map((row, index) => (
        <ItemOption
          key={row.id}
          id={`${id}-${row.id}`}
          row={row}
          selected={row.id === view.item}
          active={row.id === active}
          position={index + 1}
          total={items.total}
          onChoose={choose}
        />
      ))}
      {items.hasMore && (
        <div role="presentation" className="list-more">
          <button
            type="button"
            tabIndex={-1}
            className="link"
            disabled={items.isLoadingMore}
            onClick={items.loadMore}
          >
            {t(items.isLoadingMore ? "list.loadingMore" : "list.more")}
          </button>
        </div>
      )}
    </div>
  );
}

function isSeen(row: HTMLElement, box: HTMLElement): boolean {
  const inner = row.getBoundingClientRect();
  const outer = box.getBoundingClientRect();
  return inner.top >= outer.top && inner.bottom <= outer.bottom;
}

function Empty() {
  const { t } = useTranslation();
  const view = useListView();
  return (
    <div className="state" role="status">
      <p className="state-title">{t("list.emptyTitle")}</p>
      <p>{t("list.emptyHint")}</p>
      <div className="state-ways">
        {isFiltered(view.filter) && (
          <button type="button" className="control primary" onClick={() => setView({ filter: {} })}>
            {t("list.clear")}
          </button>
        )}
        {view.region !== null && (
          <button type="button" className="control" onClick={() => setView(drillTo(PROVINCE_CODE))}>
            {t("list.wholeMap")}
          </button>
        )}
        {view.asOf !== null && (
          <button type="button" className="control" onClick={() => setView({ asOf: null })}>
            {t("list.latest")}
          </button>
        )}
      </div>
    </div>
  );
}
