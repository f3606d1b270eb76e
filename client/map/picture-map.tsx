import {
  type KeyboardEvent,
  type MouseEvent,
  type PointerEvent,
  useCallback,
  useEffect,
  useEffectEvent,
  useMemo,
  useRef,
  useState,
} from "react";
import { useTranslation } from "react-i18next";
import { type Camera, parseView } from "#domain/view.ts";
import { cameraForView, type Size } from "#geo/camera.ts";
import { GROUND_BBOX, RELIEF_BBOX } from "#geo/ground.ts";
import { boxStyles, emStyle } from "#geo/picture/frame.ts";
import { grid } from "#geo/picture/grid.ts";
import type { PictureInput } from "#geo/picture/input.ts";
import { regionOutline } from "#geo/picture/lines.ts";
import { detailAt } from "#geo/picture/outline.ts";
import { type Scene, sceneOf } from "#geo/picture/scene.ts";
import { SANS } from "#geo/picture/text.ts";
import type { AdminTopology } from "#geo/topology.ts";
import { type Outlined, outlinedRegions } from "../layers/outline.ts";
import { PORTS } from "../layers/ports-data.ts";
import { focusOf } from "./focus-of.ts";
import { MapControls } from "./map-controls.tsx";
import { movedCamera } from "./map-keys.ts";
import type { Hovered, MapProps } from "./map-props.ts";
import { pictureElement, pictureElements } from "./picture-node.tsx";
import { PictureNotice } from "./picture-notice.tsx";
import { fetchOutline } from "./picture-outline.ts";
import { useRegionWalk } from "./region-walk.ts";

export type PictureMapProps = MapProps & { reason: "webgl-missing" | "webgl-lost" };

/** The first picture as a map: hover, click and keys work on it where WebGL is missing or lost. */
export function PictureMap(props: PictureMapProps) {
  const { view, theme, lang, assets, regions, progress, features, hovered, reason } = props;
  const { t } = useTranslation();
  const [box, size] = useSize();
  const detail = size === null ? "lo" : detailAt(cameraForView(view, regions, size).zoom);
  const { topology, failed, retry } = useOutline(assets.outline[detail]);
  const walk = useRegionWalk(props);

  const scene = useMemo(() => {
    if (!topology || !size) return null;
    const input: PictureInput = {
      view,
      theme,
      lang,
      topology,
      regions,
      progress,
      features,
      ports: PORTS,
      ground: { href: assets.ground[theme], bbox: GROUND_BBOX },
      relief: { href: assets.relief[theme], bbox: RELIEF_BBOX },
    };
    return sceneOf(input, size, true, "picture-map");
  }, [view, theme, lang, topology, regions, progress, features, assets, size]);
  const ground = useMemo(() => scene && pictureElements(scene.ground), [scene]);
  const names = useMemo(() => scene && pictureElements(scene.names), [scene]);
  const drawn = scene !== null;
  const tell = useEffectEvent(props.onState);
  useEffect(() => {
    tell(drawn ? reason : "loading");
  }, [drawn, reason]);
  const busy = !drawn && !failed;
  const tellBusy = useEffectEvent((is: boolean) => props.onBusy?.(is));
  useEffect(() => tellBusy(busy), [busy]);

  const pointed = hovered?.kind === "region" ? hovered.code : null;
  const outlined = outlinedRegions(view, props, focusOf(props, null));
  /** True where the key moved the map. */
  const move = (key: string, shift = false): boolean => {
    const camera = size && movedCamera(key, shift, cameraForView(view, regions, size));
    if (camera) props.onCamera(camera);
    return camera !== null;
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || !size || event.target !== event.currentTarget)
      return;
    if (event.key === "0") props.onCamera(null);
    else if (!move(event.key, event.shiftKey) && !walk.press(event.key)) return;
    event.preventDefault();
  };
  const leave = () => props.onHover(null);

  return (
    <>
      <div
        ref={box}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: role=application takes its own keys
        tabIndex={0}
        role="application"
        aria-label={t("map.name")}
        aria-description={t("map.help")}
        aria-busy={busy}
        style={{ position: "absolute", inset: 0, overflow: "hidden", background: scene?.background }}
        onKeyDown={onKeyDown}
        onBlur={leave}
        onPointerMove={(event) => props.onHover(hitOf(event))}
        onPointerLeave={leave}
        onClick={(event) => {
          const hit = hitOf(event);
          const nearer = badgeAt(event);
          if (nearer) props.onCamera(nearer);
          else if (hit?.kind === "item") props.onPickItem(hit.id);
          else if (hit) props.onPickRegion(hit.code);
        }}
      >
        {scene && (
          <Framed scene={scene}>
            {ground}
            {pictureElement(highlight(scene, outlined, pointed ?? walk.cursor))}
            {names}
          </Framed>
        )}
        {failed ? (
          <p role="alert" style={{ position: "absolute", left: 16, bottom: 42, margin: 0 }}>
            {t("map.failed")}{" "}
            <button type="button" onClick={retry}>
              {t("map.retry")}
            </button>
          </p>
        ) : null}
        <p aria-live="polite" className="visually-hidden">
          {walk.spoken}
        </p>
      </div>
      <MapControls onZoom={(steps) => move(steps > 0 ? "+" : "-")} onFit={() => props.onCamera(null)} />
      <PictureNotice reason={reason} />
    </>
  );
}

