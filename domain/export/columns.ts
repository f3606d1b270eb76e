import type { Item } from "../item.ts";
import { LADDER_OF } from "../item.ts";
import { LIGHT_WORDS } from "../light/words.ts";
import {
  CONFIDENCE_WORDS,
  LADDER_WORDS,
  type Language,
  nameIn,
  remarkIn,
  SECTOR_WORDS,
  STAGE_WORDS,
  TYPE_WORDS,
  type Words,
} from "../look/words.ts";
import { originWords } from "../origin-words.ts";
import type { Cell } from "./cell.ts";
import { type LedgerNames, type LedgerRecord, placing, regionIn, unitIn } from "./record.ts";
import { FIGURE_WORDS, GEOMETRY_WORDS, INFERRED, NO, SEPARATOR, YES } from "./words.ts";

export type ColumnKind = "text" | "number" | "day";
type Column = {
  key: string;
  head: Words;
  kind: ColumnKind;
  /** In characters of a sheet. */
  width: number;
  cell: (record: LedgerRecord, names: LedgerNames, lang: Language) => Cell;
};

const column = (
  key: string,
  zh: string,
  en: string,
  width: number,
  cell: Column["cell"],
  kind: ColumnKind = "text",
): Column => ({ key, head: { "zh-CN": zh, en }, kind, width, cell });

const joined = (parts: readonly string[], lang: Language): string | null =>
  parts.length === 0 ? null : parts.join(SEPARATOR[lang]);

const marked = (basis: "stated" | "inferred", lang: Language): string =>
  basis === "inferred" ? INFERRED[lang] : "";

const regionsOf = (item: Item, basis: "stated" | "inferred") =>
  item.regions.filter((region) => region.basis === basis);

const unitsOf =
  (role: Item["units"][number]["role"], basis: "stated" | "inferred") =>
  ({ item }: LedgerRecord, names: LedgerNames, lang: Language) =>
    joined(
      item.units
        .filter((unit) => unit.role === role && unit.basis === basis)
        .map((unit) => unitIn(lang, names, unit.unit)),
      lang,
    );

/** As the source writes it, then what it was read as: 3000亿元［3000 亿元，确数，2012/2016］. */
function figureWords({ words, value, unit, kind, period }: Item["figures"][number], lang: Language): string {
  const measured = value === null ? null : `${value} ${unit}`.trim();
  const read = [measured, FIGURE_WORDS[kind][lang], period].filter((part) => part !== null);
  return lang === "en" ? `${words} [${read.join(", ")}]` : `${words}［${read.join("，")}］`;
}

/** The earliest day by which something is due. */
function firstDeadline({ dates }: Item): Item["dates"][number] | null {
  const deadlines = dates.filter((date) => date.kind === "deadline" && date.due !== null);
  return deadlines.sort((a, b) => ((a.due ?? "") < (b.due ?? "") ? -1 : 1))[0] ?? null;
}

const dateWords = ({ words, due, iso, basis }: Item["dates"][number], lang: Language): string => {
  const read = due ?? iso;
  return `${words}${read === null ? "" : ` [${read}]`}${marked(basis, lang)}`;
};

/** The one point of an item, or null where it has none or several. */
const onlyPoint = ({ places }: LedgerRecord) => (places.length === 1 ? (places[0]?.at ?? null) : null);

const REPORTED = { "zh-CN": "阶段用语出自单位月报", en: "The words are those of the unit's monthly report" };

