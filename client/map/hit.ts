import type { MapGeoJSONFeature } from "maplibre-gl";
import { leagueOf, PROVINCE_CODE } from "#domain/region.ts";
import type { View } from "#domain/view.ts";
import { LEDGER } from "../layers/scene.ts";

/** What lies under the pointer, as the view understands it. */
export type Hit =
  /** `mark`: which of the item's points or lines. */
  | { kind: "item"; id: string; mark: string }
  | { kind: "region"; code: string }
  /** A badge for several marks: it falls apart at zoom `opens`. */
  | { kind: "cluster"; count: number; at: [lon: number, lat: number]; opens: number };

/** Layers that answer to the pointer; those that the style at hand does not have are left out by the caller. */
export const HIT_LAYERS = [
  "point",
  "place",
  "corridor-casing",
  "progress-city",
  "progress-league",
  "progress-county",
  "progress-county2012",
  "region-hit",
] as const;

/**
 * The one click router: what a pointer at these features, topmost first, means. Marks before lines, lines before
 * areas; of areas the league or planned city at overview, and the county inside a league that is drilled into.
 */
export function hitAt(
  features: readonly MapGeoJSONFeature[],
  view: Pick<View, "region" | "level">,
): Hit | null {
  const ledger = features.filter((feature) => feature.source === LEDGER);
  for (const draws of [["point", "cluster"], ["port"], ["corridor"]]) {
    const found = ledger.find((feature) => draws.includes(text(feature, "draw")));
    const hit = found && markHit(found);
    if (hit) return hit;
  }
  return regionHit(features, view);
}

const text = (feature: MapGeoJSONFeature, key: string): string => String(feature.properties[key] ?? "");

function markHit(feature: MapGeoJSONFeature): Hit | null {
  const { geometry } = feature;
  if (text(feature, "draw") === "cluster" && geometry.type === "Point") {
    const [lon = 0, lat = 0] = geometry.coordinates;
    return {
      kind: "cluster",
      count: Number(feature.properties.count),
      at: [lon, lat],
      opens: Number(feature.properties.opens),
    };
  }
  const item = text(feature, "item");
  if (item !== "") return { kind: "item", id: item, mark: text(feature, "of") };
  const code = text(feature, "code");
  return code === "" ? null : { kind: "region", code };
}

function regionHit(features: readonly MapGeoJSONFeature[], view: Pick<View, "region" | "level">): Hit | null {
  const codeIn = (...layers: string[]) => {
    const found = features.find((feature) => layers.includes(feature.sourceLayer ?? ""));
    return found?.id === undefined ? null : String(found.id);
  };
  const city = codeIn("city");
  const county = codeIn("county", "county2012");
  const league = codeIn("league") ?? (county && leagueOf(county));
  if (view.level === "county" && county) return { kind: "region", code: county };
  if (city) return { kind: "region", code: city };
  const drilled = view.region === null || view.region === PROVINCE_CODE ? null : leagueOf(view.region);
  const code = drilled !== null && drilled === league && county ? county : league;
  return code ? { kind: "region", code } : null;
}
