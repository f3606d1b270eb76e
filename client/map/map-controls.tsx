import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";

/** Zoom and fit, with room for one more button of the page's own (its layer panel). */
export function MapControls(props: {
  onZoom: (steps: number) => void;
  onFit: () => void;
  children?: ReactNode;
}) {
  const { t } = useTranslation();
  return (
    <fieldset className="map-controls" aria-label={t("map.controls")}>
      <MapButton label={t("map.zoomIn")} icon="M8 3V13M3 8H13" onPress={() => props.onZoom(1)} />
      <MapButton label={t("map.zoomOut")} icon="M3 8H13" onPress={() => props.onZoom(-1)} />
      <MapButton label={t("map.fit")} icon="M8 2.5 13.5 8 8 13.5 2.5 8Z" onPress={props.onFit} />
      {props.children}
    </fieldset>
  );
}

function MapButton({ label, icon, onPress }: { label: string; icon: string; onPress: () => void }) {
  return (
    <button type="button" className="map-button" aria-label={label} title={label} onClick={onPress}>
      <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
        <path d={icon} fill="none" stroke="currentColor" strokeWidth="1.6" strokeLinejoin="round" />
      </svg>
    </button>
  );
}