/** The boxes of the server's fragment, so that both pictures stand on the same pixel. */
function Framed({ scene, children }: { scene: Scene; children: React.ReactNode }) {
  const { outer, inner } = boxStyles(scene.frame);
  return (
    <div style={outer}>
      <div style={inner}>
        <svg
          width="100%"
          height="100%"
          aria-hidden="true"
          fontFamily={SANS}
          style={{ display: "block", overflow: "visible", fontSize: emStyle(scene.frame) }}
        >
          {children}
        </svg>
      </div>
    </div>
  );
}

/** Outlines of these regions and of the one pointed at; an empty group where there are none. */
function highlight({ outline, drawing, frame }: Scene, outlined: Outlined, pointed: string | null) {
  const isInferred = (id: string) => id !== pointed && outlined.get(id)?.basis === "inferred";
  // Dashes first: a border shared with a region that is stated, or pointed at, is its.
  const shapes = [...outline.province, ...outline.leagues, ...outline.counties]
    .filter(({ id }) => id === pointed || outlined.has(id))
    .sort((a, b) => Number(isInferred(b.id)) - Number(isInferred(a.id)));
  const { halo, accent } = drawing.palette;
  return grid(
    frame,
    { "pointer-events": "none" },
    ...shapes.flatMap(({ id, path }) => regionOutline(path, halo, accent, isInferred(id))),
  );
}

const atPointer = (event: PointerEvent | MouseEvent, selector: string) =>
  event.target instanceof Element ? event.target.closest(selector) : null;

/** Where a badge falls apart into its marks (geo/picture/pins.ts). */
function badgeAt(event: MouseEvent): Camera | null {
  const opens = atPointer(event, "[data-opens]")?.getAttribute("data-opens");
  return opens ? parseView(`at=${opens}`).camera : null;
}

function hitOf(event: PointerEvent | MouseEvent): Hovered {
  const found = atPointer(event, "[data-code],[data-item]");
  const item = found?.getAttribute("data-item");
  if (item) return { kind: "item", id: item };
  const code = found?.getAttribute("data-code");
  return code ? { kind: "region", code } : null;
}

function useOutline(address: string): { topology: AdminTopology | null; failed: boolean; retry: () => void } {
  const [attempt, setAttempt] = useState(0);
  const [answer, setAnswer] = useState<{ topology: AdminTopology | null; failed: boolean }>(NOTHING);
  useEffect(() => {
    let current = true;
    fetchOutline(address).then(
      (topology) => current && setAnswer({ topology, failed: false }),
      () => current && setAnswer(({ topology }) => ({ topology, failed: true })),
    );
    return () => {
      current = false;
    };
  }, [address, attempt]);
  const retry = useCallback(() => {
    setAnswer(NOTHING);
    setAttempt((count) => count + 1);
  }, []);
  return { ...answer, retry };
}
const NOTHING = { topology: null, failed: false };

function useSize(): [React.RefObject<HTMLDivElement | null>, Size | null] {
  const box = useRef<HTMLDivElement>(null);
  const [size, setSize] = useState<Size | null>(null);
  useEffect(() => {
    const watched = box.current;
    if (!watched) return;
    const observer = new ResizeObserver(() => {
      setSize({ width: watched.clientWidth, height: watched.clientHeight });
    });
    observer.observe(watched);
    return () => observer.disconnect();
  }, []);
  return [box, size];
}
