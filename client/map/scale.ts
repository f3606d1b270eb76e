const EQUATOR_M = 40_075_016.686;
/** MapLibre's world at zoom 0, in CSS px. */
const WORLD_PX = 512;
const ROUND = [1, 2, 5] as const;

/** Metres that one CSS px covers at a latitude: Mercator stretches towards the poles, so it is true there alone. */
export const metresPerPixel = (zoom: number, latitude: number): number =>
  (EQUATOR_M * Math.cos((latitude * Math.PI) / 180)) / (WORLD_PX * 2 ** zoom);

/** The longest round length (1, 2 or 5 times a power of ten, in m) that fits, with its width in px. */
export function scaleBar(perPixel: number, widestPx: number): { metres: number; px: number } {
  const most = perPixel * widestPx;
  const power = 10 ** Math.floor(Math.log10(most));
  const metres = power * (ROUND.findLast((round) => round * power <= most) ?? 1);
  return { metres, px: metres / perPixel };
}
