/** What a page says besides names of the closed lists (domain/look/words.ts). */
import { DEMO_WORDS, type Language } from "../look/words.ts";
import type { Measure } from "../measure.ts";

type Row = { name: string; within: boolean };

type BriefWords = {
  title: (region: string | null) => string;
  subtitle: (what: string, level: "league" | "county", date: string) => string;
  demo: string;
  statistics: string;
  ranking: (level: "league" | "county") => string;
  unit: string;
  region: string;
  total: string;
  projects: string;
  policies: string;
  stages: string;
  /** Heads of the column of a share. */
  share: Partial<Record<Measure, string>>;
  /** A row of the ranking, and the same where it has little room. */
  named: (row: Row) => string;
  namedShort: (row: Row) => string;
  regionWide: string;
  sum: string;
  rankingNote: (leagues: boolean) => string;
  stageHead: string;
  stageTotal: (n: number) => string;
  unstatedNote: string;
  short: Record<"planned" | "preparation" | "approved" | "construction" | "completed" | "unstated", string>;
  suspended: string;
  cancelled: string;
  deadlines: string;
  deadline: (due: string, words: string) => string;
  items: string;
  /** Over the part of the list in a further column. */
  itemsGoOn: string;
  itemsOf: (shown: number, total: number) => string;
  none: string;
  sources: string;
  sourcesOf: (shown: number, total: number) => string;
  source: string;
  note: string;
  legendLines: string;
  legendPlaces: string;
  legendLinesAndPlaces: string;
  legendStages: string;
  legendLights: string;
  north: string;
  km: string;
  ratio: (denominator: number, lat: string) => string;
  scan: string;
  id: string;
  revision: (revision: number) => string;
  frozen: (snapshot: { id: string; version: number }) => string;
  asOf: (date: string) => string;
  filter: string;
  projection: string;
  folio: (page: number, pages: number) => string;
  product: string;
  longitude: (degrees: number) => string;
  latitude: (degrees: number) => string;
  mapAlt: (title: string) => string;
};

/** 2012-07-24 as one reads it. */
export const dayIn = (lang: Language, day: string): string => {
  const [year = "", month = "", date] = day.split("-");
  if (lang === "en") return day;
  return `${year}年${Number(month)}月${date === undefined ? "" : `${Number(date)}日`}`;
};

/** What kind of region it is: the head of a table says it. */
const KIND_IN_ENGLISH = /( Aut\.)? (League|Banner|County|District)$/;

/** Round, as one says it: 1 : 773 万. */
const tenThousands = (n: number) => String(Math.round(n / 10_000));

