import type { Feature, FeatureCollection, Geometry } from "geojson";
import { type Language, nameIn } from "#domain/look/words.ts";
import { classOf, MEASURE_UNIT } from "#domain/measure.ts";
import type { RegionProgress } from "#domain/query.ts";
import type { View } from "#domain/view.ts";
import { existedIn2012 } from "#geo/counties-2012.ts";
import portsFile from "#geo/data/ports.json" with { type: "json" };
import { type Cluster, clusterMix, clusterPoints } from "#geo/drawn/clusters.ts";
import { labelPoint, shownCorridors, smoothPath } from "#geo/drawn/corridors.ts";
import { hubFrom } from "#geo/drawn/hubs.ts";
import { corridorSub, placeSub, shortName } from "#geo/drawn/item-words.ts";
import { mixOf } from "#geo/drawn/mix.ts";
import { shownPoints } from "#geo/drawn/points.ts";
import { MAJOR_PORTS, minorPorts, type Ports } from "#geo/drawn/ports.ts";
import { COUNTRIES, LEADER_ZOOM, LEADERS, ONE_LINE, PROVINCES } from "#geo/picture/around.ts";
import { afterValue, valueText } from "#geo/picture/words.ts";
import { FAR_PROVINCES, LAKE_NAMES } from "./outside-names.ts";
import type { MapData } from "./scene.ts";

/** What a feature of the ledger source is drawn as, and what its layer needs to draw it. */
export type LedgerProperties = {
  draw: string;
  /** Whole zoom levels at which it is drawn: from `zmin`, up to but not including `zmax`. */
  zmin: number;
  zmax: number;
} & Record<string, string | number | boolean>;
export type LedgerFeature = Feature<Geometry, LedgerProperties>;

const ALWAYS = { zmin: 0, zmax: 24 } as const;
type At = readonly [lon: number, lat: number];

export function pointFeature(at: At, properties: LedgerProperties): LedgerFeature {
  return { type: "Feature", geometry: { type: "Point", coordinates: [...at] }, properties };
}
export function lineFeature(path: readonly At[], properties: LedgerProperties): LedgerFeature {
  const coordinates = path.map((at) => [...at]);
  return { type: "Feature", geometry: { type: "LineString", coordinates }, properties };
}

/** Everything the map draws that is not a boundary, water or picture: one source, so one thing to wait for. */
export function ledgerData(
  view: View,
  lang: Language,
  data: MapData,
): FeatureCollection<Geometry, LedgerProperties> {
  const name = (words: { words: Record<Language, string> }) => words.words[lang];
  const outside = (draw: string, names: readonly { words: Record<Language, string>; at: At }[]) =>
    names.map((one) => pointFeature(one.at, { draw, ...ALWAYS, name: name(one) }));
  return {
    type: "FeatureCollection",
    features: [
      ...outside("country", COUNTRIES),
      ...outside("province", [...PROVINCES, ...FAR_PROVINCES]),
      ...outside("lake", LAKE_NAMES),
      ...data.features.hubs.map((hub) =>
        pointFeature(hub.at, {
          draw: "hub",
          zmin: hubFrom(hub.at, data.regions),
          zmax: ALWAYS.zmax,
          name: shortName(nameIn(lang, hub)),
          sub: placeSub(hub, lang),
        }),
      ),
      ...regionFeatures(view, lang, data),
      ...portFeatures(view, lang, data),
      ...corridorFeatures(view, lang, data),
      ...clusterPoints(shownPoints(view, data.features)).map((cluster) => markFeature(cluster, lang)),
    ],
  };
}

/**
 * Value under a name, what stands after it, and the ramp class it stands on; nothing is said where progress is
 * off. A unit finds no room on one line; a share is nothing without its n.
 */
function said(view: View, lang: Language, row: RegionProgress | undefined, oneLine = false) {
  if (!row || !view.layers.includes("progress")) return { value: "", after: "", cls: -1 };
  const cls = classOf(row.value, view.measure, view.level);
  const left = oneLine && MEASURE_UNIT[view.measure] === "count";
  const after = left ? "" : afterValue(row, view.measure, lang);
  return {
    value: valueText(row.value, view.measure),
    after: after === "" ? "" : ` ${after}`,
    cls: typeof cls === "number" ? cls : -1,
  };
}

