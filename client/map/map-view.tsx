import { Suspense, useCallback, useEffect, useLayoutEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { PanelCode } from "../panel-code.ts";
import { MapControls } from "./map-controls.tsx";
import type { MapHand } from "./map-hand.tsx";
import type { MapProps, MapState } from "./map-props.ts";
import type { Pointed } from "./map-tooltip.tsx";
import { OneMap } from "./one-map.ts";
import { markComplete, showPicture } from "./standing-picture.ts";
import "./map.css";

/** Where it does not come, the map as a whole has failed: the boundary round it says so, and tries again. */
const pictureCode = new PanelCode(async () => (await import("./picture-map.tsx")).PictureMap);
/** After the map is whole, so that a network that goes later does not take the hand with it. */
const HAND_AFTER_MS = 500;

/**
 * The map. Where WebGL is missing or lost the picture stands in for it, and answers as it does; a context that
 * comes back gets a new map. The view comes in by props and goes out by callbacks.
 */
export function MapView(props: MapProps) {
  const { t } = useTranslation();
  const box = useRef<HTMLDivElement>(null);
  const [PictureMap] = useState(() => pictureCode.component());
  const [failure, setFailure] = useState<"webgl-missing" | "webgl-lost" | null>(null);
  const [complete, setComplete] = useState(false);
  const [pointed, setPointed] = useState<Pointed | null>(null);
  const [Hand, fetchHand] = useHand(complete);
  const map = useOneMap(box, props, { setFailure, setComplete, setPointed });
  const onPicture = (state: MapState) => {
    // Told once it is drawn, before it is painted.
    if (state === failure) requestAnimationFrame(markComplete);
    props.onState(state);
  };

  return (
    <div className="one-map" data-complete={complete && failure === null}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: an application takes its own keys */}
      <div
        ref={box}
        className="one-map-gl"
        role={failure === null ? "application" : "presentation"}
        tabIndex={failure === null ? 0 : -1}
        inert={failure !== null}
        {...(failure === null ? { "aria-label": t("map.name"), "aria-description": t("map.help") } : {})}
        onFocus={fetchHand}
        onPointerEnter={fetchHand}
      />
      {failure !== null && (
        <Suspense>
          <PictureMap {...props} reason={failure} onState={onPicture} />
        </Suspense>
      )}
      {failure === null && (
        <MapControls onZoom={(steps) => map.current?.zoomBy(steps)} onFit={() => map.current?.fit()} />
      )}
      {failure === null && Hand && <Hand box={box} map={map} pointed={pointed} props={props} />}
    </div>
  );
}

/** The tooltip and the keys. What does not come is sent for once more when the map is next pointed at or focused. */
function useHand(complete: boolean): [Hand: typeof MapHand | null, fetchHand: () => void] {
  const [Hand, setHand] = useState<typeof MapHand | null>(null);
  const fetchHand = useCallback(() => {
    import("./map-hand.tsx").then((code) => setHand(() => code.MapHand), console.warn);
  }, []);
  useEffect(() => {
    if (!complete) return;
    const soon = setTimeout(fetchHand, HAND_AFTER_MS);
    return () => clearTimeout(soon);
  }, [complete, fetchHand]);
  return [Hand, fetchHand];
}

type Telling = {
  setFailure: (failure: "webgl-missing" | "webgl-lost" | null) => void;
  setComplete: (complete: boolean) => void;
  setPointed: (pointed: Pointed | null) => void;
};

/** Makes the map in the box and keeps it in step with the props; made anew when a lost context is back. */
function useOneMap(box: React.RefObject<HTMLDivElement | null>, props: MapProps, telling: Telling) {
  const map = useRef<OneMap | null>(null);
  const latest = useRef(props);
  latest.current = props;
  const [build, setBuild] = useState(0);
  const drawing = useRef(true);
  const { setFailure, setComplete, setPointed } = telling;

  // Before the panels' first frame: making a WebGL context waits for all that the graphics process is drawing.
  useLayoutEffect(() => {
    const place = box.current;
    if (!place) return;
    const say = (state: MapState) => latest.current.onState(state);
    drawing.current = true;
    place.ariaBusy = "true";
    setComplete(false);
    let whole = false;
    let missing = false;
    const again = () => {
      missing = false;
      latest.current.onFailed(null);
      map.current?.again();
    };
    latest.current.onFailed(null);
    try {
      map.current = new OneMap(place, latest.current, {
        onBusy(busy) {
          if (!busy && !whole && !missing) {
            whole = true;
            takeOver();
            setComplete(true);
            setFailure(null);
            say("complete");
          }
          drawing.current = busy;
          place.ariaBusy = String(busy || latest.current.awaited);
          latest.current.onBusy?.(busy);
        },
        onMissing() {
          missing = true;
          if (!whole) say("broken");
          latest.current.onFailed(again);
        },
        onLost() {
          latest.current.onFailed(null);
          setFailure("webgl-lost");
          say("webgl-lost");
        },
        onRestored: () => setBuild((count) => count + 1),
        onPoint(hit, at) {
          const { clientWidth: width, clientHeight: height } = place;
          setPointed(hit && { hit, at, box: { width, height } });
        },
        onHover: (hovered) => latest.current.onHover(hovered),
        onPick(hit) {
          if (hit.kind === "item") latest.current.onPickItem(hit.id);
          else if (hit.kind === "region") latest.current.onPickRegion(hit.code);
          else map.current?.open(hit.at, hit.opens);
        },
        onCamera: (camera) => latest.current.onCamera(camera),
      });
      say("loading");
    } catch (error) {
      console.warn(error);
      setFailure("webgl-missing");
      say("webgl-missing");
    }
    return () => {
      map.current?.remove();
      map.current = null;
    };
  }, [build]);

  // In the frame of the rows beside it, not in the one after.
  useLayoutEffect(() => {
    map.current?.update(props);
    if (box.current && map.current) box.current.ariaBusy = String(drawing.current || props.awaited);
  }, [props, box]);
  return map;
}

/** The map stands where the picture stood, at the same camera: the picture goes once the map is on screen. */
function takeOver(): void {
  markComplete();
  requestAnimationFrame(() => showPicture(false));
}