/** The table of the ledger, left to right. XLSX and CSV have the same. */
export const LEDGER_COLUMNS: readonly Column[] = [
  column("id", "编号", "ID", 12, ({ item }) => item.id),
  column("parent", "上级编号", "Parent", 12, ({ item }) => item.parent),
  column("type", "类型", "Type", 12, ({ item }, _, lang) => TYPE_WORDS[item.type][lang]),
  column("title", "事项", "Title (words of the source)", 44, ({ item }) => item.title),
  column("stageWords", "阶段原词", "Stage in the source's words", 22, ({ item }) => item.stageWords),
  column("ladder", "阶梯", "Ladder", 12, ({ item }, _, lang) => LADDER_WORDS[LADDER_OF[item.type]][lang]),
  column("stage", "阶段", "Stage on the ladder", 20, ({ item }, _, lang) => STAGE_WORDS[item.stage][lang]),
  column("ambiguous", "阶段可作他解", "Stage ambiguous", 14, ({ item }, _, lang) =>
    item.stageBasis === "ambiguous" ? YES[lang] : NO[lang],
  ),
  column("stageNote", "阶段说明", "Note on the stage", 30, ({ item }, _, lang) =>
    item.stageBasis === "reported"
      ? REPORTED[lang]
      : item.stageNote === null
        ? null
        : remarkIn(lang, item.stageNote, item.stageNoteEn).text,
  ),
  column("counted", "单独计数", "Counts by itself", 12, ({ counted }, _, lang) =>
    counted ? YES[lang] : NO[lang],
  ),
  column("regionsStated", "地区（原文）", "Regions (stated)", 26, ({ item }, names, lang) =>
    joined(
      regionsOf(item, "stated").map(({ code }) => regionIn(lang, names, code)),
      lang,
    ),
  ),
  column("regionsInferred", "地区（推断）", "Regions (inferred)", 26, ({ item }, names, lang) =>
    joined(
      regionsOf(item, "inferred").map(({ code }) => regionIn(lang, names, code)),
      lang,
    ),
  ),
  column("codesStated", "地区代码（原文）", "Region codes (stated)", 18, ({ item }, _, lang) =>
    joined(
      regionsOf(item, "stated").map(({ code }) => code),
      lang,
    ),
  ),
  column("codesInferred", "地区代码（推断）", "Region codes (inferred)", 18, ({ item }, _, lang) =>
    joined(
      regionsOf(item, "inferred").map(({ code }) => code),
      lang,
    ),
  ),
  column("unitsStated", "责任单位（原文）", "Responsible (stated)", 26, unitsOf("responsible", "stated")),
  column(
    "unitsInferred",
    "责任单位（推断）",
    "Responsible (inferred)",
    26,
    unitsOf("responsible", "inferred"),
  ),
  column("counterparts", "对口单位（原文）", "Counterparts (stated)", 26, unitsOf("counterpart", "stated")),
  column(
    "counterpartsInferred",
    "对口单位（推断）",
    "Counterparts (inferred)",
    26,
    unitsOf("counterpart", "inferred"),
  ),
  column("sector", "领域", "Sector", 14, ({ item }, _, lang) => SECTOR_WORDS[item.sector][lang]),
  column("sectorWords", "细分领域", "Sector, finer", 18, ({ item }) => item.sectorWords),
  column("figures", "数字（原文、单位、期间）", "Figures (words, unit, period)", 40, ({ item }, _, lang) =>
    joined(
      item.figures.map((figure) => figureWords(figure, lang)),
      lang,
    ),
  ),
  column(
    "due",
    "最早期限",
    "First deadline",
    12,
    ({ item }) => {
      const due = firstDeadline(item)?.due ?? null;
      return due === null ? null : { day: due };
    },
    "day",
  ),
  column("dates", "期限与时间", "Deadlines and dates", 30, ({ item }, _, lang) =>
    joined(
      item.dates.map((date) => dateWords(date, lang)),
      lang,
    ),
  ),
  column(
    "geometry",
    "位置类型",
    "Geometry",
    12,
    ({ item }, _, lang) => GEOMETRY_WORDS[item.geometry.kind][lang],
  ),
  column("places", "位置", "Place", 30, ({ places, corridors }, _, lang) =>
    joined(
      [...places, ...corridors].map((one) => nameIn(lang, one)),
      lang,
    ),
  ),
  column(
    "lon",
    "经度（WGS 84）",
    "Longitude (WGS 84)",
    14,
    (record) => onlyPoint(record)?.[0] ?? null,
    "number",
  ),
  column(
    "lat",
    "纬度（WGS 84）",
    "Latitude (WGS 84)",
    14,
    (record) => onlyPoint(record)?.[1] ?? null,
    "number",
  ),
  column(
    "errorKm",
    "位置误差（公里）",
    "Error of the place, km",
    14,
    (one) => placing(one).errorKm,
    "number",
  ),
  column("confidence", "位置可信度", "Confidence of the place", 12, (record, _, lang) => {
    const { confidence } = placing(record);
    return confidence === null ? null : CONFIDENCE_WORDS[confidence][lang];
  }),
  column("schematic", "线路为示意", "Line is schematic", 12, (record, _, lang) => {
    const { schematic } = placing(record);
    return schematic === null ? null : schematic ? YES[lang] : NO[lang];
  }),
  column("quote", "原文", "Quote", 60, ({ item }) => item.sources[0]?.quote ?? null),
  column(
    "document",
    "来源文件",
    "Document",
    18,
    ({ item }, _, lang) => item.sources[0]?.document ?? (item.origin ? originWords(item.origin, lang) : null),
  ),
  column("section", "章节", "Section", 12, ({ item }) => item.sources[0]?.section ?? null),
  column(
    "quoteStart",
    "起（码点）",
    "From (code point)",
    10,
    ({ item }) => item.sources[0]?.start ?? null,
    "number",
  ),
  column(
    "quoteEnd",
    "止（码点）",
    "To (code point)",
    10,
    ({ item }) => item.sources[0]?.end ?? null,
    "number",
  ),
  column("moreQuotes", "其他原文", "Further quotes", 30, ({ item }, _, lang) =>
    joined(
      item.sources.slice(1).map((one) => `${one.quote} [${one.document} ${one.start}–${one.end}]`),
      lang,
    ),
  ),
  column("note", "备注", "Note", 30, ({ item }, _, lang) =>
    item.note === null ? null : remarkIn(lang, item.note, item.noteEn).text,
  ),
  column("light", "红黄绿灯", "Light", 12, ({ light }, _, lang) =>
    light === null ? null : LIGHT_WORDS[light][lang],
  ),
];

export const headOf = (lang: Language): string[] => LEDGER_COLUMNS.map(({ head }) => head[lang]);

export const rowOf = (record: LedgerRecord, names: LedgerNames, lang: Language): Cell[] =>
  LEDGER_COLUMNS.map(({ cell }) => cell(record, names, lang));
