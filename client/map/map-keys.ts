import type { Region } from "#domain/region.ts";
import { type Camera, withinLimits } from "#domain/view.ts";
import { fromMercator, scaleOf, toMercator } from "#geo/camera.ts";

const DIRECTIONS: Record<string, readonly [x: number, y: number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};
export const isArrow = (key: string): boolean => key in DIRECTIONS;

/**
 * The region that an arrow key leads to from `from`: the one whose name stands nearest in that direction, where
 * a step aside counts double. Without a start it is the westernmost. `from` itself where nothing lies that way.
 */
export function regionTowards(key: string, from: string | null, among: readonly Region[]): string | null {
  const start = among.find((region) => region.code === from);
  const direction = DIRECTIONS[key];
  if (!start || !direction) return among.toSorted((a, b) => a.anchor[0] - b.anchor[0])[0]?.code ?? null;
  const [startX, startY] = toMercator(start.anchor);
  let best = { code: start.code, cost: Infinity };
  for (const { code, anchor } of among) {
    const [x, y] = toMercator(anchor);
    const along = (x - startX) * direction[0] + (y - startY) * direction[1];
    const aside = Math.abs((x - startX) * direction[1]) + Math.abs((y - startY) * direction[0]);
    if (code === start.code || along <= 0 || aside > along * 2.5) continue;
    const cost = along + aside * 2;
    if (cost < best.cost) best = { code, cost };
  }
  return best.code;
}

const STEP_PX = 120;

/** Camera after `+`, `-` or Shift with an arrow; null for any other key. */
export function movedCamera(key: string, shift: boolean, camera: Camera): Camera | null {
  const zoomed = key === "+" || key === "=" ? 0.5 : key === "-" ? -0.5 : 0;
  const direction = shift ? DIRECTIONS[key] : undefined;
  if (zoomed === 0 && !direction) return null;
  const [x, y] = toMercator([camera.lon, camera.lat]);
  const step = STEP_PX / scaleOf(camera.zoom);
  const [lon, lat] = fromMercator([x + (direction?.[0] ?? 0) * step, y + (direction?.[1] ?? 0) * step]);
  return withinLimits({ zoom: camera.zoom + zoomed, lat, lon });
}
