/** The map's data as the server would answer it for the seed's own records: few, real, and of every kind. */
import { MEASURES, type Measure, type StageCounts } from "#domain/measure.ts";
import type { MapFeatures, RegionProgress } from "#domain/query.ts";
import { PLANNED_CITY_CODES } from "#domain/region.ts";
import { DEFAULT_VIEW, LAYERS, type LayerName, type View } from "#domain/view.ts";
import { readRegions } from "#geo/read.ts";
import type { MapData } from "../../../client/layers/scene.ts";

export const ASSETS = {
  overviewTiles: "/geo/overview.tiles",
  detailTiles: "/geo/{z}/{x}/{y}.pbf",
  outline: { lo: "/geo/lo.json", mid: "/geo/mid.json" },
  ground: { light: "/geo/ground-light.webp", dark: "/geo/ground-dark.webp" },
  relief: { light: "/geo/relief-light.webp", dark: "/geo/relief-dark.webp" },
};

export const EVERY_LAYER = Object.keys(LAYERS) as LayerName[];
export const EVERY_MEASURE: readonly Measure[] = MEASURES;
export const aView = (change: Partial<View> = {}): View => ({ ...DEFAULT_VIEW, ...change });

export const aRow = (
  code: string,
  value: number | null,
  stages: StageCounts = { construction: 1 },
): RegionProgress => ({ code, n: value === null ? 0 : 1, inferred: 0, stages, value });

export const NO_FEATURES: MapFeatures = { points: [], corridors: [], hubs: [], areaOnly: 0 };

type Point = MapFeatures["points"][number];
export const aPoint = (change: Partial<Point> = {}): Point => ({
  id: "S-1.4-19@pl-zhadun",
  item: "S-1.4-19",
  place: "pl-zhadun",
  name: "扎敦河水库",
  nameEn: "Zhadun River Reservoir",
  type: "project",
  stage: "preparation",
  stageWords: "抓紧推进前期工作",
  stageBasis: "explicit",
  at: [121, 49],
  errorKm: 20,
  confidence: "low",
  ...change,
});

type Corridor = MapFeatures["corridors"][number];
export const aCorridor = (change: Partial<Corridor> = {}): Corridor => ({
  id: "c-yinchuo",
  items: ["S-1.3-06"],
  name: "引绰济辽输水干线(绰尔河文得根→西辽河/通辽)",
  nameEn: "Chuo'er to Liao diversion",
  kind: "water",
  group: "seed",
  stage: "preparation",
  stageWords: "前期工作",
  stageBasis: "explicit",
  year: null,
  schematic: true,
  errorKm: 20,
  confidence: "medium",
  path: [
    [121.95, 47.03],
    [121.7, 46],
    [121.8, 43.53],
  ],
  ...change,
});

export function aMapData(change: Partial<MapData> = {}): MapData {
  const regions = readRegions();
  const leagues = regions.filter((region) => region.level === "league").map((region) => region.code);
  const counties = regions.filter((region) => region.level === "county").map((region) => region.code);
  return {
    regions,
    progress: {
      reporting: [...leagues, ...PLANNED_CITY_CODES].map((code, index) => aRow(code, index)),
      county: counties.map((code, index) => aRow(code, index % 4 === 0 ? index % 6 : null)),
    },
    features: { ...NO_FEATURES, points: [aPoint()], corridors: [aCorridor()] },
    ...change,
  };
}
