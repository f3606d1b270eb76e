import { useEffect, useEffectEvent, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { creditIn, NO_REVIEW_NUMBER } from "#domain/look/words.ts";
import type { PageData } from "#domain/page.ts";
import type { LonLat } from "#geo/camera.ts";
import { PlaceMap, type PlaceMapLook, type Pointed } from "./place-map.ts";
import "./map.css";
import "./place-map.css";

/** The map of one place that is typed beside it: it shows what is typed, and a click on it types. */
export function PlaceMapView(props: {
  look: PlaceMapLook;
  boundary: PageData["boundary"];
  region: string | null;
  /** Null while nothing, or nothing on the map, is typed. */
  at: LonLat | null;
  label: string;
  onPoint: (to: Pointed) => void;
}) {
  const { look, boundary, region, at, label } = props;
  const { assets, theme, lang, regions } = look;
  const { t } = useTranslation();
  const box = useRef<HTMLDivElement>(null);
  const map = useRef<PlaceMap | null>(null);
  const [isMissing, setMissing] = useState(false);
  const [taken, setTaken] = useState<LonLat | null>(null);
  const take = (to: Pointed) => {
    setTaken(to.at);
    props.onPoint(to);
  };
  const onPoint = useEffectEvent(take);
  const first = useRef({ region, pin: at });
  const takeMiddle = () => {
    if (map.current) take(map.current.middle());
  };

  useEffect(() => {
    if (box.current === null) return;
    try {
      const made = new PlaceMap(box.current, { assets, theme, lang, regions }, { ...first.current, onPoint });
      made.canvas.setAttribute("role", "application");
      made.canvas.setAttribute("aria-label", label);
      map.current = made;
    } catch (error) {
      console.warn(error);
      setMissing(true);
    }
    return () => {
      map.current?.remove();
      map.current = null;
    };
  }, [assets, theme, lang, regions, label]);
  const [lon, lat] = at ?? [null, null];
  useEffect(() => {
    const pin: LonLat | null = lon === null || lat === null ? null : [lon, lat];
    first.current = { ...first.current, pin };
    map.current?.pin(pin);
  }, [lon, lat]);

  if (isMissing) return <p className="meta">{t("proposals.map.missing")}</p>;
  return (
    <div className="place-map">
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the map in it takes its own keys */}
      <div
        ref={box}
        className="place-map-box"
        onKeyDown={(event) => {
          if (event.key !== "Enter") return;
          event.preventDefault();
          takeMiddle();
        }}
      />
      <span className="place-cross" aria-hidden="true" />
      <fieldset className="map-controls" aria-label={t("proposals.map.controls")}>
        {([1, -1] as const).map((steps) => {
          const words = t(`proposals.map.${steps > 0 ? "zoomIn" : "zoomOut"}`);
          return (
            <button
              key={steps}
              type="button"
              className="map-button"
              aria-label={words}
              title={words}
              onClick={() => map.current?.zoomBy(steps)}
            >
              {steps > 0 ? "+" : "−"}
            </button>
          );
        })}
      </fieldset>
      <p className="place-map-credit">
        {[
          boundary.reviewNumber ?? NO_REVIEW_NUMBER[lang],
          ...boundary.credits.map((credit) => creditIn(lang, credit)),
        ].join(" · ")}
      </p>
      <div className="place-map-foot">
        <button type="button" className="control" onClick={takeMiddle}>
          {t("proposals.map.centre")}
        </button>
        <p className="meta" role="status">
          {taken !== null && t("proposals.map.taken", { lon: taken[0], lat: taken[1] })}
        </p>
      </div>
    </div>
  );
}
