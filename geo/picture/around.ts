import type { Words } from "#domain/look/words.ts";
import type { LonLat } from "../camera.ts";

/** Below zoom 5 these two stand outside, at the end of a leader, on one line with their value. */
export const LEADER_ZOOM = 5;
/** Names of project points show from here, those of counties from there. */
export const POINT_ZOOM = 4.9;
export const COUNTY_ZOOM = 5.2;
export const LEADERS: Record<string, { from: LonLat; to: LonLat; side: "right" | "below" }> = {
  "150100": { from: [111.72, 40.35], to: [111.7, 39.05], side: "right" },
  "150300": { from: [106.82, 39.35], to: [106.3, 37.75], side: "below" },
};
/** Too small for two lines until one looks at them alone. */
export const ONE_LINE = new Set(["150100", "150300"]);
export const TWO_LINES_ZOOM = 6;

type Around = { words: Words; at: LonLat };
const around = (zh: string, en: string, lon: number, lat: number): Around => ({
  words: { "zh-CN": zh, en },
  at: [lon, lat],
});
export const COUNTRIES: readonly Around[] = [
  around("蒙古国", "Mongolia", 104.6, 46.6),
  around("俄罗斯", "Russia", 112.5, 53.2),
  around("朝鲜", "DPR Korea", 126.9, 40.2),
];
export const PROVINCES: readonly Around[] = [
  around("黑龙江省", "Heilongjiang", 127.6, 47.2),
  around("吉林省", "Jilin", 126.3, 43.6),
  around("辽宁省", "Liaoning", 122.9, 41.2),
  around("河北省", "Hebei", 115.6, 38.9),
  around("山西省", "Shanxi", 112.4, 37.6),
  around("陕西省", "Shaanxi", 109.3, 37.35),
  around("宁夏回族自治区", "Ningxia", 106.2, 37.0),
  around("甘肃省", "Gansu", 100.2, 39.3),
  around("青海省", "Qinghai", 97.5, 37.0),
  around("北京市", "Beijing", 116.4, 40.15),
  around("天津市", "Tianjin", 117.4, 39.3),
  around("山东省", "Shandong", 118.5, 36.4),
];
