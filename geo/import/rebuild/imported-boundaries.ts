import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Feature, FeatureCollection, MultiPolygon, Polygon } from "geojson";
import { readTopology } from "#geo/read.ts";
import type { Land } from "../../pipeline/admin-layers.ts";
import { writeBoundaries } from "../../pipeline/boundary-files.ts";
import { readCounties } from "../../pipeline/datav.ts";
import { NEIGHBOUR_NAMES } from "../../pipeline/input/names-zh.ts";
import { shape } from "../../pipeline/mapshaper.ts";
import { nationalBorder } from "../national-border.ts";
import { seamGaps } from "./seam-gaps.ts";

type LandFeature = Feature<Polygon | MultiPolygon, Land>;

/** 加格达奇区: within 鄂伦春自治旗 on our maps, so the imported 150723 holds its ground. */
const JAGDAQI = "232718";

/**
 * `admin.{hi,mid,lo}.topo.json` and `counties-2012.topo.json` from the checked layer, in place of the present ones,
 * which tell where the national border runs. Where it meets the adjoining provinces of the present source the imported
 * border stands: overlaps and gaps there are the neighbour's loss and gain.
 */
export async function makeImportedBoundaries(layerDir: string): Promise<void> {
  const ours = readLayer(join(layerDir, "counties.json"));
  const neighbours = readNeighbours();
  const fills = seamGaps(ours, neighbours);
  // Ours first: of an overlap, min-id keeps the feature that came first. Fills then join their neighbour; as
  // areas of their own, each would be kept by every simplification.
  const all = { type: "FeatureCollection", features: [...ours, ...neighbours, ...fills] };
  const clean = await shape(
    [
      "-i all.json snap snap-interval=0.00002 -clean gap-fill-area=1km2 sliver-control=1 overlap-rule=min-id",
      "-dissolve land copy-fields=code,name -filter-islands min-area=0.1km2 -clean gap-fill-area=1km2",
    ].join(" "),
    { "all.json": all },
  );
  // Two sources of one border leave gaps too narrow or too odd to fill: their rim is no border of the nation.
  await writeBoundaries(clean, nationalBorder(readTopology("mid")));
}

function readLayer(path: string): LandFeature[] {
  const layer: FeatureCollection<Polygon | MultiPolygon, { code: string; name: string }> = JSON.parse(
    readFileSync(path, "utf8"),
  );
  return layer.features.map(({ geometry, properties: { code, name } }) => land(code, name, geometry));
}

function readNeighbours(): LandFeature[] {
  // Of the neighbours only the provinces are drawn: one area each, so that a fill joins whichever county it touches.
  return readCounties(Object.keys(NEIGHBOUR_NAMES))
    .filter(({ properties }) => properties.code !== JAGDAQI)
    .map(({ geometry, properties: { code } }) => {
      const province = `${code.slice(0, 2)}0000`;
      return land(province, NEIGHBOUR_NAMES[province] ?? province, geometry);
    });
}

const land = (code: string, name: string, geometry: Polygon | MultiPolygon): LandFeature => ({
  type: "Feature",
  properties: { code, name, land: code },
  geometry,
});
