import type { FeatureCollection, Point } from "geojson";
import type {
  Map as GlMap,
  LayerSpecification,
  StyleSpecification,
  SymbolLayerSpecification,
} from "maplibre-gl";
import type { Box, Sheet } from "#domain/brief/sheet.ts";
import { SEA } from "../layers/ground.ts";
import { withYieldingNames } from "./yielding-names.ts";

/** Source, layer and image of what holds names off the parts of a map that title, legend and scale stand on. */
export const COVERED = "covered";
/** Side of a cell, CSS px: about the height of a name. */
const CELL = 24;

const LAYER: SymbolLayerSpecification = {
  id: COVERED,
  type: "symbol",
  source: COVERED,
  layout: { "icon-image": COVERED, "icon-overlap": "always", "icon-padding": 0 },
};

/** The style with clear cells above all else: what is placed first keeps its place, and names find theirs. */
export function withCovered(
  look: StyleSpecification,
  data: FeatureCollection<Point> = cells([]),
): StyleSpecification {
  const style = withYieldingNames(look);
  return {
    ...style,
    sources: { ...style.sources, [COVERED]: { type: "geojson", data } },
    layers: [...style.layers.map(seaEverywhere), LAYER],
  };
}

/** A page has no colour of its own for where the baked ground ends. */
function seaEverywhere(layer: LayerSpecification): LayerSpecification {
  const { minzoom, ...everywhere } = layer;
  return layer.id === SEA ? (everywhere as LayerSpecification) : layer;
}

/** A cell that is not seen. */
export const coveredImage = (): ImageData => new ImageData(CELL, CELL);

/** Where the cells stand under the map's present camera. */
export function coveredCells(
  map: GlMap,
  { box: frame, css, covered }: Sheet["map"],
): FeatureCollection<Point> {
  const perMm = css.width / frame.width;
  const boxes = covered.map((box) => ({
    x: (box.x - frame.x) * perMm,
    y: (box.y - frame.y) * perMm,
    width: box.width * perMm,
    height: box.height * perMm,
  }));
  const points = [...boxes, ...around(css)].flatMap(gridOver);
  return cells(points.map((point) => map.unproject(point).toArray()));
}

/** Strips just outside the frame: a name that would cross its edge is cut there. */
const around = ({ width, height }: { width: number; height: number }): Box[] => [
  { x: -CELL, y: -CELL, width: width + 2 * CELL, height: CELL },
  { x: -CELL, y: height, width: width + 2 * CELL, height: CELL },
  { x: -CELL, y: 0, width: CELL, height },
  { x: width, y: 0, width: CELL, height },
];

/** Middles of cells that together cover a box and no more. */
function gridOver({ x, y, width, height }: Box): [number, number][] {
  const middles = (from: number, length: number) => {
    const count = Math.max(1, Math.ceil(length / CELL));
    const step = count === 1 ? 0 : (length - CELL) / (count - 1);
    return Array.from({ length: count }, (_, index) => from + CELL / 2 + index * step);
  };
  return middles(y, height).flatMap((down) =>
    middles(x, width).map((across): [number, number] => [across, down]),
  );
}

const cells = (points: readonly [number, number][]): FeatureCollection<Point> => ({
  type: "FeatureCollection",
  features: points.map((coordinates) => ({
    type: "Feature",
    properties: {},
    geometry: { type: "Point", coordinates },
  })),
});
