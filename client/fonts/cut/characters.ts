/** Which characters each cut face has: those of the first paint, and those of the page around it, in both languages. */
import { readFileSync } from "node:fs";
import * as LOOK_WORDS from "#domain/look/words.ts";
import type { MapFeatures } from "#domain/query.ts";
import { STAGES } from "#domain/stage.ts";
import { DEFAULT_VIEW, LANGUAGES, LAYERS, type LayerName } from "#domain/view.ts";
import * as LEGEND_WORDS from "#geo/drawn/legend-words.ts";
import { minorPorts } from "#geo/drawn/ports.ts";
import { readPorts, readRegions } from "#geo/read.ts";
import type { MapData } from "../../layers/scene.ts";
import { style } from "../../layers/style.ts";
import { FACE_CSS, type Face } from "../../layers/type.ts";
import { charactersByFace } from "../../map/map-fonts.ts";
import { remote as remoteEn } from "../../words/en/remote.ts";
import { wall as wallEn } from "../../words/en/wall.ts";
import { en } from "../../words/en.ts";
import { remote } from "../../words/zh-CN/remote.ts";
import { wall } from "../../words/zh-CN/wall.ts";
import { zhCN } from "../../words/zh-CN.ts";
import type { Cut } from "./rules.ts";

const ASSETS = {
  overviewTiles: "",
  detailTiles: "",
  outline: { lo: "", mid: "" },
  ground: { light: "", dark: "" },
  relief: { light: "", dark: "" },
};
/** Printable ASCII: figures, and English names that a later ledger may bring. */
const ASCII = Array.from({ length: 95 }, (_, index) => String.fromCharCode(32 + index));
const DEEPEST_ZOOM = 24;
const FACES = Object.keys(FACE_CSS) as Face[];

/**
 * Of each face, the characters of its two files. The first file has what the first paint writes: names and values of
 * the map, which are those of its picture, and the brand. The other has what comes with the script.
 */
export function cutCharacters(): Map<Face, Cut> {
  const [map, sent, page] = [mapCharacters(), sentText(), pageText()];
  return new Map(
    FACES.map((face) => {
      const first = new Set(written(...ASCII, map.get(face) ?? "", sent[face]));
      const rest = new Set(written(page[face]).filter((one) => !first.has(one)));
      return [face, { first: sorted(first), rest: sorted(rest) }];
    }),
  );
}

/** What the page is sent with and the map does not write so: the brand (frame.css), and small ports in medium. */
const sentText = (): Record<Face, string> => ({
  regular: JSON.stringify(LOOK_WORDS.PAGE_WORDS.subtitle),
  medium: JSON.stringify(minorPorts(readPorts())),
  semibold: "",
  bold: "",
  serif: JSON.stringify(LOOK_WORDS.PAGE_WORDS.product),
});

/**
 * The seed's words, its document and the interface's are written in the regular face; what is set heavier is the
 * interface's or a region's name; in serif stand the brand and the source's own figures.
 */
function pageText(): Record<Face, string> {
  const words = JSON.stringify([
    zhCN,
    en,
    remote,
    remoteEn,
    wall,
    wallEn,
    LOOK_WORDS,
    LEGEND_WORDS,
    readRegions(),
  ]);
  return {
    regular: `${words}${seedText()}`,
    medium: words,
    semibold: words,
    bold: words,
    serif: JSON.stringify([zhCN.shell, en.shell, wall, wallEn, readRegions(), read("statistics.json")]),
  };
}

const written = (...texts: string[]): string[] => [...texts.join("")].filter((one) => one >= " ");
const sorted = (characters: Iterable<string>): string => [...characters].toSorted().join("");

const SEED_FILES = ["items.json", "places.json", "corridors.json", "units.json", "statistics.json"];
const seedText = (): string =>
  `${JSON.stringify(SEED_FILES.map((file) => read(file)))}${text("document.txt")}`;

/** What the map alone writes, for each face: with every layer on, among counties of 2012 and among those of today. */
export function mapCharacters(): Map<Face, string> {
  const all = new Map<Face, string>();
  const every = Object.keys(LAYERS) as LayerName[];
  for (const layers of [every, every.filter((layer) => layer !== "counties2012")]) {
    for (const lang of LANGUAGES) {
      const look = style({ ...DEFAULT_VIEW, layers }, "light", lang, ASSETS, seedData());
      for (const [face, characters] of charactersByFace(look, DEEPEST_ZOOM)) {
        all.set(face, sorted(new Set([...(all.get(face) ?? ""), ...characters])));
      }
    }
  }
  return all;
}

const text = (file: string): string =>
  readFileSync(new URL(`../../../seeds/${file}`, import.meta.url), "utf8");

const read = <T = Named>(file: string): T[] => JSON.parse(text(file));

type Named = { id: string; short: string };

type Doubtful = { stageWords: string; stageBasis: string; geometry: { corridors: string[] } };

/**
 * Names and words alone matter here: every place and corridor of the seed, wherever and whatever it is, and what the
 * source says of a line where that can be read otherwise.
 */
function seedData(): MapData {
  const common = { errorKm: 1, confidence: "low" as const };
  const points: MapFeatures["points"] = read("places.json").map(({ id, short }, index) => ({
    ...common,
    id,
    item: `S-1.4-${String(index).padStart(2, "0")}`,
    place: id,
    name: short,
    type: "project",
    stage: "planned",
    stageWords: "",
    stageBasis: "explicit",
    at: [80 + index, 40],
  }));
  const names = read("corridors.json");
  const doubtful = read<Doubtful>("items.json").filter(
    ({ stageBasis, geometry }) => stageBasis === "ambiguous" && geometry.corridors.length > 0,
  );
  const words = doubtful.map(({ stageWords }) => stageWords).join("");
  const corridors: MapFeatures["corridors"] = Array.from(
    { length: Math.max(STAGES.length + 1, names.length) },
    (_, index) => ({
      ...common,
      id: `c-${index}`,
      items: [],
      name: names[index % names.length]?.short ?? "",
      kind: "uhv",
      group: index % 2 === 0 ? "seed" : "later",
      stage: STAGES[index % STAGES.length] ?? null,
      stageWords: words,
      stageBasis: index === STAGES.length ? "ambiguous" : "explicit",
      year: index % 2 === 0 ? null : 2012,
      schematic: true,
      path: [
        [110, 40],
        [111, 41],
      ],
    }),
  );
  return {
    regions: readRegions(),
    progress: { reporting: [], county: [] },
    features: { points, corridors, hubs: [], areaOnly: 0 },
  };
}