function regionFeatures(view: View, lang: Language, { regions, progress }: MapData): LedgerFeature[] {
  const reporting = new Map(progress.reporting.map((row) => [row.code, row]));
  const county = new Map(progress.county.map((row) => [row.code, row]));
  const then = view.layers.includes("counties2012");
  return regions.flatMap((region) => {
    if (then && !existedIn2012(region.code)) return [];
    if (region.level === "county") {
      const row = county.get(region.code);
      const { value, after, cls } = said(view, lang, view.level === "county" ? row : undefined, true);
      const withData = (row?.n ?? 0) > 0;
      return [
        pointFeature(region.anchor, {
          draw: "county",
          ...ALWAYS,
          code: region.code,
          name: nameIn(lang, region),
          value: withData && value !== "" ? ` ${value}${after}` : "",
          cls,
          rank: withData ? 0 : 1,
        }),
        ...(view.level === "county" && row ? barFeatures(region.anchor, row, 6) : []),
      ];
    }
    if (region.level === "province") return [];
    const row = reporting.get(region.code);
    const at = region.anchor;
    const leader = LEADERS[region.code];
    const one = ONE_LINE.has(region.code);
    const name = nameIn(lang, region);
    const text = { draw: "league", code: region.code, name, ...said(view, lang, row, one) };
    const cls = view.level === "league" ? text.cls : -1;
    const bars = view.level === "league" && row ? barFeatures(at, row, 0) : [];
    if (!leader) return [pointFeature(at, { ...text, cls, ...ALWAYS, spot: "area", one }), ...bars];
    return [
      pointFeature(at, { ...text, cls, zmin: LEADER_ZOOM, zmax: 24, spot: "small", one }),
      pointFeature(leader.to, { ...text, cls: -1, zmin: 0, zmax: LEADER_ZOOM, spot: leader.side, one }),
      lineFeature([leader.from, leader.to], { draw: "leader", zmin: 0, zmax: LEADER_ZOOM }),
      ...bars,
    ];
  });
}

function barFeatures(at: At, row: RegionProgress, zmin: number): LedgerFeature[] {
  const mix = mixOf(row.stages);
  return mix === "" ? [] : [pointFeature(at, { draw: "bars", zmin, zmax: 24, mix })];
}

const PORTS = portsFile as Ports;

function portFeatures(view: View, lang: Language, { progress }: MapData): LedgerFeature[] {
  const byCode = new Map(progress.reporting.map((row) => [row.code, row]));
  const major = MAJOR_PORTS.flatMap((port) => {
    const found = PORTS.features.find(({ properties }) => properties.name === port.name);
    if (!found) throw new Error(`ports: no ${port.name}`);
    const [lon = 0, lat = 0] = found.geometry.coordinates;
    const { value, after } = said(view, lang, port.city ? byCode.get(port.city) : undefined);
    const name = nameIn(lang, port);
    return [
      pointFeature([lon, lat], { draw: "port", ...ALWAYS, ...(port.city ? { code: port.city } : {}) }),
      pointFeature([lon, lat], { draw: "port-name", ...ALWAYS, name, value, after }),
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
  return [...major, ...minor];
}

function corridorFeatures(view: View, lang: Language, { features }: MapData): LedgerFeature[] {
  return shownCorridors(view, features).flatMap((corridor) => {
    const path = smoothPath(corridor.path);
    const common = {
      ...ALWAYS,
      kind: corridor.kind,
      later: corridor.group === "later",
      item: corridor.items[0] ?? "",
      of: corridor.id,
    };
    return [
      lineFeature(path, { draw: "corridor", ...common }),
      pointFeature(labelPoint(path), {
        draw: "corridor-name",
        ...common,
        name: shortName(nameIn(lang, corridor)),
        sub: corridorSub(corridor, lang),
      }),
    ];
  });
}

function markFeature({ members, at, zmin, zmax }: Cluster, lang: Language): LedgerFeature {
  const [first] = members;
  if (!first) throw new Error("cluster: without members");
  if (members.length === 1) {
    return pointFeature(at, {
      draw: "point",
      zmin,
      zmax,
      item: first.item,
      of: first.id,
      mark: `mark/${first.type}/${first.stage}`,
      name: shortName(nameIn(lang, first)),
      sub: placeSub(first, lang),
    });
  }
  return pointFeature(at, {
    draw: "cluster",
    zmin,
    zmax,
    mark: `cluster/${members.length}/${clusterMix(members).join(".")}`,
    count: members.length,
    /** First zoom level at which it falls apart. */
    opens: zmax,
  });
}
