import { writeFileSync } from "node:fs";
import { dataFile } from "#geo/read.ts";
import { packTiles, type Tile } from "#geo/tiles/archive.ts";
import { DETAIL_BBOX, DETAIL_ZOOMS, OVERVIEW_ZOOMS } from "#geo/tiles/layers.ts";
import { cutZoom, type LayerFeatures } from "../tile-cut.ts";
import { adminFeatures, lakeFeatures, outsideFeatures, regionBbox, riverFeatures } from "../tile-features.ts";

/** No camera goes below it; farther out a county would be a few pixels. */
const COUNTIES_FROM_ZOOM = 2;

/** `admin-overview.tiles`: zooms 0–5, the region alone, water that lies in it or flows along it. */
export async function makeOverviewTiles(): Promise<void> {
  const tiles: Tile[] = [];
  for (let zoom: number = OVERVIEW_ZOOMS.min; zoom <= OVERVIEW_ZOOMS.max; zoom++) {
    const { county, county2012, ...above } = await adminFeatures(zoom, "region");
    const layers: LayerFeatures = {
      ...above,
      ...(zoom < COUNTIES_FROM_ZOOM ? {} : { county, county2012 }),
      lake: await lakeFeatures(zoom, "region"),
      river: await riverFeatures(zoom, "region"),
    };
    tiles.push(...cutZoom(zoom, layers, regionBbox()));
  }
  writeFileSync(dataFile("admin-overview.tiles"), packTiles(tiles));
}

/** `admin-detail.tiles`: zooms 6–9, with the land around, since the baked ground ends where these begin. */
export async function makeDetailTiles(): Promise<void> {
  const tiles: Tile[] = [];
  for (let zoom: number = DETAIL_ZOOMS.min; zoom <= DETAIL_ZOOMS.max; zoom++) {
    const { line = [], ...areas } = await adminFeatures(zoom, "around");
    const outside = await outsideFeatures(zoom);
    const layers: LayerFeatures = {
      ...areas,
      line: [...line, ...outside.lines],
      land: [...outside.land],
      lake: await lakeFeatures(zoom, "around"),
      river: await riverFeatures(zoom, "around"),
    };
    tiles.push(...cutZoom(zoom, layers, DETAIL_BBOX));
  }
  writeFileSync(dataFile("admin-detail.tiles"), packTiles(tiles));
}
