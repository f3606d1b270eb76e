/** Which characters each cut face has: those of the map, and those of the page around it, in both languages. */
import { readFileSync } from "node:fs";
import * as LOOK_WORDS from "#domain/look/words.ts";
import type { MapFeatures } from "#domain/query.ts";
import { STAGES } from "#domain/stage.ts";
import { DEFAULT_VIEW, LANGUAGES, LAYERS, type LayerName } from "#domain/view.ts";
import * as LEGEND_WORDS from "#geo/drawn/legend-words.ts";
import { readRegions } from "#geo/read.ts";
import type { MapData } from "../../layers/scene.ts";
import { style } from "../../layers/style.ts";
import type { Face } from "../../layers/type.ts";
import { charactersByFace } from "../../map/map-fonts.ts";
import { en } from "../../words/en.ts";
import { zhCN } from "../../words/zh-CN.ts";

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

/**
 * The seed's words, its document and the interface's are written in the regular face; what is set heavier is the
 * interface's or a region's name; in serif stand the brand and the source's own figures.
 */
export function cutCharacters(): Map<Face, string> {
  const words = JSON.stringify([zhCN, en, LOOK_WORDS, LEGEND_WORDS, readRegions()]);
  const page: Record<Face, string> = {
    regular: `${words}${seedText()}`,
    medium: words,
    semibold: words,
    bold: words,
    serif: JSON.stringify([zhCN.shell, en.shell, read("statistics.json")]),
  };
  return new Map(
    [...mapCharacters()].map(([face, characters]) => {
      const all = new Set([...ASCII, ...characters, ...page[face]].filter((one) => one >= " "));
      return [face, [...all].toSorted().join("")];
    }),
  );
}

const SEED_FILES = ["items.json", "places.json", "corridors.json", "units.json", "statistics.json"];
const seedText = (): string =>
  `${JSON.stringify(SEED_FILES.map((file) => read(file)))}${text("document.txt")}`;

/** What the map alone writes, for each face. */
export function mapCharacters(): Map<Face, string> {
  const all = new Map<Face, Set<string>>();
  const view = { ...DEFAULT_VIEW, layers: Object.keys(LAYERS) as LayerName[] };
  for (const lang of LANGUAGES) {
    for (const [face, characters] of charactersByFace(
      style(view, "light", lang, ASSETS, seedData()),
      DEEPEST_ZOOM,
    )) {
      all.set(face, new Set([...(all.get(face) ?? []), ...characters]));
    }
  }
  return new Map([...all].map(([face, characters]) => [face, [...characters].toSorted().join("")]));
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
