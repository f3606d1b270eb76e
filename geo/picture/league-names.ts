import type { Language } from "#domain/look/words.ts";
import type { Region } from "#domain/region.ts";
import type { LonLat } from "../camera.ts";
import { LEADER_ZOOM, LEADERS, ONE_LINE, TWO_LINES_ZOOM } from "./around.ts";
import { unitEm } from "./em.ts";
import { near, type Spot, type TextBlock, type TextRun } from "./placement.ts";

/** What is written with a league's name. */
export type LeagueWords = {
  name: string;
  value: string;
  after: string;
  /** The value is a number of items, whose unit finds no room on one line; a share is nothing without its n. */
  counted: boolean;
  lang: Language;
  afar?: boolean | undefined;
  bar?: TextBlock["bar"];
};
export type LeagueName = {
  at: LonLat;
  leader: (typeof LEADERS)[string] | undefined;
  /** In full, then without unit, then without value, then as one says it: 包头. */
  forms: readonly [TextBlock, ...TextBlock[]];
  spots: readonly Spot[];
};

const AT_LEADER: Record<"right" | "below", readonly Spot[]> = {
  right: [
    { anchor: "start", dx: 0.2, dy: 0.1 },
    { anchor: "start", dx: 0.2, dy: 0.7 },
  ],
  below: [
    { anchor: "middle", dx: 0, dy: 0.7 },
    { anchor: "end", dx: 0.6, dy: 0.7 },
  ],
};
const IN_AREA = near([0.6, 1.2, 1.9, 2.6]);
/** Nearer than this the whole region's names have room for the n of a share. */
const N_ZOOM = 3;

/** How a league's name may be written at a zoom, the fullest first, and where it may stand, the best first. */
export function leagueName({ code, anchor }: Region, zoom: number, words: LeagueWords): LeagueName {
  const leader = zoom < LEADER_ZOOM ? LEADERS[code] : undefined;
  const oneLine = ONE_LINE.has(code) && zoom < TWO_LINES_ZOOM;
  const { value } = words;
  const hasUnit = words.counted ? !oneLine || words.afar : zoom >= N_ZOOM;
  const after = hasUnit ? words.after : "";
  const name: TextRun = { text: words.name, size: 1, weight: 700 };
  const said: TextRun[] = [
    { text: oneLine ? ` ${value}` : value, size: 0.92 },
    ...(after ? [{ text: ` ${after}`, size: unitEm(words.afar) }] : []),
  ];
  const lines = value === "" ? [[name]] : oneLine ? [[name, ...said]] : [[name], said];
  const spaced = { spacing: words.lang === "en" ? 0.02 : 0.1, leading: 1.2 };
  return {
    at: leader?.to ?? anchor,
    leader,
    forms: [
      { lines, ...spaced, ...(words.bar ? { bar: words.bar } : {}) },
      ...(oneLine && after ? [{ lines: [[name, ...said.slice(0, 1)]], ...spaced }] : []),
      { lines: [[name]], ...spaced },
      { lines: [[{ ...name, text: shortLeague(words.name) }]], ...spaced, spacing: 0 },
    ],
    spots: leader ? AT_LEADER[leader.side] : IN_AREA,
  };
}

/** As one says it, without what it is: 包头, 阿拉善, Xilingol. */
const shortLeague = (name: string): string => name.replace(/(市|盟| League)$/, "");

/** Leagues in the order in which they take their places: small ones have least room to give way. */
export function byRoom(regions: readonly Region[]): Region[] {
  const area = ({ bbox }: Region) => (bbox[2] - bbox[0]) * (bbox[3] - bbox[1]);
  return regions
    .filter(({ level }) => level === "league")
    .sort((a, b) => area(a) - area(b) || a.code.localeCompare(b.code));
}
