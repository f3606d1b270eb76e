/** Writes zips and Shapefiles byte by byte, so that tests can also write them wrong. */
import { crc32, deflateRawSync } from "node:zlib";
import type { MultiPolygon, Polygon, Position } from "geojson";
import type { CountyFile } from "./county-file.ts";

export type ZipPart = { name: string; bytes: Buffer; statedSize?: number };

export function zipOf(parts: readonly ZipPart[]): Buffer {
  const locals: Buffer[] = [];
  const centrals: Buffer[] = [];
  let offset = 0;
  for (const { name, bytes, statedSize } of parts) {
    const [packed, nameBytes] = [deflateRawSync(bytes), Buffer.from(name, "utf8")];
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(8, 4);
    common.writeUInt32LE(crc32(bytes), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(statedSize ?? bytes.length, 18);
    common.writeUInt16LE(nameBytes.length, 22);
    const local = Buffer.concat([Buffer.from("PK\x03\x04", "latin1"), common, nameBytes, packed]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    const madeBy = Buffer.from([20, 0]);
    centrals.push(Buffer.concat([Buffer.from("PK\x01\x02", "latin1"), madeBy, common, tail, nameBytes]));
    locals.push(local);
    offset += local.length;
  }
  const directory = Buffer.concat(centrals);
  const end = Buffer.alloc(22);
  end.write("PK\x05\x06", "latin1");
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, directory, end]);
}

export function shpOf(geometries: readonly (Polygon | MultiPolygon)[]): Buffer {
  const records = geometries.map((geometry, at) => {
    const content = polygonRecord(geometry);
    const head = Buffer.alloc(8);
    head.writeInt32BE(at + 1, 0);
    head.writeInt32BE(content.length / 2, 4);
    return Buffer.concat([head, content]);
  });
  const header = Buffer.alloc(100);
  header.writeInt32BE(9994, 0);
  header.writeInt32BE((100 + records.reduce((sum, one) => sum + one.length, 0)) / 2, 24);
  header.writeInt32LE(1000, 28);
  header.writeInt32LE(5, 32);
  return Buffer.concat([header, ...records]);
}

function polygonRecord(geometry: Polygon | MultiPolygon): Buffer {
  const rings: Position[][] =
    geometry.type === "Polygon" ? geometry.coordinates : geometry.coordinates.flat();
  const points = rings.flat();
  const content = Buffer.alloc(44 + rings.length * 4 + points.length * 16);
  content.writeInt32LE(5, 0);
  content.writeInt32LE(rings.length, 36);
  content.writeInt32LE(points.length, 40);
  let start = 0;
  for (const [at, ring] of rings.entries()) {
    content.writeInt32LE(start, 44 + at * 4);
    start += ring.length;
  }
  for (const [at, [x = 0, y = 0]] of points.entries()) {
    content.writeDoubleLE(x, 44 + rings.length * 4 + at * 16);
    content.writeDoubleLE(y, 52 + rings.length * 4 + at * 16);
  }
  return content;
}

/** A table of text fields; `encode` makes each value's bytes. */
export function dbfOf(
  fields: readonly { name: string; length: number }[],
  rows: readonly (readonly string[])[],
  encode: (text: string) => Buffer = (text) => Buffer.from(text, "utf8"),
): Buffer {
  const rowBytes = 1 + fields.reduce((sum, field) => sum + field.length, 0);
  const header = Buffer.alloc(32 + fields.length * 32 + 1);
  header.writeUInt8(3, 0);
  header.writeUInt32LE(rows.length, 4);
  header.writeUInt16LE(header.length, 8);
  header.writeUInt16LE(rowBytes, 10);
  for (const [at, { name, length }] of fields.entries()) {
    header.write(name, 32 + at * 32, 11, "latin1");
    header.write("C", 32 + at * 32 + 11, "latin1");
    header.writeUInt8(length, 32 + at * 32 + 16);
  }
  header.writeUInt8(0x0d, header.length - 1);
  const body = rows.map((row) => {
    const record = Buffer.alloc(rowBytes, 0x20);
    let offset = 1;
    for (const [at, { length }] of fields.entries()) {
      encode(row[at] ?? "").copy(record, offset);
      offset += length;
    }
    return record;
  });
  return Buffer.concat([header, ...body]);
}

export const PRJ_CGCS2000 =
  'GEOGCS["GCS_China_Geodetic_Coordinate_System_2000",DATUM["D_China_2000",SPHEROID["CGCS2000",6378137.0,298.257222101]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]]';
export const PRJ_GAUSS_KRUGER =
  'PROJCS["CGCS2000_3_Degree_GK_CM_111E",GEOGCS["GCS_China_Geodetic_Coordinate_System_2000",DATUM["D_China_2000",SPHEROID["CGCS2000",6378137.0,298.257222101]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]],PROJECTION["Gauss_Kruger"],UNIT["Meter",1.0]]';

/** The parts of a county Shapefile: codes in XZQDM, names in XZQMC. */
export function shapefileParts(file: CountyFile): { shp: ZipPart; dbf: ZipPart; prj: ZipPart; cpg: ZipPart } {
  const rows = file.features.map(({ properties }) => [properties.adcode, properties.name]);
  return {
    shp: { name: "xian.shp", bytes: shpOf(file.features.map(({ geometry }) => geometry)) },
    dbf: {
      name: "xian.dbf",
      bytes: dbfOf(
        [
          { name: "XZQDM", length: 12 },
          { name: "XZQMC", length: 60 },
        ],
        rows,
      ),
    },
    prj: { name: "xian.prj", bytes: Buffer.from(PRJ_CGCS2000) },
    cpg: { name: "xian.cpg", bytes: Buffer.from("UTF-8") },
  };
}
