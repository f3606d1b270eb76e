import { PALETTE, type Palette, type Theme } from "#domain/look/palette.ts";
import { type Language, nameIn } from "#domain/look/words.ts";
import { type Bounds, boundsOf, classOf, type ValueClass } from "#domain/measure.ts";
import type { MapFeatures, RegionProgress } from "#domain/query.ts";
import type { Region } from "#domain/region.ts";
import type { View } from "#domain/view.ts";
import type { Bbox, LonLat, Looking, Padding, Size } from "../camera.ts";
import { existedIn2012 } from "../counties-2012.ts";
import { type DrawnCorridor, shownCorridors } from "../drawn/corridors.ts";
import { type ItemMark, itemMarks } from "../drawn/item-marks.ts";
import { type DrawnPoint, shownPoints } from "../drawn/points.ts";
import { type MinorPort, minorPorts, type Ports } from "../drawn/ports.ts";
import { asOf2012 } from "../outline-2012.ts";
import type { AdminTopology } from "../topology.ts";
import type { SeamsPx } from "./off-seams.ts";
import { afterValue, valueText } from "./words.ts";

/** A picture in Web Mercator: its address and the box it covers. */
export type Backdrop = {
  href: string;
  bbox: Bbox;
  /** Its address is kept for a script to put in place (`data-href`): the first paint does without it. */
  later?: boolean;
};

export type PictureInput = {
  view: Pick<View, "level" | "measure" | "layers" | "item"> & Looking;
  theme: Theme;
  lang: Language;
  /** Counties, leagues, province, neighbours, lines; in the detail that the zoom asks for (outline.ts). */
  topology: AdminTopology;
  regions: readonly Region[];
  progress: { reporting: readonly RegionProgress[]; county: readonly RegionProgress[] };
  features: MapFeatures;
  ports: Ports;
  ground: Backdrop | null;
  relief: Backdrop | null;
  /** Screens of several tiles that it may be shown on. */
  tilings?: readonly Tiling[];
};

/** A screen of several tiles: what holds on it alone has `name` for its class; lengths in the map's own px. */
export type Tiling = {
  name: string;
  /** CSS that holds on such screens. */
  media: string;
  size: Size;
  room: Padding;
  seams: SeamsPx;
};

/** What names and marks ask for of an input, which is all but the ground that they stand on. */
export type WordingInput = Omit<PictureInput, "topology" | "ground" | "relief" | "tilings">;
export type Wording = WordingInput & {
  palette: Palette;
  on: ReadonlySet<string>;
  region: (code: string) => Region | undefined;
  name: (code: string) => string;
  /** Value of a reporting region as names carry it, whichever level is filled: none where progress is off. */
  written: (code: string) => string;
  /** Its unit or its n. */
  after: (code: string) => string;
  /** Of the regions that are filled. */
  filled: ReadonlyMap<string, RegionProgress & { cls: ValueClass }>;
  /** Of the classes of what is filled. */
  bounds: Bounds;
  /** Of a region that is filled, or reports. */
  row: (code: string) => RegionProgress | undefined;
  port: (name: string) => LonLat | undefined;
  minorPorts: readonly MinorPort[];
  /** What the map draws of the items. */
  points: readonly DrawnPoint[];
  /** Their marks, over all zooms. */
  marks: readonly ItemMark[];
  corridors: readonly DrawnCorridor[];
};
/** The input with what every part of the drawing asks for; regions and borders are of 2012 where those are on. */
export type Drawing = PictureInput & Wording;

export function drawingOf(input: PictureInput): Drawing {
  const { topology, view } = input;
  const then = view.layers.includes("counties2012");
  const old = then ? asOf2012(topology.objects, topology) : topology.objects;
  // By league the planned cities are drawn of today, as on the map.
  const counties = view.level === "county" ? old.counties : topology.objects.counties;
  return {
    ...input,
    ...wordingOf(input),
    topology: { ...topology, objects: { ...topology.objects, counties, lines: old.lines } },
  };
}

export function wordingOf(input: WordingInput): Wording {
  const { view, progress, lang } = input;
  const regions = new Map(input.regions.map((region) => [region.code, region]));
  const reporting = new Map(progress.reporting.map((row) => [row.code, row]));
  const rows = view.level === "county" ? progress.county : progress.reporting;
  const bounds = boundsOf(view, rows);
  const filled = new Map(rows.map((row) => [row.code, { ...row, cls: classOf(row.value, bounds) }]));
  const ports = new Map(
    input.ports.features.map((port) => [port.properties.name, port.geometry.coordinates]),
  );
  return {
    ...input,
    regions: view.layers.includes("counties2012")
      ? input.regions.filter(({ code }) => existedIn2012(code))
      : input.regions,
    palette: PALETTE[input.theme],
    on: new Set<string>(view.layers),
    region: (code) => regions.get(code),
    name: (code) => nameIn(lang, regions.get(code) ?? { name: code }),
    written: (code) =>
      view.layers.includes("progress") ? valueText(reporting.get(code)?.value ?? null, view.measure) : "",
    after: (code) => afterValue(reporting.get(code), view.measure, lang),
    filled,
    bounds,
    row: (code) => filled.get(code) ?? reporting.get(code),
    port: (name) => {
      const [lon, lat] = ports.get(name) ?? [];
      return lon === undefined || lat === undefined ? undefined : [lon, lat];
    },
    // From afar a mark without a name says nothing.
    minorPorts: view.afar ? [] : minorPorts(input.ports),
    points: shownPoints(view, input.features),
    marks: itemMarks(view, input.features, input.regions, input.ports),
    corridors: shownCorridors(view, input.features),
  };
}
