import type { MultiPolygon, Polygon, Position } from "geojson";
import { gcj02ToWgs84 } from "#geo/gcj02.ts";
import type { RawLayer } from "./layer.ts";
import { ImportRefusal } from "./refusal.ts";

/** What is taken. CGCS2000 (EPSG:4490) and WGS 84 are equal within a decimetre or two: far below this scale. */
export const TAKEN_CRS = ["EPSG:4490", "EPSG:4326", "GCJ-02"] as const;
export type TakenCrs = (typeof TAKEN_CRS)[number];

const HOW_TO = 'transform it first, for example with "ogr2ogr -t_srs EPSG:4490 counties.geojson FILE"';

/**
 * The CRS a layer is in: the one given, else the one the file states. Refused: none known, one that is not taken,
 * and a file that states another than the one given. GCJ-02 has no code that a file could state, so `--crs GCJ-02`
 * overrides a file that states WGS 84, as map services' exports do.
 */
export function resolveCrs(layer: RawLayer, given: TakenCrs | null): TakenCrs {
  const stated = layer.crs === null ? null : knownCrs(layer.crs);
  if (layer.crs !== null && stated === null) {
    throw new ImportRefusal(
      `The file states the CRS ${shortened(layer.crs)}; only ${TAKEN_CRS.join(", ")} are taken: ${HOW_TO}.`,
    );
  }
  if (given === "GCJ-02") return given;
  if (given !== null && stated !== null && given !== stated) {
    throw new ImportRefusal(`The file states ${stated} and --crs says ${given}: one of them is wrong.`);
  }
  const crs = given ?? stated ?? (layer.silenceMeansWgs84 ? "EPSG:4326" : null);
  if (crs === null) {
    throw new ImportRefusal(
      `The Shapefile has no .prj, so its CRS is unknown: say --crs ${TAKEN_CRS.join(", --crs ")}, whichever it is.`,
    );
  }
  return crs;
}

/** A CRS name, URN or WKT as one of the taken ones; null for any other, projected ones too. */
function knownCrs(text: string): TakenCrs | null {
  if (/^\s*PROJ(CS|CRS)\s*\[/i.test(text)) return null;
  if (/^\s*GEOG(CS|CRS)\s*\[/i.test(text)) {
    if (
      /China[_ ]Geodetic[_ ]Coordinate[_ ]System[_ ]2000|CGCS[_ ]?2000|D_China_2000|China_2000/i.test(text)
    ) {
      return "EPSG:4490";
    }
    return /^\s*GEOG(CS|CRS)\s*\[\s*"(GCS_)?WGS[_ ]?(19)?84"/i.test(text) ? "EPSG:4326" : null;
  }
  const name = text.trim().toUpperCase();
  if (/^(URN:OGC:DEF:CRS:)?EPSG:[\d.]*:?4490$/.test(name) || /^CGCS ?2000$/.test(name)) return "EPSG:4490";
  if (/^(URN:OGC:DEF:CRS:)?EPSG:[\d.]*:?4326$/.test(name) || /^WGS ?84$/.test(name)) return "EPSG:4326";
  if (/^(URN:OGC:DEF:CRS:OGC:[\d.]*:|OGC:)?CRS84$/.test(name)) return "EPSG:4326";
  return /^GCJ-?02$/.test(name) ? "GCJ-02" : null;
}

const shortened = (text: string): string => {
  const line = text.replace(/\s+/g, " ");
  return line.length > 80 ? `${line.slice(0, 80)}…` : line;
};

/** Boxes that tell how a wrong file is wrong: China's land and sea, and the same with lon and lat swapped. */
const CHINA = { west: 73, south: 3, east: 136, north: 54 };

/** Refuses a position that cannot be degrees of longitude and latitude in China, saying what it seems to be. */
export function refuseOutsideChina(geometry: Polygon | MultiPolygon, where: string): void {
  for (const [x, y] of positionsOf(geometry)) {
    if (isInChina(x, y)) continue;
    const at = `${where} has a position ${x} ${y}`;
    if (isInChina(y, x)) {
      throw new ImportRefusal(`${at}: latitude and longitude are swapped; longitude comes first.`);
    }
    if (Math.abs(x) > 180 || Math.abs(y) > 90) {
      throw new ImportRefusal(`${at}: these are projected metres, not degrees; ${HOW_TO}.`);
    }
    throw new ImportRefusal(`${at}, which is outside China.`);
  }
}

const isInChina = (lon: number, lat: number): boolean =>
  lon >= CHINA.west && lon <= CHINA.east && lat >= CHINA.south && lat <= CHINA.north;

export function* positionsOf(geometry: Polygon | MultiPolygon): Generator<[number, number]> {
  const polygons = geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates;
  for (const rings of polygons) {
    for (const ring of rings) for (const [lon = Number.NaN, lat = Number.NaN] of ring) yield [lon, lat];
  }
}

/** Seven decimals of a degree: a centimetre, and the grid on which overlaps are reckoned. */
const round7 = (degrees: number): number => Math.round(degrees * 1e7) / 1e7;

/** The geometry in WGS 84, on a grid of a centimetre. */
export function toWgs84<G extends Polygon | MultiPolygon>(
  geometry: G,
  crs: TakenCrs,
): Polygon | MultiPolygon {
  const move = ([lon = Number.NaN, lat = Number.NaN]: Position): Position => {
    const [x, y] = crs === "GCJ-02" ? gcj02ToWgs84([lon, lat]) : [lon, lat];
    return [round7(x), round7(y)];
  };
  const rings = (ring: Position[][]) => ring.map((positions) => positions.map(move));
  return geometry.type === "Polygon"
    ? { type: "Polygon", coordinates: rings(geometry.coordinates) }
    : { type: "MultiPolygon", coordinates: geometry.coordinates.map(rings) };
}
