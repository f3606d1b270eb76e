import type { ItemType } from "#domain/item.ts";
import { PALETTE, type Theme } from "#domain/look/palette.ts";
import { LAYER_WORDS, type Language, MEASURE_WORDS, STAGE_WORDS } from "#domain/look/words.ts";
import { CLASS_BOUNDS, MEASURE_UNIT } from "#domain/measure.ts";
import type { MapFeatures } from "#domain/query.ts";
import { LADDERS, OFF_LADDER, type Stage } from "#domain/stage.ts";
import type { View } from "#domain/view.ts";
import { type LineLook, lineLooks, shownCorridors } from "#geo/drawn/corridors.ts";
import { lookWords } from "#geo/drawn/item-words.ts";
import { shownPoints } from "#geo/drawn/points.ts";
import { LEGEND_WORDS } from "./legend-words.ts";
import { MINOR_PORTS_FROM } from "./mark.ts";
import { showsBars } from "./mix.ts";

/** What the legend shows, top to bottom; colours and marks come from the tables the layers are made from. */
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
  | { kind: "note"; text: string };

/** Only what is on, and of it only what is drawn there and at this zoom. */
export function legendOf(
  view: View,
  theme: Theme,
  lang: Language,
  features: MapFeatures,
  zoom: number,
): LegendEntry[] {
  const on = new Set(view.layers);
  const corridors = shownCorridors(view, features);
  const entries: LegendEntry[] = [];
  if (on.has("progress")) entries.push(rampEntry(view, theme, lang));
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
  const projects = shownPoints(view, features).filter((point) => point.type === "project");
  if (on.has("projects")) {
    const stages = [...LADDERS.project, ...OFF_LADDER];
    for (const stage of stages.filter((one) => projects.some((point) => point.stage === one))) {
      entries.push({ kind: "stage", type: "project", stage, label: STAGE_WORDS[stage][lang] });
    }
  }
  return entries;
}

function rampEntry(view: View, theme: Theme, lang: Language): LegendEntry {
  const { ramp, zero } = PALETTE[theme];
  const share = MEASURE_UNIT[view.measure] === "share";
  const bounds = CLASS_BOUNDS[share ? "share" : view.level];
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
    none: share ? words.noStage : words.notMentioned,
    n: share ? words.n : null,
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

function mixEntry(view: View, theme: Theme, lang: Language): LegendEntry {
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
