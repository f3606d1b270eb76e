/** All collections in one file (GeoPackage 1.3, OGC 12-128r17), for GIS programs without a connection. */

import { DatabaseSync, type SQLInputValue } from "node:sqlite";
import { setImmediate as aTurn } from "node:timers/promises";
import { type FeaturesQuery, MOST_FEATURES } from "#domain/features/features-query.ts";
import type { Collection, OneFeature } from "./collection.ts";
import { geoPackageGeometry } from "./wkb.ts";

const WGS84 = 4326;
/** "GPKG" */
const APPLICATION_ID = 0x47_50_4b_47;
const VERSION = 10_300;
/** Rows written before others have their turn. */
const BATCH = 200;

const WGS84_WKT =
  'GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563]],PRIMEM["Greenwich",0],UNIT["degree",0.0174532925199433],AUTHORITY["EPSG","4326"]]';

const SCHEMA = `
  create table gpkg_spatial_ref_sys (
    srs_name text not null, srs_id integer primary key, organization text not null,
    organization_coordsys_id integer not null, definition text not null, description text);
  create table gpkg_contents (
    table_name text primary key, data_type text not null, identifier text unique, description text default '',
    last_change datetime not null, min_x double, min_y double, max_x double, max_y double,
    srs_id integer references gpkg_spatial_ref_sys (srs_id));
  create table gpkg_geometry_columns (
    table_name text not null unique references gpkg_contents (table_name), column_name text not null,
    geometry_type_name text not null, srs_id integer not null references gpkg_spatial_ref_sys (srs_id),
    z tinyint not null, m tinyint not null, primary key (table_name, column_name));
`;

export type Packaged = {
  collections: readonly Collection[];
  asked: Pick<FeaturesQuery, "lang" | "time">;
  /** Stands in each table's description: what this is, of which revision, and the cautions. */
  about: string;
  /** ISO 8601 */
  changedAt: string;
};

/** Writes the file; `signal` gives it up between two batches. @throws what the disk says, and why it was given up */
export async function writeGeoPackage(path: string, packaged: Packaged, signal: AbortSignal): Promise<void> {
  const file = new DatabaseSync(path);
  try {
    // A file that is cut off is thrown away: it needs neither journal nor sync.
    file.exec(`pragma journal_mode = off; pragma synchronous = off;
      pragma application_id = ${APPLICATION_ID}; pragma user_version = ${VERSION};`);
    file.exec(SCHEMA);
    const reference = file.prepare("insert into gpkg_spatial_ref_sys values (?, ?, ?, ?, ?, ?)");
    reference.run("Undefined cartesian", -1, "NONE", -1, "undefined", null);
    reference.run("Undefined geographic", 0, "NONE", 0, "undefined", null);
    reference.run("WGS 84", WGS84, "EPSG", WGS84, WGS84_WKT, "lon, lat in degrees");
    for (const collection of packaged.collections) await writeTable(file, collection, packaged, signal);
  } finally {
    file.close();
  }
}

async function writeTable(
  file: DatabaseSync,
  collection: Collection,
  packaged: Packaged,
  signal: AbortSignal,
) {
  const { asked, about, changedAt } = packaged;
  const { id, title, description } = collection;
  const ask = { ...asked, limit: MOST_FEATURES, boxes: null };
  const first = await collection.page({ ...ask, after: null });
  const columns = columnsOf(first.features);
  file.exec(
    `create table ${id} (fid integer primary key, geom blob${columns
      .map(({ name, type }) => `, ${quoted(name)} ${type}`)
      .join("")})`,
  );
  const box = (await collection.extent()) ?? [null, null, null, null];
  file
    .prepare("insert into gpkg_contents values (?, 'features', ?, ?, ?, ?, ?, ?, ?, ?)")
    .run(id, title[asked.lang], `${description[asked.lang]}\n${about}`, changedAt, ...box, WGS84);
  file.prepare("insert into gpkg_geometry_columns values (?, 'geom', 'GEOMETRY', ?, 0, 0)").run(id, WGS84);
  const insert = file.prepare(`insert into ${id} values (null, ?${", ?".repeat(columns.length)})`);
  for (let page = first; ; page = await collection.page({ ...ask, after: page.next })) {
    for (let from = 0; from < page.features.length; from += BATCH) {
      signal.throwIfAborted();
      file.exec("begin");
      for (const { geometry, properties } of page.features.slice(from, from + BATCH)) {
        const values = columns.map(({ name, type }) => cell(properties?.[name], type));
        insert.run(
          (geometry as typeof geometry | null) === null ? null : geoPackageGeometry(geometry, WGS84),
          ...values,
        );
      }
      file.exec("commit");
      await aTurn();
    }
    if (page.next === null) return;
  }
}

type Column = { name: string; type: "text" | "double" | "boolean" };

/** All features of a collection have the same members; a type is told by those that have a value. */
const columnsOf = (features: readonly OneFeature[]): Column[] =>
  Object.keys(features[0]?.properties ?? {}).map((name) => {
    const values = features
      .map(({ properties }) => properties?.[name] ?? null)
      .filter((value) => value !== null);
    const all = (type: string) => values.length > 0 && values.every((value) => typeof value === type);
    return { name, type: all("number") ? "double" : all("boolean") ? "boolean" : "text" };
  });

/** What has members stands as JSON, as GDAL reads it from GeoJSON too. */
function cell(value: unknown, type: Column["type"]): SQLInputValue {
  if (value === null || value === undefined) return null;
  if (type === "boolean") return value === true ? 1 : 0;
  if (type === "double") return Number(value);
  return typeof value === "string" ? value : JSON.stringify(value);
}

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;
