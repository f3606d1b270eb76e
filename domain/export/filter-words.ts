import type { DrilledFilter } from "../filter.ts";
import {
  BASIS_WORDS,
  type Language,
  SECTOR_WORDS,
  STAGE_WORDS,
  TYPE_WORDS,
  type Words,
} from "../look/words.ts";
import { type LedgerNames, regionIn, unitIn } from "./record.ts";

const say = (zh: string, en: string): Words => ({ "zh-CN": zh, en });

const HEADS: Record<keyof DrilledFilter, Words> = {
  within: say("所在地区", "In the region"),
  regions: say("地区", "Regions"),
  types: say("类型", "Types"),
  stages: say("阶段", "Stages"),
  sectors: say("领域", "Sectors"),
  units: say("责任单位", "Responsible units"),
  counterparts: say("对口单位", "Counterparts"),
  lights: say("红黄绿灯", "Lights"),
  basis: say("地区依据", "Basis of the region"),
  text: say("文字含", "Text contains"),
};
const LIGHTS: Record<NonNullable<DrilledFilter["lights"]>[number], Words> = {
  green: say("绿", "green"),
  yellow: say("黄", "yellow"),
  red: say("红", "red"),
  none: say("无灯", "no light"),
};
const EVERYTHING = say("全部事项，未筛选", "All items, no filter");
/** An empty list means none, and an export that holds nothing says why. */
const NOTHING = say("（一个也不选）", "(none chosen)");

/** What limits the export, a line for each key; one line where nothing does. */
export function filterWords(filter: DrilledFilter, names: LedgerNames, lang: Language): string[] {
  const listed: Record<keyof DrilledFilter, readonly string[] | undefined> = {
    within: filter.within === undefined ? undefined : [regionIn(lang, names, filter.within)],
    regions: filter.regions?.map((code) => regionIn(lang, names, code)),
    types: filter.types?.map((type) => TYPE_WORDS[type][lang]),
    stages: filter.stages?.map((stage) => STAGE_WORDS[stage][lang]),
    sectors: filter.sectors?.map((sector) => SECTOR_WORDS[sector][lang]),
    units: filter.units?.map((id) => unitIn(lang, names, id)),
    counterparts: filter.counterparts?.map((id) => unitIn(lang, names, id)),
    lights: filter.lights?.map((light) => LIGHTS[light][lang]),
    basis: filter.basis?.map((basis) => BASIS_WORDS[basis][lang]),
    text: filter.text === undefined ? undefined : [filter.text],
  };
  const lines = Object.entries(listed).flatMap(([key, values]) => {
    if (values === undefined) return [];
    const said = values.length === 0 ? NOTHING[lang] : values.join(lang === "en" ? ", " : "、");
    return [`${HEADS[key as keyof DrilledFilter][lang]}${lang === "en" ? ": " : "："}${said}`];
  });
  return lines.length === 0 ? [EVERYTHING[lang]] : lines;
}
