/** Lines outside the region: China's other borders, split where land ends, and those of its neighbours. */
import type { MultiLineString, Position } from "geojson";
import { mesh } from "topojson-client";
import type { GeometryCollection, Topology } from "topojson-specification";
import { PROVINCE_CODE } from "#domain/region.ts";
import { type Area, areasOf } from "./topology-build.ts";

type Division = { code: string; name: string };

export type OutsideLines = {
  /** Between two provinces, neither of them Inner Mongolia. */
  provinces: MultiLineString;
  /** China's land border, without Inner Mongolia's stretch of it. */
  nation: MultiLineString;
  /** Between two foreign countries. */
  countries: MultiLineString;
  /** Where land meets the sea, in China and abroad. */
  coast: MultiLineString;
};

/**
 * A stretch of China's outline within this distance of foreign land is a land border. The two sources differ by
 * up to some km there; the widest strait that must not count as land, 渤海海峡, is ten times as far from Korea.
 */
const LAND_WITHIN_DEGREES = 0.2;

/**
 * `between` says which province borders are wanted; those of Inner Mongolia itself never are. The topologies hold
 * the objects `provinces` and `countries` (land.ts).
 */
export function outsideLines(
  provinces: Topology,
  countries: Topology,
  between: (a: string, b: string) => boolean = () => true,
): OutsideLines {
  const outline = outerMesh(provinces, "provinces", (area) => area.properties.code !== PROVINCE_CODE);
  const foreign = outerMesh(countries, "countries", () => true);
  const nearForeign = nearTo(foreign);
  const nearChina = nearTo(outerMesh(provinces, "provinces", () => true));
  return {
    provinces: innerMesh(
      provinces,
      "provinces",
      (a, b) => a !== PROVINCE_CODE && b !== PROVINCE_CODE && between(a, b),
    ),
    nation: stretches(outline, nearForeign),
    countries: innerMesh(countries, "countries", () => true),
    coast: {
      type: "MultiLineString",
      coordinates: [
        ...stretches(outline, (point) => !nearForeign(point)).coordinates,
        ...stretches(foreign, (point) => !nearChina(point) && !atCut(point)).coordinates,
      ],
    },
  };
}

function collection(topology: Topology, name: string): GeometryCollection<Division> {
  return { type: "GeometryCollection", geometries: areasOf<Division>(topology, name) };
}

function outerMesh(
  topology: Topology,
  name: string,
  keep: (area: Area<Division>) => boolean,
): MultiLineString {
  return mesh(topology, collection(topology, name), (a, b) => a === b && keep(a as Area<Division>));
}

function innerMesh(
  topology: Topology,
  name: string,
  keep: (a: string, b: string) => boolean,
): MultiLineString {
  return mesh(
    topology,
    collection(topology, name),
    (a, b) => a !== b && keep((a as Area<Division>).properties.code, (b as Area<Division>).properties.code),
  );
}

/** Longest runs of points for which `keep` holds; a run of one point is dropped. */
function stretches(lines: MultiLineString, keep: (point: Position) => boolean): MultiLineString {
  const coordinates: Position[][] = [];
  for (const line of lines.coordinates) {
    let run: Position[] = [];
    for (const point of line) {
      if (keep(point)) run.push(point);
      else {
        if (run.length > 1) coordinates.push(run);
        run = [];
      }
    }
    if (run.length > 1) coordinates.push(run);
  }
  return { type: "MultiLineString", coordinates };
}

/** Whether a point lies within `LAND_WITHIN_DEGREES` of the lines; answered from a grid of that size. */
function nearTo(lines: MultiLineString): (point: Position) => boolean {
  const cells = new Map<string, Position[]>();
  const cellOf = (value: number) => Math.floor(value / LAND_WITHIN_DEGREES);
  for (const line of lines.coordinates)
    for (const [index, from] of line.entries())
      for (const [lon, lat] of pointsAlong(from, line[index + 1])) {
        const key = `${cellOf(lon)},${cellOf(lat)}`;
        const points = cells.get(key);
        if (points) points.push([lon, lat]);
        else cells.set(key, [[lon, lat]]);
      }
  return ([lon = 0, lat = 0]) => {
    for (let column = cellOf(lon) - 1; column <= cellOf(lon) + 1; column++)
      for (let row = cellOf(lat) - 1; row <= cellOf(lat) + 1; row++)
        for (const [x = 0, y = 0] of cells.get(`${column},${row}`) ?? [])
          if (Math.hypot(x - lon, y - lat) < LAND_WITHIN_DEGREES) return true;
    return false;
  };
}

/** A segment's own points and enough between them that no gap is wider than half a cell. */
function pointsAlong([x = 0, y = 0]: Position, to: Position | undefined): [number, number][] {
  const [toX = x, toY = y] = to ?? [];
  const steps = Math.max(1, Math.ceil(Math.hypot(toX - x, toY - y) / (LAND_WITHIN_DEGREES / 2)));
  return Array.from({ length: steps }, (_, i) => [x + ((toX - x) * i) / steps, y + ((toY - y) * i) / steps]);
}

/** The countries' file is cut to a box (land.ts): its edges are no coast. */
function atCut([lon = 0, lat = 0]: Position): boolean {
  return lon < 76.01 || lon > 149.99 || lat < 26.01 || lat > 65.99;
}
