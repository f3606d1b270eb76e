/**
 * Where the baked pictures lie: west, south, east, north in degrees. The pictures are in Web Mercator, so
 * their four corners place them exactly, in MapLibre's `image` source as in the SVG picture.
 */
export type Bbox = readonly [west: number, south: number, east: number, north: number];

/** `ground-*.webp`: everything but the region itself, one picture per theme. Meant for zoom ≤ 5.6. */
export const GROUND_BBOX: Bbox = [80, 30, 144, 61];

/** `relief-*.webp`: shading to lay above the region's fill, transparent outside the region. */
export const RELIEF_BBOX: Bbox = [97, 37.2, 126.4, 53.5];

/** Corners as MapLibre's `image` source wants them: top left, top right, bottom right, bottom left. */
export function cornersOf([west, south, east, north]: Bbox): [Corner, Corner, Corner, Corner] {
  return [
    [west, north],
    [east, north],
    [east, south],
    [west, south],
  ];
}
type Corner = [lon: number, lat: number];
