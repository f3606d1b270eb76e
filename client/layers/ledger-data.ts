import type { FeatureCollection, Geometry } from "geojson";
import { type Language, nameIn } from "#domain/look/words.ts";
import { MEASURE_UNIT, viewBounds } from "#domain/measure.ts";
import type { RegionProgress } from "#domain/query.ts";
import { isPlannedCity } from "#domain/region.ts";
import type { View } from "#domain/view.ts";
import type { Looking } from "#geo/camera.ts";
import { existedIn2012 } from "#geo/counties-2012.ts";
import { clusterLight, clusterMix } from "#geo/drawn/clusters.ts";
import { labelPlace, shownCorridors, smoothPath } from "#geo/drawn/corridors.ts";
import { hubFrom } from "#geo/drawn/hubs.ts";
import { type ItemMark, itemMarks } from "#geo/drawn/item-marks.ts";
import { corridorSub, placeSub, shortName } from "#geo/drawn/item-words.ts";
import { mixOf } from "#geo/drawn/mix.ts";
import { MAJOR_PORTS, minorPorts } from "#geo/drawn/ports.ts";
import { COUNTRIES, PROVINCES } from "#geo/picture/around.ts";
import { leagueFeatures } from "./league-data.ts";
import {
  ALWAYS,
  type At,
  type LedgerFeature,
  type LedgerProperties,
  lineFeature,
  pointFeature,
  said,
} from "./ledger-feature.ts";
import { FAR_PROVINCES, LAKE_NAMES } from "./outside-names.ts";
import { PORTS } from "./ports-data.ts";
import type { MapData } from "./scene.ts";

/** Everything the map draws that is not a boundary, water or picture: one source, so one thing to wait for. */
export function ledgerData(
  view: View & Looking,
  lang: Language,
  data: MapData,
): FeatureCollection<Geometry, LedgerProperties> {
  const name = (words: { words: Record<Language, string> }) => words.words[lang];
  const hubs = data.features.hubs.map((hub) =>
    pointFeature(hub.at, {
      draw: "hub",
      zmin: hubFrom(hub.at, data.regions),
      zmax: ALWAYS.zmax,
      name: shortName(nameIn(lang, hub)),
      sub: placeSub(hub, lang),
    }),
  );
  const ports = portFeatures(view, lang, data);
  const points = itemMarks(view, data.features, data.regions, PORTS).map((mark) => markFeature(mark, lang));
  const marks = [
    ...points,
    ...(view.layers.includes("hubs") ? hubs : []),
    ...(view.layers.includes("ports") ? ports : []),
  ];
  const outside = (draw: string, names: readonly { words: Record<Language, string>; at: At }[]) =>
    names.map((one) => pointFeature(one.at, { draw, ...ALWAYS, name: name(one) }));
  return {
    type: "FeatureCollection",
    features: [
      ...outside("country", COUNTRIES),
      ...outside("province", [...PROVINCES, ...FAR_PROVINCES]),
      ...outside("lake", LAKE_NAMES),
      ...hubs,
      ...leagueFeatures(view, lang, data, marks),
      ...countyFeatures(view, lang, data),
      ...ports,
      ...corridorFeatures(view, lang, data),
      ...points,
    ],
  };
}

const spaced = (text: string): string => (text === "" ? "" : ` ${text}`);

function countyFeatures(view: View, lang: Language, { regions, progress }: MapData): LedgerFeature[] {
  const rows = new Map(progress.county.map((row) => [row.code, row]));
  const then = view.layers.includes("counties2012");
  const bounds = viewBounds(view, progress);
  return regions.flatMap((region) => {
    if (region.level !== "county" || (then && !existedIn2012(region.code))) return [];
    // A planned city is named at its port; twice would be once too often.
    if (view.layers.includes("ports") && isPlannedCity(region.code)) return [];
    const row = rows.get(region.code);
    const { value, after, cls } = said(view, lang, view.level === "county" ? row : undefined, bounds);
    const withData = (row?.n ?? 0) > 0;
    // A unit finds no room on one line.
    const n = MEASURE_UNIT[view.measure] === "count" ? "" : spaced(after);
    return [
      pointFeature(region.anchor, {
        draw: "county",
        ...ALWAYS,
        code: region.code,
        name: nameIn(lang, region),
        value: withData && value !== "" ? ` ${value}${n}` : "",
        cls,
        rank: withData ? 0 : 1,
      }),
      ...(view.level === "county" && row ? barFeatures(region.anchor, row) : []),
    ];
  });
}

function barFeatures(at: At, row: RegionProgress): LedgerFeature[] {
  const mix = mixOf(row.stages);
  return mix === "" ? [] : [pointFeature(at, { draw: "bars", zmin: 6, zmax: 24, mix })];
}

function portFeatures(view: View & Looking, lang: Language, { progress }: MapData): LedgerFeature[] {
  const byCode = new Map(progress.reporting.map((row) => [row.code, row]));
  const bounds = viewBounds(view, progress);
  const major = MAJOR_PORTS.flatMap((port) => {
    const found = PORTS.features.find(({ properties }) => properties.name === port.name);
    if (!found) throw new Error(`ports: no ${port.name}`);
    const [lon = 0, lat = 0] = found.geometry.coordinates;
    const { value, after } = said(view, lang, port.city ? byCode.get(port.city) : undefined, bounds);
    const name = nameIn(lang, port);
    return [
      pointFeature([lon, lat], { draw: "port", ...ALWAYS, ...(port.city ? { code: port.city } : {}) }),
      ...(view.names?.port(port.league) === false
        ? []
        : [pointFeature([lon, lat], { draw: "port-name", ...ALWAYS, name, value, after: spaced(after) })]),
    ];
  });
  const minor = minorPorts(PORTS).map((port) =>
    pointFeature(port.at, {
      draw: "minor-port",
      ...ALWAYS,
      name: nameIn(lang, port),
      sub: placeSub(port, lang),
    }),
  );
  // From afar a mark without a name says nothing.
  return view.afar ? major : [...major, ...minor];
}

function corridorFeatures(view: View & Looking, lang: Language, { features }: MapData): LedgerFeature[] {
  return shownCorridors(view, features).flatMap((corridor) => {
    const path = smoothPath(corridor.path);
    const common = {
      ...ALWAYS,
      kind: corridor.kind,
      later: corridor.group === "later",
      item: corridor.items[0] ?? "",
      of: corridor.id,
    };
    const line = lineFeature(path, { draw: "corridor", ...common });
    const place = view.names ? view.names.line(path) : labelPlace(path);
    if (!place) return [line];
    const name = shortName(nameIn(lang, corridor));
    const sub = view.target ? "" : corridorSub(corridor, lang);
    return [
      line,
      pointFeature(place.at, { draw: "corridor-name", ...common, name, sub, slant: place.slant }),
    ];
  });
}

function markFeature({ members, at, zmin, zmax, opens }: ItemMark, lang: Language): LedgerFeature {
  const [first] = members;
  if (!first) throw new Error("cluster: without members");
  const light = clusterLight(members);
  const lit = light ? `/${light}` : "";
  if (members.length === 1) {
    return pointFeature(at, {
      draw: "point",
      zmin,
      zmax,
      item: first.item,
      of: first.id,
      mark: `mark/${first.type}/${first.stage}${lit}`,
      name: shortName(nameIn(lang, first)),
      sub: placeSub(first, lang),
    });
  }
  return pointFeature(at, {
    draw: "cluster",
    zmin,
    zmax,
    mark: `cluster/${members.length}/${clusterMix(members).join(".")}${lit}`,
    count: members.length,
    opens,
  });
}
