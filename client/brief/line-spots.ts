import type { Feature, Point } from "geojson";
import type { Map as GlMap, LayerSpecification, StyleSpecification } from "maplibre-gl";
import type { Sheet } from "#domain/brief/sheet.ts";
import { LEDGER } from "../layers/scene.ts";

type Xy = readonly [x: number, y: number];
type Side = readonly [anchor: string, em: Xy];
/** Of a name in ems from its own place, as MapLibre takes them: an anchor, its offset, the next anchor. */
export type Spots = (string | Xy)[];

/** Between two places along a line, em; and how many there are at most. */
const STEP = 1;
const MOST = 60;
/** Slopes: of a steeper line a name is clear beside it, of a flatter one above and below it. */
const STEEP = 1.5;
const FLAT = 1 / 3;

/**
 * The style with each line's name free to stand anywhere along what the page shows of the line, the nearest to its own
 * place first. On screen it has that place alone: whoever moves the map finds another.
 */
export function withLineSpots(
  style: StyleSpecification,
  map: Pick<GlMap, "project" | "getZoom">,
  { css }: Pick<Sheet["map"], "css">,
): StyleSpecification {
  const ledger = style.sources[LEDGER];
  if (ledger?.type !== "geojson" || typeof ledger.data === "string") return style;
  if (ledger.data.type !== "FeatureCollection") return style;
  const em = sizeIn(style.layers, map.getZoom());
  const onPage = ([lon = 0, lat = 0]: number[]): Xy => {
    const { x, y } = map.project([lon, lat]);
    return [x, y];
  };
  const paths = new Map<unknown, Xy[]>();
  for (const { geometry, properties } of ledger.data.features) {
    if (geometry.type !== "LineString" || properties?.draw !== "corridor") continue;
    paths.set(properties.of, geometry.coordinates.map(onPage));
  }
  const features = ledger.data.features.map((feature) => {
    const path = paths.get(feature.properties?.of);
    if (path === undefined || !isName(feature)) return feature;
    const spots = spotsAlong(path, onPage(feature.geometry.coordinates), em, css);
    return spots.length === 0 ? feature : { ...feature, properties: { ...feature.properties, spots } };
  });
  return {
    ...style,
    sources: { ...style.sources, [LEDGER]: { ...ledger, data: { ...ledger.data, features } } },
  };
}

const isName = (feature: Feature): feature is Feature<Point> =>
  feature.geometry.type === "Point" && feature.properties?.draw === "corridor-name";

/** Beside each place along a path of the page, from `at` outwards; `em` and all lengths in CSS px. */
export function spotsAlong(
  path: readonly Xy[],
  at: Xy,
  em: number,
  { width, height }: { width: number; height: number },
): Spots {
  const places = placesAlong(path, STEP * em).filter(
    ({ xy: [x, y] }) => x >= 0 && x <= width && y >= 0 && y <= height,
  );
  const from = ({ xy }: { xy: Xy }) => Math.hypot(xy[0] - at[0], xy[1] - at[1]);
  const near = places.toSorted((a, b) => from(a) - from(b)).slice(0, MOST);
  const spotsOf = (sides: (run: Xy) => readonly Side[]): Spots =>
    near.flatMap(({ xy, run }) =>
      sides(run).flatMap(
        ([anchor, [right, down]]): Spots => [
          anchor,
          [(xy[0] - at[0]) / em + right, (xy[1] - at[1]) / em + down],
        ],
      ),
    );
  // Where it is clear of its line nowhere, it rather lies over a bit of it than be missing.
  return [...spotsOf(sidesOf), ...spotsOf(() => BESIDE)];
}

const BESIDE: readonly Side[] = [
  ["left", [0.8, 0]],
  ["right", [-0.8, 0]],
];

/** Places on a path at equal lengths, and how it runs there. */
function placesAlong(path: readonly Xy[], step: number): { xy: Xy; run: Xy }[] {
  const places: { xy: Xy; run: Xy }[] = [];
  let left = step / 2;
  for (const [index, to] of path.slice(1).entries()) {
    const from = path[index] as Xy;
    const run: Xy = [to[0] - from[0], to[1] - from[1]];
    const length = Math.hypot(...run);
    for (; left <= length && length > 0; left += step) {
      const t = left / length;
      places.push({ xy: [from[0] + run[0] * t, from[1] + run[1] * t], run });
    }
    left -= length;
  }
  return places;
}

/** The sides that the line does not run through. */
function sidesOf([dx, dy]: Xy): readonly Side[] {
  if (Math.abs(dy) >= STEEP * Math.abs(dx)) return BESIDE;
  if (Math.abs(dy) <= FLAT * Math.abs(dx))
    return [["bottom", [0, -0.8]] as const, ["top", [0, 0.8]] as const];
  return dx * dy > 0
    ? [["bottom-left", [0.5, -0.3]] as const, ["top-right", [-0.5, 0.3]] as const]
    : [["top-left", [0.5, 0.3]] as const, ["bottom-right", [-0.5, -0.3]] as const];
}

/** px of lines' names at a zoom: an exponential interpolation between stops (layers/scene.ts, byZoom). */
function sizeIn(layers: readonly LayerSpecification[], zoom: number): number {
  const names = layers.find(({ id }) => id === "corridor-name");
  const size = names?.type === "symbol" ? names.layout?.["text-size"] : undefined;
  if (typeof size === "number") return size;
  if (!Array.isArray(size)) return 16;
  const [, way, , ...stops] = size as unknown as [string, [string, number?], unknown, ...number[]];
  const base = way[1] ?? 1;
  const pairs = stops.flatMap((value, index) =>
    index % 2 === 0 ? [{ zoom: value, px: stops[index + 1] ?? 0 }] : [],
  );
  const above = pairs.findIndex((stop) => stop.zoom >= zoom);
  const [to, from] = [pairs[above] ?? pairs.at(-1), pairs[above - 1]];
  if (to === undefined) return 16;
  if (from === undefined || above < 0) return to.px;
  const share = (z: number) => (base === 1 ? z : base ** z - 1);
  return from.px + ((to.px - from.px) * share(zoom - from.zoom)) / share(to.zoom - from.zoom);
}
