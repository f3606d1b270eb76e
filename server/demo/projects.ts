import type { Sector } from "#domain/item.ts";
import type { Region } from "#domain/region.ts";
import { randomOf } from "./random.ts";

/** A project that nobody ever planned. Its title says so, for titles travel without their screen. */
export type DemoProject = {
  title: string;
  sector: Sector;
  sectorWords: string;
  /** A banner or county. */
  region: string;
  /** WGS 84, inside the county: near where its name stands. */
  point: readonly [number, number];
  /** 万元, whole. */
  total: number;
  /** Months that the building takes. */
  months: number;
  /** Months from the first of the demonstration until building is to begin; negative: it is under way. */
  begins: number;
};

const KINDS: readonly [sector: Sector, words: string, what: string, least: number, most: number][] = [
  ["water", "水利", "供水管线工程", 3_000, 90_000],
  ["water", "水利", "灌区节水改造工程", 1_500, 40_000],
  ["transport", "交通", "公路改扩建工程", 12_000, 260_000],
  ["transport", "交通", "铁路专用线", 20_000, 180_000],
  ["energy", "能源", "风电场", 30_000, 160_000],
  ["energy", "能源", "输变电工程", 8_000, 120_000],
  ["energy", "能源", "光伏电站", 9_000, 60_000],
  ["ecology", "生态", "退化草原治理工程", 1_000, 18_000],
  ["ecology", "生态", "防护林工程", 900, 15_000],
  ["agriculture", "农牧业", "肉羊养殖基地", 800, 12_000],
  ["agriculture", "农牧业", "高标准农田", 2_000, 22_000],
  ["industry", "工业", "装备制造产业园", 15_000, 300_000],
  ["livelihood", "民生", "保障性住房", 3_000, 50_000],
  ["livelihood", "民生", "旗县医院扩建工程", 2_500, 24_000],
  ["culture", "文化", "文化旅游综合体", 2_000, 45_000],
  ["urban", "城镇", "集中供热改造工程", 2_200, 30_000],
];

export const DEMO_PROJECTS = 300;
/** Degrees round the name of the county: some 5 km, and inside of all but the smallest districts. */
const NEAR = 0.05;

/** 300 projects over all banners and counties, the same on every machine. */
export function demoProjects(regions: readonly Region[]): DemoProject[] {
  const counties = regions.filter(({ level }) => level === "county");
  return Array.from({ length: DEMO_PROJECTS }, (_, n) => {
    const random = randomOf(`project ${n}`);
    const county = counties[n % counties.length];
    const [kind] = [KINDS[random.whole(0, KINDS.length - 1)]];
    if (county === undefined || kind === undefined) throw new Error("there is no county to build in");
    const [sector, sectorWords, what, least, most] = kind;
    const aside = () => (random.next() - 0.5) * 2 * NEAR;
    return {
      title: `（演示）${county.name}${what}`,
      sector,
      sectorWords,
      region: county.code,
      point: [round(county.anchor[0] + aside()), round(county.anchor[1] + aside())],
      total: Math.round(least + (most - least) * random.next() ** 2),
      months: random.whole(8, 40),
      begins: random.whole(-14, 36),
    };
  });
}

const round = (degrees: number): number => Math.round(degrees * 1e4) / 1e4;