export const BRIEF_WORDS: Record<Language, BriefWords> = {
  "zh-CN": {
    title: (region) => `${region ?? "内蒙古"}落实国务院《意见》进展图`,
    subtitle: (what, level, date) =>
      `国发〔2011〕21号 · ${what}，按${level === "league" ? "盟市" : "旗县"} · 数据截至 ${date}`,
    demo: DEMO_WORDS["zh-CN"],
    statistics: "以上为原文所述，照录；台账逐项计数另列，两者不互相推算。",
    ranking: (level) => (level === "league" ? "各地区事项" : "各旗县事项"),
    unit: "项",
    region: "地区",
    total: "合计",
    projects: "项目",
    policies: "政策等",
    stages: "项目阶段",
    share: { started: "开工率", landed: "落地率", red: "红灯率" },
    named: ({ name, within }) => (within ? `其中 ${name}` : name),
    namedShort: ({ name, within }) => (within ? `其中 ${name}` : name),
    regionWide: "全区性事项",
    sum: "台账合计",
    rankingNote: (leagues) =>
      leagues
        ? "跨盟市事项在所涉各地各计一次，合计不重复。含推断地区。满洲里、二连浩特为计划单列市，已含在所在盟市内。"
        : "跨旗县事项在所涉各地各计一次，合计不重复。含推断地区；只到盟市的事项不落到旗县。",
    stageHead: "项目阶段",
    stageTotal: (n) => `共 ${n} 项`,
    unstatedNote: "“取得积极进展”未说明阶段，单列，不计入任何比率。",
    short: {
      planned: "谋划",
      preparation: "前期",
      approved: "核准",
      construction: "开工",
      completed: "建成",
      unstated: "未说明",
    },
    suspended: "暂停",
    cancelled: "取消",
    deadlines: "时限",
    deadline: (due, words) => `${dayIn("zh-CN", due).replace(/^\d+年/, (year) => year)} · 原文“${words}”`,
    items: "事项",
    itemsGoOn: "事项（续）",
    itemsOf: (shown, total) => (shown === total ? `共 ${total} 项` : `列出前 ${shown} 项，共 ${total} 项`),
    none: "所选范围内没有事项。",
    sources: "出处",
    sourcesOf: (shown, total) => `列出前 ${shown} 条，共 ${total} 条`,
    source: "出处：",
    note: "说明",
    legendLines: "廊道",
    legendPlaces: "设施",
    legendLinesAndPlaces: "廊道与设施",
    legendStages: "事项阶段",
    legendLights: "红黄绿灯",
    north: "北",
    km: "公里",
    ratio: (denominator, lat) => `1 : ${tenThousands(denominator)} 万（图幅中心 ${lat}）`,
    scan: "扫码打开本图视图",
    id: "编号",
    revision: (revision) => `版本 r${revision}`,
    frozen: ({ id, version }) => `定版 v${version} ${id}`,
    asOf: (date) => `数据截至 ${date}`,
    filter: "筛选",
    projection: "投影 Web 墨卡托，比例尺按图幅中心纬度。",
    folio: (page, pages) => `第 ${page} 页，共 ${pages} 页`,
    product: "一张图 · 简报",
    longitude: (degrees) => `${degrees}°E`,
    latitude: (degrees) => `${degrees}°N`,
    mapAlt: (title) => `${title}：地图`,
  },
  en: {
    title: (region) => `${region ?? "Inner Mongolia"}: progress on the Opinions`,
    subtitle: (what, level, date) =>
      `State Council No. 21 [2011] · ${what} by ${level === "league" ? "league or city" : "banner or county"} · as of ${date}`,
    demo: DEMO_WORDS.en,
    statistics: "As the source states them, word for word; the ledger's own counts stand apart.",
    ranking: (level) => (level === "league" ? "Items by region" : "Items by banner or county"),
    unit: "items",
    region: "Region",
    total: "All",
    projects: "Proj.",
    policies: "Policy",
    stages: "Stages",
    share: { started: "Started", landed: "Landed", red: "Red" },
    named: ({ name, within }) => (within ? `of which ${name}` : name),
    namedShort: ({ name, within }) => (within ? `incl. ${name}` : name.replace(KIND_IN_ENGLISH, "")),
    regionWide: "Whole region",
    sum: "Ledger total",
    rankingNote: (leagues) =>
      leagues
        ? "An item of several regions counts in each, and once in the total. Inferred regions included. Manzhouli and Erenhot are counted in their leagues too."
        : "An item of several counties counts in each, and once in the total. Inferred regions included; items known by league alone lie in no county.",
    stageHead: "Project stages",
    stageTotal: (n) => `${n} in all`,
    unstatedNote: "'Positive progress' states no stage: it stands apart, in no rate.",
    short: {
      planned: "Planned",
      preparation: "Prep.",
      approved: "Approved",
      construction: "Building",
      completed: "Done",
      unstated: "Unstated",
    },
    suspended: "Suspended",
    cancelled: "Cancelled",
    deadlines: "Deadlines",
    deadline: (due, words) => `${due} · source: “${words}”`,
    items: "Items",
    itemsGoOn: "Items, continued",
    itemsOf: (shown, total) => (shown === total ? `${total} in all` : `first ${shown} of ${total}`),
    none: "There are no items here.",
    sources: "Sources",
    sourcesOf: (shown, total) => `first ${shown} of ${total}`,
    source: "Source: ",
    note: "Note",
    legendLines: "Corridors",
    legendPlaces: "Facilities",
    legendLinesAndPlaces: "Corridors and facilities",
    legendStages: "Stage of items",
    legendLights: "Lights",
    north: "N",
    km: "km",
    ratio: (denominator, lat) => `1 : ${(denominator / 1e6).toFixed(2)} million (at the centre, ${lat})`,
    scan: "Scan to open this view",
    id: "No.",
    revision: (revision) => `revision r${revision}`,
    frozen: ({ id, version }) => `Frozen month v${version} ${id}`,
    asOf: (date) => `As of ${date}`,
    filter: "Filter",
    projection: "Web Mercator; scale at the latitude of the centre.",
    folio: (page, pages) => `Page ${page} of ${pages}`,
    product: "One Map · briefing",
    longitude: (degrees) => `${degrees}°E`,
    latitude: (degrees) => `${degrees}°N`,
    mapAlt: (title) => `${title}: map`,
  },
};

export const PAGE_NAME: Record<string, Record<Language, string>> = {
  a4: { "zh-CN": "A4 横幅 297×210 mm", en: "A4 landscape 297×210 mm" },
  "a4-portrait": { "zh-CN": "A4 竖幅 210×297 mm", en: "A4 portrait 210×297 mm" },
  a3: { "zh-CN": "A3 横幅 420×297 mm", en: "A3 landscape 420×297 mm" },
  "a3-portrait": { "zh-CN": "A3 竖幅 297×420 mm", en: "A3 portrait 297×420 mm" },
  slide: { "zh-CN": "幻灯片 16:9", en: "Slide 16:9" },
  screen: { "zh-CN": "屏幕图 3840×2160", en: "Screen picture 3840×2160" },
  figure: { "zh-CN": "公文插图 版心宽 156 mm", en: "Figure, text block 156 mm" },
};
