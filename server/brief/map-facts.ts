import type { Brief, Extent } from "#domain/brief/brief.ts";
import type { BriefFacts } from "#domain/brief/facts.ts";
import { fitRoom, type Layout } from "#domain/brief/layout.ts";
import type { MapFeatures } from "#domain/query.ts";
import { PROVINCE_CODE, type Region } from "#domain/region.ts";
import { type Camera, type View, withinLimits } from "#domain/view.ts";
import {
  fitCamera,
  fromMercator,
  type LonLat,
  project,
  type Size,
  scaleOf,
  toMercator,
} from "#geo/camera.ts";

/** Length of the equator, km. */
const EQUATOR_KM = 40_075.017;

/** What the frame shows: its camera, its scale, and where meridians and parallels meet its edges. */
export function mapFacts(
  { extent }: Pick<Brief, "extent">,
  layout: Layout,
  view: Pick<View, "region">,
  regions: readonly Region[],
): BriefFacts["map"] {
  const camera = withinLimits(cameraOf(extent, layout, view, regions));
  const pxPerMm = layout.css.width / layout.map.width;
  const narrow = Math.cos((camera.lat * Math.PI) / 180);
  return {
    camera,
    kmPerMm: ((EQUATOR_KM * narrow) / scaleOf(camera.zoom)) * pxPerMm,
    centreLat: camera.lat,
    graticule: graticuleOf(camera, layout),
  };
}

function cameraOf(
  extent: Extent,
  layout: Layout,
  view: Pick<View, "region">,
  regions: readonly Region[],
): Camera {
  const { css, map } = layout;
  if (extent.kind === "view") {
    // All that the screen shows is on the page, as large as the frame allows.
    const larger = Math.min(css.width / extent.width, css.height / extent.height);
    return { ...extent.camera, zoom: extent.camera.zoom + Math.log2(larger) };
  }
  const code = extent.kind === "region" ? (view.region ?? PROVINCE_CODE) : PROVINCE_CODE;
  const region = regions.find((one) => one.code === code);
  if (region === undefined) throw new Error(`brief: no region ${code} among ${regions.length}`);
  const px = css.width / map.width;
  const room = fitRoom(layout, code === PROVINCE_CODE);
  const padding = {
    top: room.top * px,
    right: room.right * px,
    bottom: room.bottom * px,
    left: room.left * px,
  };
  return fitCamera(region.bbox, css, padding);
}

const STEPS = [10, 5, 2, 1, 0.5, 0.2, 0.1, 0.05];

/** At every 5° on the whole; nearer, so that three or more stand at each edge. */
function graticuleOf(camera: Camera, { css, map }: Layout): BriefFacts["map"]["graticule"] {
  const scale = scaleOf(camera.zoom);
  const [x, y] = toMercator([camera.lon, camera.lat]);
  const half = { x: css.width / 2 / scale, y: css.height / 2 / scale };
  const [west, north] = fromMercator([x - half.x, y - half.y]);
  const [east, south] = fromMercator([x + half.x, y + half.y]);
  const step = STEPS.find((one) => Math.min(east - west, north - south) / one >= 3) ?? 0.05;
  const px = css.width / map.width;
  const mm = (at: number) => Math.round((at / px) * 100) / 100;
  const degrees = (from: number, to: number) => {
    const list: number[] = [];
    for (let at = Math.ceil(from / step); at * step <= to; at += 1)
      list.push(Math.round(at * step * 100) / 100);
    return list;
  };
  return [
    ...degrees(west, east).map((lon) => ({
      axis: "lon" as const,
      degrees: lon,
      at: mm(project([lon, camera.lat], camera, css)[0]),
    })),
    ...degrees(south, north).map((lat) => ({
      axis: "lat" as const,
      degrees: lat,
      at: mm(project([camera.lon, lat], camera, css)[1]),
    })),
  ];
}

/** What of the map's features lies in the frame: of a line, a part of it. */
export function seenIn(features: MapFeatures, camera: Camera, size: Size): MapFeatures {
  const inFrame = ([x, y]: readonly [number, number]) =>
    x >= 0 && y >= 0 && x <= size.width && y <= size.height;
  const seen = (at: LonLat) => inFrame(project(at, camera, size));
  const crosses = (path: readonly LonLat[]) =>
    path.some((to, index) => {
      const [x, y] = project(to, camera, size);
      const [fromX, fromY] = project(path[index - 1] ?? to, camera, size);
      // Points close enough together that no leg jumps over the frame.
      const steps = Math.ceil(Math.hypot(x - fromX, y - fromY) / 20) + 1;
      return Array.from({ length: steps + 1 }, (_, step) => step / steps).some((t) =>
        inFrame([fromX + (x - fromX) * t, fromY + (y - fromY) * t]),
      );
    });
  return {
    ...features,
    points: features.points.filter(({ at }) => seen(at)),
    hubs: features.hubs.filter(({ at }) => seen(at)),
    corridors: features.corridors.filter(({ path }) => crosses(path)),
  };
}
