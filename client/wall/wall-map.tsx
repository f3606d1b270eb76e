import { Suspense, useCallback, useLayoutEffect, useMemo, useRef, useState } from "react";
import type { View } from "#domain/view.ts";
import { seamsIn } from "#domain/wall/frame.ts";
import type { Change } from "#domain/wall/news.ts";
import type { Scene } from "#domain/wall/scene.ts";
import { lineSight } from "#geo/afar/line-sight.ts";
import { namesAfar } from "#geo/afar/named.ts";
import type { Padding, Size } from "#geo/camera.ts";
import { wordingOf } from "#geo/picture/input.ts";
import { offSeams } from "#geo/picture/off-seams.ts";
import { Boundary } from "../boundary.tsx";
import { page } from "../data/page.ts";
import { regions } from "../data/regions.ts";
import { useFeatures } from "../data/use-features.ts";
import { usePickedRegions } from "../data/use-item.ts";
import { useProgress } from "../data/use-progress.ts";
import { PORTS } from "../layers/ports-data.ts";
import { mapCode } from "../map/map-code.ts";
import type { Hovered, MapProps, Stage } from "../map/map-props.ts";
import { showPicture } from "../map/standing-picture.ts";
import { useSeams } from "./use-seams.ts";

/** Slow enough not to make those dizzy who look on; none where less motion is wanted (camera-motion.ts). */
const FLIGHT_MS = 4500;

type WallMapProps = {
  scene: Scene;
  view: View;
  pointed: Hovered;
  /** What changed since last month. */
  marked: readonly Change[];
  pace: number;
  onPickRegion: (code: string) => void;
  onPickItem: (id: string) => void;
  onBusy: (busy: boolean) => void;
  onReady: () => void;
};

const doNothing = () => {};

/** The map beneath the panels. Where it breaks, the picture that came with the page stands on. */
export function WallMap(props: WallMapProps) {
  const { scene, view, pointed, pace, onReady } = props;
  const { reporting, county } = useProgress(view);
  const features = useFeatures(view);
  const pickedRegions = usePickedRegions(view);
  const [box, stood] = useRoom(scene.kind);
  const tiles = useSeams();
  const [TheMap] = useState(() => mapCode.component());
  const shown = features.data ?? page.features;
  const progress = useMemo(
    () => ({
      reporting: reporting.data ?? page.progress.reporting,
      county: county.data ?? page.progress.county,
    }),
    [reporting.data, county.data],
  );
  const target = useMemo(
    () =>
      scene.kind === "corridor"
        ? lineSight(
            shown.corridors
              .filter(({ kind, group }) => kind === scene.corridor && group === "seed")
              .map(({ path }) => path),
            regions,
          )
        : undefined,
    [scene, shown],
  );
  const looking = useMemo(() => {
    const seen = { ...view, afar: true, ...(target ? { target } : {}) };
    const fitted = { ...seen, names: namesAfar(seen, regions) };
    if (!stood) return fitted;
    const { room, size, left, scale } = stood;
    const px = (length: number) => length / scale;
    const { x, y } = seamsIn(tiles, { width: innerWidth, height: innerHeight }, { left, top: 0 });
    const { theme, lang } = page;
    const wording = wordingOf({
      view: fitted,
      theme,
      lang,
      regions,
      progress,
      features: shown,
      ports: PORTS,
    });
    return offSeams(wording, { ...fitted, room }, size, { x: x.map(px), y: y.map(px) });
  }, [view, target, stood, tiles, progress, shown]);
  const scale = stood?.scale ?? 1;
  const stage = useMemo((): Stage => ({ scale, flightMs: FLIGHT_MS / pace }), [scale, pace]);
  const onState = useCallback<MapProps["onState"]>(
    (state) => {
      if (state !== "picture" && state !== "loading") onReady();
    },
    [onReady],
  );
  const onBroken = () => {
    showPicture(true);
    props.onBusy(false);
    onReady();
  };
  return (
    <div className="map-stage">
      <div className="map-zoom">
        <div ref={box} className="map-room" />
        {stood && (
          <Boundary waiting={null} failed={() => null} onBroken={onBroken}>
            <Suspense fallback={null}>
              <TheMap
                view={looking}
                theme={page.theme}
                lang={page.lang}
                assets={page.assets}
                regions={regions}
                progress={progress}
                features={shown}
                awaited={[reporting, county, features].some((query) => query.isPlaceholderData)}
                pickedRegions={pickedRegions}
                hovered={pointed}
                marked={props.marked}
                stage={stage}
                onHover={doNothing}
                onPickRegion={props.onPickRegion}
                onPickItem={props.onPickItem}
                onCamera={doNothing}
                onState={onState}
                onFailed={doNothing}
                onBusy={props.onBusy}
              />
            </Suspense>
          </Boundary>
        )}
      </div>
    </div>
  );
}

/** How the map's box stands on the screen, lengths in the map's own pixels. */
type Stood = {
  room: Padding;
  size: Size;
  /** Screen pixels for one of the map's. */
  scale: number;
  /** Of the box, from the screen's edge, in the screen's pixels. */
  left: number;
};

/** With the room that the panels leave. Measured anew when the window changes or a scene has other panels. */
function useRoom(kind: Scene["kind"]): [React.RefObject<HTMLDivElement | null>, Stood | null] {
  const box = useRef<HTMLDivElement>(null);
  const [stood, setStood] = useState<Stood | null>(null);
  useLayoutEffect(() => {
    const inner = box.current;
    const outer = inner?.parentElement;
    if (!inner || !outer) return;
    const measure = () => {
      const [within, whole] = [inner.getBoundingClientRect(), outer.getBoundingClientRect()];
      if (whole.width === 0) return;
      const scale = whole.width / outer.clientWidth;
      const px = (length: number) => Math.round((length / scale) * 10) / 10;
      const next = {
        room: {
          top: px(within.top - whole.top),
          right: px(whole.right - within.right),
          bottom: px(whole.bottom - within.bottom),
          left: px(within.left - whole.left),
        },
        size: { width: outer.clientWidth, height: outer.clientHeight },
        scale,
        left: whole.left,
      };
      setStood((now) => (JSON.stringify(now) === JSON.stringify(next) ? now : next));
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(outer);
    observer.observe(inner);
    return () => observer.disconnect();
  }, [kind]);
  return [box, stood];
}
