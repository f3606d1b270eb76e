/** Names the map adds to those of the first picture (geo/picture/around.ts): water, and provinces farther off. */
import type { Words } from "#domain/look/words.ts";

export type PlacedName = { words: Words; at: readonly [lon: number, lat: number] };
const place = (zh: string, en: string, lon: number, lat: number): PlacedName => ({
  words: { "zh-CN": zh, en },
  at: [lon, lat],
});

/** Beyond the first picture's window: seen on wide screens and when the reader moves south or west. */
export const FAR_PROVINCES: readonly PlacedName[] = [
  place("新疆维吾尔自治区", "Xinjiang", 92.5, 42.2),
  place("河南省", "Henan", 113.6, 34.2),
  place("江苏省", "Jiangsu", 119.6, 33.6),
];

export const LAKE_NAMES: readonly PlacedName[] = [
  place("呼伦湖", "Hulun Lake", 117.4, 48.9),
  place("贝尔湖", "Buir Lake", 117.68, 47.8),
  place("居延海", "Juyan Lake", 101.25, 42.3),
  place("岱海", "Daihai", 112.68, 40.57),
  place("达里湖", "Dalai Nur", 116.64, 43.3),
  place("乌梁素海", "Wuliangsuhai", 108.83, 40.93),
  place("贝加尔湖", "Lake Baikal", 107.7, 53.3),
];

/** Rivers that carry their name, along the line. */
export const RIVER_NAMES: Readonly<Record<string, string>> = {
  黄河: "Yellow River",
  西辽河: "Xiliao River",
  西拉木伦河: "Xar Moron",
  额尔古纳河: "Ergun River",
  海拉尔河: "Hailar River",
  嫩江: "Nen River",
  绰尔河: "Chuo'er River",
  洮儿河: "Tao'er River",
  克鲁伦河: "Kherlen River",
  滦河: "Luan River",
  黑龙江: "Amur",
};
