/** Names of closed lists that only exports write out; all others come from domain/look/words.ts. */
import type { zFigure, zItemGeometry } from "../item.ts";
import type { Language, Words } from "../look/words.ts";

const say = (zh: string, en: string): Words => ({ "zh-CN": zh, en });

export const FIGURE_WORDS: Record<(typeof zFigure.shape.kind)["options"][number], Words> = {
  exact: say("确数", "exact"),
  approximate: say("约数", "approximate"),
  lower_bound: say("下限", "lower bound"),
  derived: say("推算", "derived"),
  duration: say("时长", "duration"),
  phase: say("期次", "phase"),
  ambiguous: say("可作他解", "ambiguous"),
  unspecified: say("未给数", "no number given"),
};

export const GEOMETRY_WORDS: Record<(typeof zItemGeometry.shape.kind)["options"][number], Words> = {
  area: say("区域", "area"),
  point: say("点", "point"),
  points: say("多点", "several points"),
  line: say("线", "line"),
};

export const YES = say("是", "yes");
export const NO = say("否", "no");
export const INFERRED = say("（推断）", " (inferred)");

/** Between the members of one cell. */
export const SEPARATOR: Record<Language, string> = { "zh-CN": "；", en: "; " };
