/** Geometries as a GeoPackage holds them: OGC 12-128r19, 2.1.3: a header, then well-known binary (ISO 19125-1). */
import type { Geometry, Position } from "geojson";

const KIND = {
  Point: 1,
  LineString: 2,
  Polygon: 3,
  MultiPoint: 4,
  MultiLineString: 5,
  MultiPolygon: 6,
  GeometryCollection: 7,
} as const;

/** Little-endian, no envelope. */
const FLAGS = 0b1;
const LITTLE = 1;

export function geoPackageGeometry(geometry: Geometry, srs: number): Buffer {
  const head = Buffer.alloc(8);
  head.write("GP", "latin1");
  head.writeUInt8(FLAGS, 3);
  head.writeInt32LE(srs, 4);
  return Buffer.concat([head, wkb(geometry)]);
}

/** Heights are left out: the ledger has none. */
export function wkb(geometry: Geometry): Buffer {
  const { type } = geometry;
  const parts = (): Buffer[] => {
    switch (geometry.type) {
      case "Point":
        return [position(geometry.coordinates)];
      case "LineString":
        return [positions(geometry.coordinates)];
      case "Polygon":
        return [count(geometry.coordinates), ...geometry.coordinates.map(positions)];
      case "MultiPoint":
        return many(geometry.coordinates.map((coordinates) => ({ type: "Point", coordinates })));
      case "MultiLineString":
        return many(geometry.coordinates.map((coordinates) => ({ type: "LineString", coordinates })));
      case "MultiPolygon":
        return many(geometry.coordinates.map((coordinates) => ({ type: "Polygon", coordinates })));
      case "GeometryCollection":
        return many(geometry.geometries);
    }
  };
  const head = Buffer.alloc(5);
  head.writeUInt8(LITTLE, 0);
  head.writeUInt32LE(KIND[type], 1);
  return Buffer.concat([head, ...parts()]);
}

const many = (geometries: readonly Geometry[]): Buffer[] => [count(geometries), ...geometries.map(wkb)];

function count({ length }: readonly unknown[]): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(length);
  return bytes;
}

const positions = (all: readonly Position[]): Buffer => Buffer.concat([count(all), ...all.map(position)]);

function position([lon = Number.NaN, lat = Number.NaN]: Position): Buffer {
  const bytes = Buffer.alloc(16);
  bytes.writeDoubleLE(lon, 0);
  bytes.writeDoubleLE(lat, 8);
  return bytes;
}
