import { type ItemType, LADDER_OF } from "#domain/item.ts";
import { LIGHT_CHOICES, type LightChoice } from "#domain/light/light-state.ts";
import { PALETTE, type Theme } from "#domain/look/palette.ts";
import { LAYER_WORDS, type Language, MEASURE_WORDS, STAGE_WORDS } from "#domain/look/words.ts";
import { type Bounds, MEASURE_UNIT } from "#domain/measure.ts";
import type { MapFeatures } from "#domain/query.ts";
import { LADDERS, type Ladder, OFF_LADDER, type Stage } from "#domain/stage.ts";
import type { View } from "#domain/view.ts";
import { type LineLook, lineLooks, shownCorridors } from "./corridors.ts";
import { isUnsure, lookWords } from "./item-words.ts";
import { LEGEND_WORDS } from "./legend-words.ts";
import { showsBars, TYPE_OF_LADDER } from "./mix.ts";
import { type DrawnPoint, shownPoints } from "./points.ts";
import { MINOR_PORTS_FROM } from "./ports.ts";

/** What a legend shows, of the map or of its picture, top to bottom; colours and marks come from the tables the layers are made from. */
export type LegendEntry =
  | {
      kind: "ramp";
      title: string;
      classes: { color: string; label: string }[];
      zero: { color: string; label: string };
      /** Hatched: HatchSample. */
      none: string;
      /** Of a share: what its n counts. */
      n: string | null;
    }
  | { kind: "mix"; title: string; stages: { color: string; label: string }[]; none: string }
  | { kind: "line"; look: LineLook; label: string }
  | { kind: "place"; place: "port" | "minorPort" | "hub"; label: string }
  | { kind: "stage"; type: ItemType; stage: Stage; label: string }
  | { kind: "light"; light: LightChoice; label: string }
  | { kind: "note"; text: string };

type LegendView = Pick<View, "layers" | "measure" | "level" | "item">;

type Legend = {
  theme: Theme;
  lang: Language;
  features: MapFeatures;
  zoom: number;
  /** Of the classes of what is filled (boundsOf). */
  bounds: Bounds;
};

/** Only what is on, and of it only what is drawn there and at this zoom. */
export function legendOf(view: LegendView, legend: Legend): LegendEntry[] {
  const { theme, lang, features, zoom } = legend;
  const on = new Set(view.layers);
  const corridors = shownCorridors(view, features);
  const entries: LegendEntry[] = [];
  if (on.has("progress")) entries.push(rampEntry(view, legend));
  if (showsBars(view)) entries.push(mixEntry(view, theme, lang));
  for (const look of lineLooks(corridors)) {
    entries.push({ kind: "line", look, label: lookWords(look, lang) });
  }
  const errors = corridors.filter((corridor) => corridor.schematic).map((corridor) => corridor.errorKm);
  if (errors.length > 0) {
    entries.push({
      kind: "note",
      text: LEGEND_WORDS[lang].schematic(
        errors.length === corridors.length,
        Math.min(...errors),
        Math.max(...errors),
      ),
    });
  }
  if (on.has("ports")) {
    entries.push({ kind: "place", place: "port", label: LAYER_WORDS.ports[lang] });
    if (zoom >= MINOR_PORTS_FROM)
      entries.push({ kind: "place", place: "minorPort", label: LEGEND_WORDS[lang].minorPorts });
  }
  if (on.has("hubs") && features.hubs.length > 0)
    entries.push({ kind: "place", place: "hub", label: LAYER_WORDS.hubs[lang] });
  const points = shownPoints(view, features);
  entries.push(...stageEntries(points, lang));
  for (const light of LIGHT_CHOICES) {
    if (!points.some((point) => point.light === light)) continue;
    const { lights, noLight } = LEGEND_WORDS[lang];
    entries.push({ kind: "light", light, label: light === "none" ? noLight : lights[light] });
  }
  const unsure = points.filter(isUnsure).map((point) => point.errorKm);
  if (unsure.length > 0) {
    const text = LEGEND_WORDS[lang].unchecked(unsure.length, Math.min(...unsure), Math.max(...unsure));
    entries.push({ kind: "note", text });
  }
  return entries;
}

/** Every mark that is drawn: of projects, and of the item picked whatever it is, on its own ladder. */
function stageEntries(points: readonly DrawnPoint[], lang: Language): LegendEntry[] {
  return (Object.entries(TYPE_OF_LADDER) as [Ladder, ItemType][]).flatMap(([ladder, type]) =>
    [...LADDERS[ladder], ...OFF_LADDER]
      .filter((stage) => points.some((point) => LADDER_OF[point.type] === ladder && point.stage === stage))
      .map((stage) => ({ kind: "stage" as const, type, stage, label: STAGE_WORDS[stage][lang] })),
  );
}

function rampEntry(view: LegendView, { theme, lang, bounds }: Legend): LegendEntry {
  const { ramp, zero } = PALETTE[theme];
  const share = MEASURE_UNIT[view.measure] === "share";
  const words = LEGEND_WORDS[lang];
  const classes = bounds.map((from, index) => ({
    color: ramp[index] ?? zero,
    label: share ? shareRange(from, bounds[index + 1]) : countRange(from, bounds[index + 1]),
  }));
  return {
    kind: "ramp",
    title: words.title(MEASURE_WORDS[view.measure][lang], view.level, share),
    classes,
    zero: { color: zero, label: "0" },
    none: view.measure === "red" ? words.noLight : share ? words.noStage : words.notMentioned,
    n: view.measure === "red" ? words.nLit : share ? words.n : null,
  };
}

function countRange(from: number, next: number | undefined): string {
  if (next === undefined) return `${from}+`;
  return next - 1 === from ? String(from) : `${from}–${next - 1}`;
}

/** In per cent, as the title says. */
function shareRange(from: number, next: number | undefined): string {
  const low = from < 0.1 ? ">0" : String(Math.round(from * 100));
  return next === undefined ? `≥${low}` : `${low}–${Math.round(next * 100)}`;
}

function mixEntry(view: LegendView, theme: Theme, lang: Language): LegendEntry {
  const { stage } = PALETTE[theme];
  const words = LEGEND_WORDS[lang];
  const steps = ["planned", "preparation", "approved", "construction", "completed"] as const;
  return {
    kind: "mix",
    title: MEASURE_WORDS.mix[lang],
    stages: steps.map((step, index) => ({
      color: stage[step],
      label: index === 0 ? words.firstStep : index === steps.length - 1 ? words.lastStep : "",
    })),
    none: view.measure === "mix" ? words.unstated : STAGE_WORDS.unstated[lang],
  };
}
