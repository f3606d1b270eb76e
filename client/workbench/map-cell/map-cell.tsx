import { useCallback, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Camera } from "#domain/view.ts";
import { page } from "../../data/page.ts";
import { regions } from "../../data/regions.ts";
import { usePickedRegions } from "../../data/use-item.ts";
import { useMapContent } from "../../data/use-map-content.ts";
import type { MapState } from "../../map/map-props.ts";
import { showPicture } from "../../map/standing-picture.ts";
import { PanelCode } from "../../panel-code.ts";
import { setView } from "../../view/address.ts";
import { drillTo } from "../../view/drill.ts";
import { setHovered, useHovered } from "../../view/hover.ts";
import { useLook, useView } from "../../view/use-view.ts";
import { Icon } from "../ui/icons.tsx";
import { Panel } from "../ui/panel.tsx";
import { Pop } from "../ui/pop.tsx";
import { LegendCard } from "./legend-card.tsx";
import { MapBar } from "./map-bar.tsx";
import "./map-cell.css";
import { mapCode } from "../../map/map-code.ts";
import { LayerPanel } from "./layer-panel.tsx";
import { MapFailed } from "./map-failed.tsx";
import { Strip } from "./strip.tsx";
import { useBox } from "./use-box.ts";

const monthCode = new PanelCode(async () => (await import("../../lights/time-slider.tsx")).TimeSlider);

const pickRegion = (code: string) => setView(drillTo(code));
const pickItem = (id: string) => setView({ item: id });
const keepCamera = (camera: Camera | null) => setView({ camera }, { replace: true });

/** The map and what floats over it. Until MapLibre has drawn, the first picture beneath is what one sees. */
export function MapCell({ ready, onState }: { ready: boolean; onState: (state: MapState) => void }) {
  const { t } = useTranslation();
  const view = useView();
  const { lang, theme } = useLook();
  const hovered = useHovered();
  const [box, size] = useBox<HTMLElement>();
  const { progress, features, asked } = useMapContent(view);
  const pickedRegions = usePickedRegions(view);
  const [mapAgain, setMapAgain] = useState<(() => void) | null>(null);
  const onFailed = useCallback((again: (() => void) | null) => setMapAgain(() => again), []);
  const failed = asked.filter((query) => query.isError);
  const onBroken = () => {
    showPicture(true);
    setMapAgain(null);
    onState("broken");
  };
  return (
    <section
      ref={box}
      id="map-cell"
      className="frame-map map-cell"
      aria-label={t("shell.tabMap")}
      tabIndex={-1}
    >
      <div className="map-layer">
        <Panel
          code={mapCode}
          props={{
            view,
            theme,
            lang,
            assets: page.assets,
            regions,
            progress,
            features,
            awaited: asked.some((query) => query.isPlaceholderData),
            pickedRegions,
            hovered,
            onHover: setHovered,
            onPickRegion: pickRegion,
            onPickItem: pickItem,
            onCamera: keepCamera,
            onState,
            onFailed,
          }}
          // The first picture beneath is what one sees.
          waiting={null}
          failed={(again) => <MapFailed words="shell.mapBroken" onRetry={again} />}
          onBroken={onBroken}
        />
      </div>
      <MapBar />
      <Pop
        wrapClass="layer-switch card"
        className="layer-button"
        align="end"
        label={t("shell.layers")}
        title={t("shell.layers")}
        button={<Icon name="layers" />}
      >
        {() => <LayerPanel />}
      </Pop>
      <LegendCard room={size} />
      {(failed.length > 0 || mapAgain) && (
        <MapFailed
          words={navigator.onLine ? "shell.failedServer" : "shell.failedOffline"}
          onRetry={() => {
            for (const query of failed) void query.refetch();
            mapAgain?.();
          }}
        />
      )}
      {ready && <Panel code={monthCode} props={{}} waiting={null} failed={() => null} />}
      <Strip size={size} />
    </section>
  );
}
