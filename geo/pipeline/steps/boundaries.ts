import { PROVINCE_CODE } from "#domain/region.ts";
import { writeBoundaries } from "../boundary-files.ts";
import { collectionOf, type DivisionFeature, readCounties } from "../datav.ts";
import { NEIGHBOUR_NAMES } from "../input/names-zh.ts";
import { shape } from "../mapshaper.ts";

/** 加格达奇区: land of 鄂伦春自治旗 that 大兴安岭地区 runs; the national map service draws it with the former. */
const JAGDAQI = { code: "232718", land: "150723" };

/** `admin.{hi,mid,lo}.topo.json` and `counties-2012.topo.json`, of the packaged source. */
export async function makeBoundaries(): Promise<void> {
  // The provinces around it too, so that the seams between them and Inner Mongolia close.
  const counties = readCounties([PROVINCE_CODE, ...Object.keys(NEIGHBOUR_NAMES)]).map(countedLand);
  const clean = await shape(
    "-i all.json snap snap-interval=0.00002 -clean gap-fill-area=25km2 sliver-control=1 overlap-rule=max-area",
    { "all.json": collectionOf(counties) },
  );
  await writeBoundaries(clean);
}

function countedLand(feature: DivisionFeature) {
  const { code, name } = feature.properties;
  const land = code === JAGDAQI.code ? JAGDAQI.land : code;
  return { ...feature, properties: { code, name, land, center: null } };
}
