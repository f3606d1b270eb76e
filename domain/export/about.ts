import { DEMO_WORDS, type Language, NO_REVIEW_NUMBER, type Words } from "../look/words.ts";
import type { Snapshot } from "../months/snapshot.ts";
import type { Cell } from "./cell.ts";
import type { SourceEntry } from "./record.ts";
import { SEPARATOR } from "./words.ts";

/** What every export says of itself (STANDARDS.md). */
export type ExportAbout = {
  /** The same file of the same revision has the same: YZT-201207-4F2K9C0A. */
  id: string;
  lang: Language;
  /** The ledger is made up (truth rule 8). */
  demo: boolean;
  /** The documents that the ledger of the month rests on. */
  documents: readonly SourceEntry[];
  /** YYYY-MM */
  asOf: string;
  /** Of the month, where it is frozen: the figures are those of its version. */
  snapshot: Pick<Snapshot, "id" | "version" | "hash" | "auditHead"> | null;
  revision: number;
  /** Address that opens the same view. */
  viewUrl: string;
  filter: readonly string[];
  /** 审图号 of the boundary data set, or null: then it says that there is none. */
  reviewNumber: string | null;
  rows: number;
  /** Of the rows, those that count by themselves. */
  counted: number;
};

const say = (zh: string, en: string): Words => ({ "zh-CN": zh, en });

export const EXPORT_TITLE = say(
  "一张图：内蒙古落实国发〔2011〕21号《意见》进展台账",
  "One Map: ledger of Inner Mongolia's progress on State Council Opinions No. 21 [2011]",
);
/** A file of made-up data says so in its title, wherever that stands. */
export const titleOf = ({ demo, lang }: Pick<ExportAbout, "demo" | "lang">): string =>
  demo ? `${DEMO_WORDS[lang]} · ${EXPORT_TITLE[lang]}` : EXPORT_TITLE[lang];
export const LICENCE = say(
  "来源文件为官方文件；台账的整理部分按 MIT 许可使用",
  "The source is an official document; the ledger made from it is under the MIT licence",
);
const HEADS = {
  id: say("导出编号", "Export ID"),
  what: say("内容", "What this is"),
  source: say("来源", "Source"),
  address: say("网址", "Address"),
  published: say("发布日期", "Published on"),
  asOf: say("截至", "As of"),
  revision: say("修订号", "Revision"),
  snapshot: say("定版", "Frozen month"),
  filter: say("筛选", "Filter"),
  rows: say("行数", "Rows"),
  counted: say("其中单独计数", "Of these counted by themselves"),
  view: say("视图地址", "Address of the view"),
  review: say("审图号", "Map review number"),
  licence: say("许可", "Licence"),
  caution: say("注意", "Caution"),
} satisfies Record<string, Words>;

/** Of any format. */
const CAUTIONS: readonly Words[] = [
  say(
    "“阶段原词”是来源文件的原话；“阶段”是据此归入阶梯的结果，可作他解的已标明。",
    "Stage words are the source's own; the stage is where they were put on the ladder, and those that allow another reading are marked.",
  ),
  say(
    "“取得积极进展”不是阶段，归“有进展·阶段未说明”。",
    "“Positive progress” is no stage: it stands as “Progress, stage not stated”.",
  ),
  say(
    "原文写明的与推断的地区、单位分列，不合并。",
    "Regions and units that the source states stand apart from those inferred.",
  ),
  say(
    "数字照录原文，台账不加总、不推算。",
    "Figures stand as the source has them; none is added up or computed.",
  ),
  say(
    "位置附误差与可信度；误差取其中最大者，可信度取其中最低者。示意线路不是测绘成果。",
    "Places come with error and confidence: the largest error and the lowest confidence of an item's places. A schematic line is no survey.",
  ),
  say(
    "含工作机制与工作要求，地图指标不计这两类；下级事项随上级计数。",
    "Mechanisms and directives are included; the map's measures leave them out. A part counts with its parent.",
  ),
  say("只含来源文件所述，不含 2012 年以后的进展。", "It holds what the source says, and no later history."),
];
/** Of tables alone. */
export const CELL_CAUTION = say(
  "以 =、+、-、@、制表符或换行开头的单元格文本（含全角），前加一个撇号，以免被当作公式。",
  "Text that begins with =, +, -, @, a tab or a line break (in full width too) has an apostrophe before it, so that no spreadsheet runs it.",
);

export const cautions = ({ demo, lang }: Pick<ExportAbout, "demo" | "lang">): string[] =>
  [...(demo ? [DEMO_WORDS] : []), ...CAUTIONS].map((caution) => caution[lang]);

export const reviewWords = ({ lang, reviewNumber }: Pick<ExportAbout, "lang" | "reviewNumber">): string =>
  reviewNumber ?? NO_REVIEW_NUMBER[lang];

export const publisherIn = (lang: Language, { publisher, publisherEn }: SourceEntry): string =>
  lang === "en" ? (publisherEn ?? publisher) : publisher;

/** 定版: version, id and hash, by which anyone finds and checks the month; empty where it is not frozen. */
export function snapshotWords({ snapshot }: Pick<ExportAbout, "snapshot">): string {
  if (snapshot === null) return "";
  const { version, id, hash, auditHead } = snapshot;
  // As `npm run audit:verify -- --anchor` takes it.
  const anchor = auditHead === null || auditHead.seq === 0 ? "" : ` audit ${auditHead.seq}:${auditHead.hash}`;
  return `v${version} ${id} sha256:${hash}${anchor}`;
}

/** Head and value of each line of the sheet that says what the workbook is. */
export function aboutLines(about: ExportAbout): [string, Cell][] {
  const { lang } = about;
  const line = (head: keyof typeof HEADS, value: Cell): [string, Cell] => [HEADS[head][lang], value];
  return [
    ...(about.demo ? [line("caution", DEMO_WORDS[lang])] : []),
    line("what", titleOf(about)),
    line("id", about.id),
    ...about.documents.flatMap((document) => [
      line("source", `${document.title} · ${publisherIn(lang, document)}`),
      line("address", document.url),
      line("published", { day: document.publishedOn }),
    ]),
    line("asOf", about.asOf),
    line("revision", about.revision),
    ...(about.snapshot === null ? [] : [line("snapshot", snapshotWords(about))]),
    ...about.filter.map((words) => line("filter", words)),
    line("rows", about.rows),
    line("counted", about.counted),
    line("view", about.viewUrl),
    line("review", reviewWords(about)),
    line("licence", LICENCE[lang]),
    ...[...cautions({ ...about, demo: false }), CELL_CAUTION[lang]].map((caution) =>
      line("caution", caution),
    ),
  ];
}

/** A table of one sheet has no other place for them: they end each row. A new one goes to the end. */
export const PROVENANCE_HEAD: Record<Language, string[]> = {
  "zh-CN": ["来源网址", "截至", "修订号", "审图号", "许可", "筛选", "视图地址", "导出编号", "定版"],
  en: [
    "Source address",
    "As of",
    "Revision",
    "Map review number",
    "Licence",
    "Filter",
    "Address of the view",
    "Export ID",
    "Frozen month",
  ],
};
export const provenance = (about: ExportAbout): Cell[] => [
  about.documents.map((document) => document.url).join(" "),
  about.asOf,
  about.revision,
  reviewWords(about),
  about.demo ? `${DEMO_WORDS[about.lang]} · ${LICENCE[about.lang]}` : LICENCE[about.lang],
  about.filter.join(SEPARATOR[about.lang]),
  about.viewUrl,
  about.id,
  about.snapshot === null ? "" : snapshotWords(about),
];
