import { useCallback, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import type { MapState } from "../map/map-props.ts";
import { setView } from "../view/address.ts";
import { stepBack } from "../view/drill.ts";
import { useView } from "../view/use-view.ts";
import { Header } from "./header/header.tsx";
import { ListPanel } from "./list/list-panel.tsx";
import { MapCell } from "./map-cell/map-cell.tsx";
import { ReaderSlot } from "./reader/reader-slot.tsx";
import { Side } from "./side/side.tsx";
import { type Tab, TabBar } from "./tabs.tsx";
import { useDocumentLook } from "./use-document-look.ts";

/** The page of the office: header, side, map, list and detail, and the document over them. */
export function Workbench() {
  const { t } = useTranslation();
  const view = useView();
  const [tab, setTab] = useState<Tab>(view.item === null ? "map" : "detail");
  // What is heavy and not the map comes after it; without WebGL there is nothing to wait for.
  const [ready, setReady] = useState(false);
  const onState = useCallback((next: MapState) => {
    if (next !== "picture" && next !== "loading") setReady(true);
  }, []);
  useDocumentLook();
  useEffect(() => {
    if (ready) void import("../fonts/whole.css");
  }, [ready]);

  // On a narrow screen a chosen item is to be read, wherever it was chosen.
  const [lastItem, setLastItem] = useState(view.item);
  if (lastItem !== view.item) {
    setLastItem(view.item);
    if (view.item !== null) setTab("detail");
    else if (tab === "detail") setTab("list");
  }

  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== "Escape" || event.defaultPrevented || event.isComposing) return;
      const back = stepBack(view);
      if (back) setView(back);
    };
    window.addEventListener("keydown", onKeyDown);
    return () => window.removeEventListener("keydown", onKeyDown);
  }, [view]);

  return (
    <>
      <a className="skip" href="#map-cell">
        {t("shell.skipToMap")}
      </a>
      <a className="skip" href="#item-list">
        {t("shell.skipToList")}
      </a>
      <div className="frame" data-tab={tab}>
        <Header ready={ready} />
        <Side />
        <MapCell ready={ready} onState={onState} />
        <ListPanel />
        <TabBar tab={tab} onTab={setTab} />
      </div>
      <ReaderSlot />
    </>
  );
}
