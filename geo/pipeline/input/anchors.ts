/** Where the twelve league names stand, chosen by eye for the overview (lon, lat, WGS 84). */
export const LEAGUE_ANCHORS: Readonly<Record<string, readonly [number, number]>> = {
  "150100": [111.5, 40.98],
  "150200": [110.2, 41.75],
  "150300": [106.82, 39.5],
  "150400": [118.6, 43.05],
  "150500": [121.6, 43.75],
  "150600": [109.15, 39.3],
  "150700": [120.45, 49.75],
  "150800": [107.2, 41.4],
  "150900": [112.3, 42.05],
  "152200": [121.25, 46.25],
  "152500": [115.9, 44.55],
  "152900": [102.9, 40.6],
};
/** The province's own name, in the middle of Xilingol: only used where leagues are not named. */
export const PROVINCE_ANCHOR: readonly [number, number] = [114.0, 43.6];
