import type { Map as GlMap } from "maplibre-gl";
import type { Camera } from "#domain/view.ts";
import { wantsLessMotion } from "../look/less-motion.ts";
import { roundCamera } from "./camera-to-item.ts";

/** VISUAL.md, motion: the camera takes 900 ms, ease-in-out; none when reduced. */
const FLIGHT_MS = 900;
const easeInOut = (t: number) => (t < 0.5 ? 4 * t ** 3 : 1 - (-2 * t + 2) ** 3 / 2);

/** How long a step of the camera takes, in ms: none for a reader who wants no motion. */
export const stepMs = (ms: number): number => (wantsLessMotion() ? 0 : ms);

export function moveTo(map: GlMap, camera: Camera, how: "at once" | "flying", ms = FLIGHT_MS): void {
  const target = { center: [camera.lon, camera.lat] as [number, number], zoom: camera.zoom };
  if (how === "at once" || wantsLessMotion()) map.jumpTo(target);
  else map.easeTo({ ...target, duration: ms, easing: easeInOut });
}

export function roundedCamera(map: GlMap): Camera {
  const { lng, lat } = map.getCenter();
  return roundCamera({ zoom: map.getZoom(), lat, lon: lng });
}

export const sameCamera = (a: Camera | null, b: Camera | null): boolean =>
  a === b || (a !== null && b !== null && a.zoom === b.zoom && a.lat === b.lat && a.lon === b.lon);
