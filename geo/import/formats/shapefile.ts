import type { RawLayer } from "../layer.ts";
import { ImportRefusal } from "../refusal.ts";
import { readDbf } from "./dbf.ts";
import { readShp } from "./shp.ts";
import { pickLayer } from "./topojson.ts";
import { unzip } from "./zip.ts";

const ENDING = /\.(shp|dbf|prj|cpg)$/i;

/** A zipped Shapefile: `.shp` and `.dbf`, with `.prj` (CRS) and `.cpg` (encoding) where they are there. */
export async function shapefileLayer(
  bytes: Buffer,
  layer: string | null,
  encoding: string | null,
): Promise<RawLayer> {
  const parts = await unzip(bytes, (name) => ENDING.test(name) && !name.startsWith("__MACOSX/"));
  const layers = [...parts.keys()].filter((name) => /\.shp$/i.test(name)).map((name) => name.slice(0, -4));
  if (layers.length === 0)
    throw new ImportRefusal("The zip holds no .shp: zip the .shp, .dbf, .prj and .cpg.");
  const stem = pickLayer(layers, layer);
  const part = (ending: string) =>
    [...parts].find(([name]) => name.toLowerCase() === `${stem}.${ending}`.toLowerCase())?.[1];

  const [shp, dbf] = [part("shp"), part("dbf")];
  if (shp === undefined || dbf === undefined) {
    throw new ImportRefusal(`${stem}.dbf is missing from the zip: the codes of the regions are in it.`);
  }
  const shapes = readShp(shp, `${stem}.shp`);
  const rows = readDbf(dbf, `${stem}.dbf`, encoding ?? part("cpg")?.toString("latin1").trim() ?? null);
  if (rows.length !== shapes.length) {
    throw new ImportRefusal(
      `${stem}.shp has ${shapes.length} records and ${stem}.dbf has ${rows.length}: they do not belong together.`,
    );
  }
  const features = shapes.flatMap((geometry, at) => {
    const properties = rows[at];
    return properties ? [{ where: `record ${at + 1}`, properties, geometry }] : [];
  });
  return { features, crs: part("prj")?.toString("utf8").trim() ?? null, silenceMeansWgs84: false };
}
