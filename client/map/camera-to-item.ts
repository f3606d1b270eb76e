import type { ItemDetail } from "#domain/query.ts";
import type { Region } from "#domain/region.ts";
import { type Camera, type View, withinLimits } from "#domain/view.ts";
import {
  type Bbox,
  cameraForView,
  DRILL_PADDING,
  FIT_PADDING,
  fitCamera,
  fromMercator,
  type LonLat,
  project,
  type Size,
  toMercator,
} from "#geo/camera.ts";

type Placed = Pick<ItemDetail, "regions"> & { geometry: Pick<ItemDetail["geometry"], "marks" | "lines"> };

/** Less of an area than this is seen as a piece, and not as the area. */
const ENOUGH = 0.5;

/**
 * The camera that shows an item, or null where the view's own shows it: all its marks, some of its line, or at
 * least half the box of its regions. The map goes no nearer than it is, and farther only where it must.
 */
export function cameraToItem(
  { geometry: { marks, lines }, regions: own }: Placed,
  view: Pick<View, "region" | "camera">,
  regions: readonly Region[],
  size: Size,
): Camera | null {
  const camera = cameraForView(view, regions, size);
  const points = marks.map((mark) => mark.at);
  const path = lines.flatMap((line) => line.path);
  const area = boxOf(
    regions
      .filter(({ code }) => own.some((region) => region.code === code))
      .flatMap(({ bbox: [west, south, east, north] }): LonLat[] => [
        [west, south],
        [east, north],
      ]),
  );
  const seen = (at: LonLat) => isSeen(project(at, camera, size), size);
  if (points.length > 0) return points.every(seen) ? null : reaching(boxOf(points), camera, size);
  if (path.some(seen) || area === null) return null;
  return path.length === 0 && seenShare(area, camera, size) >= ENOUGH ? null : reaching(area, camera, size);
}

/** As the address carries it: zoom to 1/100, place to about 10 m. */
export const roundCamera = ({ zoom, lat, lon }: Camera): Camera => ({
  zoom: round(zoom, 2),
  lat: round(lat, 4),
  lon: round(lon, 4),
});
const round = (value: number, digits: number) => Number(value.toFixed(digits));

function boxOf(points: readonly LonLat[]): Bbox | null {
  if (points.length === 0) return null;
  const [lons, lats] = [points.map(([lon]) => lon), points.map(([, lat]) => lat)];
  return [Math.min(...lons), Math.min(...lats), Math.max(...lons), Math.max(...lats)];
}

/** What floats along the edges covers the rest of the window. */
function windowOf({ width, height }: Size) {
  const { top, right, bottom, left } = FIT_PADDING;
  return { left, top, right: width - right, bottom: height - bottom };
}

function isSeen([x, y]: readonly [number, number], size: Size): boolean {
  const { left, top, right, bottom } = windowOf(size);
  return x >= left && x <= right && y >= top && y <= bottom;
}

function seenShare([west, south, east, north]: Bbox, camera: Camera, size: Size): number {
  const [left, top] = project([west, north], camera, size);
  const [right, bottom] = project([east, south], camera, size);
  const open = windowOf(size);
  const across = Math.min(right, open.right) - Math.max(left, open.left);
  const down = Math.min(bottom, open.bottom) - Math.max(top, open.top);
  return (Math.max(0, across) * Math.max(0, down)) / ((right - left) * (bottom - top));
}

function reaching(box: Bbox | null, camera: Camera, size: Size): Camera | null {
  if (box === null) return null;
  const fitted = fitCamera(box, size, DRILL_PADDING);
  if (fitted.zoom <= camera.zoom) return roundCamera(withinLimits(fitted));
  const [west, north] = toMercator([box[0], box[3]]);
  const [east, south] = toMercator([box[2], box[1]]);
  const [lon, lat] = fromMercator([(west + east) / 2, (north + south) / 2]);
  return roundCamera(withinLimits({ zoom: camera.zoom, lat, lon }));
}
