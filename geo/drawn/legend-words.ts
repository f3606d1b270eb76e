import type { Color } from "#domain/light/light-state.ts";
import type { Language } from "#domain/look/words.ts";

/** Words that only the legend says; names of measures, stages and layers come from domain/look/words.ts. */
export type LegendWords = {
  title: (measure: string, level: "league" | "county", share: boolean) => string;
  /** What n counts, beside a share. */
  n: string;
  /** The same beside the share of red lights. */
  nLit: string;
  minorPorts: string;
  notMentioned: string;
  noStage: string;
  noLight: string;
  /** Beside their marks. */
  lights: Record<Color, string>;
  unstated: string;
  firstStep: string;
  lastStep: string;
  /** `all`: every line drawn is schematic; the error is sideways, in km. */
  schematic: (all: boolean, lowKm: number, highKm: number) => string;
  /** Marks whose place is not to be relied on (truth rule 5). */
  unchecked: (count: number, lowKm: number, highKm: number) => string;
};

const range = (low: number, high: number) => (low === high ? String(low) : `${low}–${high}`);

export const LEGEND_WORDS: Record<Language, LegendWords> = {
  "zh-CN": {
    title: (measure, level, share) =>
      `${measure} · 按${level === "league" ? "盟市" : "旗县"}（${share ? "%" : "项"}）`,
    n: "n：阶段已知的项数，比率以此为分母",
    nLit: "n：有灯的项数，比率以此为分母",
    minorPorts: "其他口岸",
    notMentioned: "未提及",
    noStage: "无已知阶段",
    noLight: "无灯",
    lights: { green: "绿灯", yellow: "黄灯", red: "红灯" },
    unstated: "阶段未说明",
    firstStep: "起步",
    lastStep: "落地",
    schematic: (all, low, high) =>
      `${all ? "线路均为示意" : "部分线路为示意"}，误差 ${range(low, high)} 公里`,
    unchecked: (count, low, high) => `${count} 处位置未核，误差 ${range(low, high)} 公里`,
  },
  en: {
    title: (measure, level, share) =>
      `${measure} by ${level === "league" ? "league or city" : "banner or county"}${share ? " (%)" : ""}`,
    n: "n: items whose stage is known, of which the share is taken",
    nLit: "n: items with a light, of which the share is taken",
    minorPorts: "Other ports",
    notMentioned: "Not mentioned",
    noStage: "No stage known",
    noLight: "No light",
    lights: { green: "Green", yellow: "Yellow", red: "Red" },
    unstated: "Stage not stated",
    firstStep: "First step",
    lastStep: "In place",
    schematic: (all, low, high) =>
      `${all ? "Lines are schematic" : "Some lines are schematic"}, error ${range(low, high)} km`,
    unchecked: (count, low, high) =>
      `${count} ${count === 1 ? "place" : "places"} unchecked, error ${range(low, high)} km`,
  },
};
