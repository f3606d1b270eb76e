import { type RefObject, useEffect, useEffectEvent } from "react";
import { cameraForView, project } from "#geo/camera.ts";
import type { MapProps } from "./map-props.ts";
import { MapTooltip, type Pointed } from "./map-tooltip.tsx";
import type { OneMap } from "./one-map.ts";
import { useRegionWalk } from "./region-walk.ts";

/** One press of an arrow key with Shift, px. */
const STEP = 120;
const PANS: Readonly<Record<string, readonly [x: number, y: number]>> = {
  ArrowLeft: [-STEP, 0],
  ArrowRight: [STEP, 0],
  ArrowUp: [0, -STEP],
  ArrowDown: [0, STEP],
};

export type MapHandProps = {
  box: RefObject<HTMLElement | null>;
  map: RefObject<OneMap | null>;
  pointed: Pointed | null;
  props: MapProps;
};

/** What the map does under a hand: the words at the pointer, and the keys. Nobody needs it before the map is whole. */
export function MapHand({ box, map, pointed, props }: MapHandProps) {
  const walk = useRegionWalk(props);
  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const pan = event.shiftKey ? PANS[event.key] : undefined;
    if (pan) map.current?.panBy(...pan);
    else if (event.key === "+" || event.key === "=") map.current?.zoomBy(1);
    else if (event.key === "-") map.current?.zoomBy(-1);
    else if (event.key === "0" || event.key === "Home") map.current?.fit();
    else if (!walk.press(event.key)) return;
    event.preventDefault();
  });
  const onBlur = useEffectEvent(() => props.onHover(null));
  useEffect(() => {
    const place = box.current;
    place?.addEventListener("keydown", onKeyDown);
    place?.addEventListener("blur", onBlur);
    return () => {
      place?.removeEventListener("keydown", onKeyDown);
      place?.removeEventListener("blur", onBlur);
    };
  }, [box]);

  // A region that one steps on beyond the edge is brought into sight.
  const { cursor } = walk;
  const bringIn = useEffectEvent((code: string) => {
    const anchor = props.regions.find((one) => one.code === code)?.anchor;
    const size = { width: box.current?.clientWidth ?? 0, height: box.current?.clientHeight ?? 0 };
    const camera = cameraForView(props.view, props.regions, size);
    const [x, y] = anchor ? project(anchor, camera, size) : [0, 0];
    const seen = x >= 0 && y >= 0 && x <= size.width && y <= size.height;
    if (anchor && !seen) map.current?.open([...anchor], camera.zoom);
  });
  useEffect(() => {
    if (cursor !== null) bringIn(cursor);
  }, [cursor]);

  return (
    <>
      {pointed && <MapTooltip pointed={pointed} props={props} />}
      <p aria-live="polite" className="visually-hidden">
        {walk.spoken}
      </p>
    </>
  );
}
