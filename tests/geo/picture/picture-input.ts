import type { Language } from "#domain/look/words.ts";
import { MEASURE_UNIT } from "#domain/measure.ts";
import type { MapFeatures, RegionProgress } from "#domain/query.ts";
import { isPlannedCity } from "#domain/region.ts";
import { parseView } from "#domain/view.ts";
import { GROUND_BBOX, RELIEF_BBOX } from "#geo/ground.ts";
import type { PictureInput } from "#geo/picture/input.ts";
import { readPorts, readRegions, readTopology } from "#geo/read.ts";

const regions = readRegions();
const topology = readTopology("lo");
const ports = readPorts();

const row = (code: string, value: number | null): RegionProgress => ({
  code,
  n: value ?? 0,
  inferred: 0,
  stages: {},
  value,
});

export const features: MapFeatures = {
  points: [
    {
      id: "S-1.4-19/pl-zhadun",
      item: "S-1.4-19",
      place: "pl-zhadun",
      name: "扎敦河水库",
      type: "project",
      stage: "preparation",
      stageWords: "前期工作",
      stageBasis: "explicit",
      at: [120.6, 49.1],
      errorKm: 20,
      confidence: "low",
    },
    {
      id: "S-1.2-21/pl-xanadu",
      item: "S-1.2-21",
      place: "pl-xanadu",
      name: "元上都遗址",
      type: "support",
      stage: "listed",
      stageWords: "列入",
      stageBasis: "explicit",
      at: [116.18513, 42.358],
      errorKm: 1,
      confidence: "high",
    },
  ],
  corridors: [
    {
      id: "c-ximeng-nanjing-2012",
      items: ["S-1.4-14"],
      name: "锡盟—南京特高压",
      kind: "uhv",
      group: "seed",
      stage: "preparation",
      stageWords: "论证方案",
      stageBasis: "explicit",
      year: null,
      schematic: true,
      errorKm: 40,
      confidence: "low",
      path: [
        [116.62, 42.08],
        [117.4, 41.28],
        [117.28, 40.15],
        [116.95, 38.85],
      ],
    },
  ],
  hubs: [],
  areaOnly: 0,
};

/** A picture of real geography; leagues and cities carry 1, 2, 3 … (of 14) and counties nothing but every tenth. */
export function aPictureInput(search = "", changes: Partial<PictureInput> = {}): PictureInput {
  const view = parseView(search);
  const share = MEASURE_UNIT[view.measure] === "share";
  const reporting = regions.filter(({ code, level }) => level === "league" || isPlannedCity(code));
  return {
    view,
    theme: "light",
    lang: (view.lang ?? "zh-CN") satisfies Language,
    topology,
    regions,
    progress: {
      reporting: reporting.map(({ code }, index) => row(code, share ? (index + 1) / 14 : index + 1)),
      county: regions
        .filter(({ level }) => level === "county")
        .map(({ code }, index) => row(code, index % 10 === 0 ? 2 : null)),
    },
    features,
    ports,
    ground: { href: "/geo/ground-light.webp", bbox: GROUND_BBOX },
    relief: { href: "/geo/relief-light.webp", bbox: RELIEF_BBOX },
    ...changes,
  };
}
