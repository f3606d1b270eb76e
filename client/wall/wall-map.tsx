import { Suspense, useCallback, useLayoutEffect, useMemo, useRef, useState } from "react";
import type { View } from "#domain/view.ts";
import type { Scene } from "#domain/wall/scene.ts";
import type { Bbox, Padding } from "#geo/camera.ts";
import { Boundary } from "../boundary.tsx";
import { page } from "../data/page.ts";
import { regions } from "../data/regions.ts";
import { useFeatures } from "../data/use-features.ts";
import { usePickedRegions } from "../data/use-item.ts";
import { useProgress } from "../data/use-progress.ts";
import { mapCode } from "../map/map-code.ts";
import type { Hovered, MapProps, Stage } from "../map/map-props.ts";
import { showPicture } from "../map/standing-picture.ts";

/** Slow enough not to make those dizzy who look on; none where less motion is wanted (camera-motion.ts). */
const FLIGHT_MS = 4500;

type WallMapProps = {
  scene: Scene;
  view: View;
  pointed: Hovered;
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
  const [box, room, scale] = useRoom(scene.kind);
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
        ? boxOf(
            shown.corridors
              .filter(({ kind, group }) => kind === scene.corridor && group === "seed")
              .flatMap(({ path }) => path),
          )
        : undefined,
    [scene, shown],
  );
  const looking = useMemo(
    () => ({ ...view, afar: true, ...(room ? { room } : {}), ...(target ? { target } : {}) }),
    [view, room, target],
  );
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
        {room && (
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

function boxOf(path: readonly (readonly [number, number])[]): Bbox | undefined {
  if (path.length === 0) return undefined;
  const [lons, lats] = [path.map(([lon]) => lon), path.map(([, lat]) => lat)];
  return [Math.min(...lons), Math.min(...lats), Math.max(...lons), Math.max(...lats)];
}

/**
 * The room that the panels leave, as the style sheet has it (frame.css), in the map's own pixels, and how many of the
 * screen's one of those is. Measured anew when the window changes or a scene has other panels.
 */
function useRoom(kind: Scene["kind"]): [React.RefObject<HTMLDivElement | null>, Padding | null, number] {
  const box = useRef<HTMLDivElement>(null);
  const [measured, setMeasured] = useState<{ room: Padding; scale: number } | null>(null);
  useLayoutEffect(() => {
    const inner = box.current;
    const outer = inner?.parentElement;
    if (!inner || !outer) return;
    const measure = () => {
      const [within, whole] = [inner.getBoundingClientRect(), outer.getBoundingClientRect()];
      if (whole.width === 0) return;
      const scale = whole.width / outer.clientWidth;
      const px = (length: number) => Math.round((length / scale) * 10) / 10;
      const room = {
        top: px(within.top - whole.top),
        right: px(whole.right - within.right),
        bottom: px(whole.bottom - within.bottom),
        left: px(within.left - whole.left),
      };
      setMeasured((now) => (JSON.stringify(now) === JSON.stringify({ room, scale }) ? now : { room, scale }));
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(outer);
    observer.observe(inner);
    return () => observer.disconnect();
  }, [kind]);
  return [box, measured?.room ?? null, measured?.scale ?? 1];
}
