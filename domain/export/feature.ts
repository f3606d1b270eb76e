import { LADDER_OF } from "../item.ts";
import { nameIn, remarkIn, SECTOR_WORDS, STAGE_WORDS, TYPE_WORDS } from "../look/words.ts";
import type { Corridor, Place } from "../place.ts";
import { cautions, type ExportAbout, LICENCE, publisherIn, reviewWords, titleOf } from "./about.ts";
import { type LedgerNames, type LedgerRecord, placing, regionIn, unitIn } from "./record.ts";

type Position = readonly [number, number];
export type Geometry =
  | { type: "Point"; coordinates: Position }
  | { type: "MultiPoint" | "LineString"; coordinates: readonly Position[] }
  | { type: "MultiLineString"; coordinates: readonly (readonly Position[])[] }
  | { type: "GeometryCollection"; geometries: readonly Geometry[] };

/**
 * What the map draws of an item, WGS 84 as the ledger has it. An item of an area has none: `regions` of its
 * properties say where it lies, and no boundary is copied out of a data set that is not reviewed.
 */
export function geometryOf({
  places,
  corridors,
}: Pick<LedgerRecord, "places" | "corridors">): Geometry | null {
  const parts = [pointsOf(places), linesOf(corridors)].filter((part) => part !== null);
  const [first] = parts;
  return parts.length > 1 ? { type: "GeometryCollection", geometries: parts } : (first ?? null);
}

function pointsOf(places: readonly Place[]): Geometry | null {
  const [first] = places;
  if (first === undefined) return null;
  if (places.length === 1) return { type: "Point", coordinates: first.at };
  return { type: "MultiPoint", coordinates: places.map((place) => place.at) };
}

function linesOf(corridors: readonly Corridor[]): Geometry | null {
  const [first] = corridors;
  if (first === undefined) return null;
  if (corridors.length === 1) return { type: "LineString", coordinates: first.path };
  return { type: "MultiLineString", coordinates: corridors.map((corridor) => corridor.path) };
}

/** An item as RFC 7946 has it. Ids stand as they are, so that a program can join by them; words beside them. */
export function featureOf(record: LedgerRecord, names: LedgerNames, lang: ExportAbout["lang"]) {
  const { item, counted, places, corridors } = record;
  const remark = (text: string | null, english?: string) =>
    text === null ? null : remarkIn(lang, text, english).text;
  return {
    type: "Feature" as const,
    id: item.id,
    geometry: geometryOf(record),
    properties: {
      id: item.id,
      parent: item.parent,
      counted,
      type: item.type,
      typeName: TYPE_WORDS[item.type][lang],
      title: item.title,
      stageWords: item.stageWords,
      ladder: LADDER_OF[item.type],
      stage: item.stage,
      stageName: STAGE_WORDS[item.stage][lang],
      stageAmbiguous: item.stageBasis === "ambiguous",
      light: record.light,
      stageNote: remark(item.stageNote, item.stageNoteEn),
      sector: item.sector,
      sectorName: SECTOR_WORDS[item.sector][lang],
      sectorWords: item.sectorWords,
      regions: item.regions.map(({ code, basis }) => ({ code, name: regionIn(lang, names, code), basis })),
      units: item.units.map(({ unit, role, words, basis }) => ({
        id: unit,
        name: unitIn(lang, names, unit),
        role,
        words,
        basis,
      })),
      figures: item.figures.map(({ noteEn, ...figure }) => ({
        ...figure,
        note: remark(figure.note, noteEn),
      })),
      dates: item.dates.map(({ noteEn, ...date }) => ({ ...date, note: remark(date.note, noteEn) })),
      geometryKind: item.geometry.kind,
      geometryNote: remark(item.geometry.note, item.geometry.noteEn),
      ...placing(record),
      places: [...places, ...corridors].map((one) => ({
        id: one.id,
        name: nameIn(lang, one),
        errorKm: one.errorKm,
        confidence: one.confidence,
        ...("schematic" in one ? { schematic: one.schematic } : {}),
      })),
      sources: item.sources.map(({ document, section, quote, start, end }) => ({
        document,
        section,
        quote,
        start,
        end,
      })),
      origin: item.origin ?? null,
      note: remark(item.note, item.noteEn),
    },
  };
}

/** Foreign members of the collection: what it is, of when and from where. */
export const collectionMembers = (about: ExportAbout) => ({
  exportId: about.id,
  title: titleOf(about),
  language: about.lang,
  asOf: about.asOf,
  revision: about.revision,
  snapshot: about.snapshot,
  sources: about.documents.map((document) => ({
    id: document.id,
    title: document.title,
    publisher: publisherIn(about.lang, document),
    publishedOn: document.publishedOn,
    url: document.url,
  })),
  filter: about.filter,
  count: about.rows,
  view: about.viewUrl,
  mapReview: reviewWords(about),
  licence: LICENCE[about.lang],
  cautions: cautions(about),
});
