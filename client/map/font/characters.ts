/** Every character that the map writes with the ledger of the seed, for each face, in both languages. */
import { readFileSync } from "node:fs";
import type { MapFeatures } from "#domain/query.ts";
import { STAGES } from "#domain/stage.ts";
import { DEFAULT_VIEW, LANGUAGES, LAYERS, type LayerName } from "#domain/view.ts";
import { readRegions } from "#geo/read.ts";
import type { MapData } from "../../layers/scene.ts";
import { style } from "../../layers/style.ts";
import type { Face } from "../../layers/type.ts";
import { charactersByFace } from "../map-fonts.ts";

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

export function mapCharacters(): Map<Face, string> {
  const all = new Map<Face, Set<string>>();
  const view = { ...DEFAULT_VIEW, layers: Object.keys(LAYERS) as LayerName[] };
  for (const lang of LANGUAGES) {
    for (const [face, characters] of charactersByFace(
      style(view, "light", lang, ASSETS, seedData()),
      DEEPEST_ZOOM,
    )) {
      all.set(face, new Set([...(all.get(face) ?? ASCII), ...characters]));
    }
  }
  return new Map([...all].map(([face, characters]) => [face, [...characters].toSorted().join("")]));
}

type Named = { id: string; short: string };

type Doubtful = { stageWords: string; stageBasis: string; geometry: { corridors: string[] } };

/**
 * Names and words alone matter here: every place and corridor of the seed, wherever and whatever it is, and what the
 * source says of a line where that can be read otherwise.
 */
function seedData(): MapData {
  const read = <T = Named>(file: string) =>
    JSON.parse(readFileSync(new URL(`../../../seeds/${file}`, import.meta.url), "utf8")) as T[];
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
