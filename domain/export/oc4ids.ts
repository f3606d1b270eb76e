/**
 * A project as the Open Contracting for Infrastructure Data Standards have it (OC4IDS 0.9.5). Valid by their schema;
 * of what they ask in words alone, ids lack the prefix that their help desk gives a publisher: none is made up here.
 */
import type { Item } from "../item.ts";
import { CONFIDENCE_WORDS, type Language, nameIn } from "../look/words.ts";
import type { Corridor, Place } from "../place.ts";
import type { Stage } from "../stage.ts";
import { geometryOf } from "./feature.ts";
import { type LedgerNames, type LedgerRecord, regionIn, unitIn } from "./record.ts";
import { INFERRED } from "./words.ts";

/** Packages name the schema they follow by its first two numbers. */
export const OC4IDS_VERSION = "0.9";

/** STANDARDS.md, Interchange. Off the ladder nothing is claimed: only a cancelled project has a status there. */
const STATUS: Partial<Record<Stage, string>> = {
  planned: "identification",
  preparation: "preparation",
  approved: "preparation",
  construction: "implementation",
  completed: "completion",
  cancelled: "cancelled",
};

/** Finer word of the source → mode of transport. */
const TRANSPORT: Record<string, string> = {
  公路: "transport.road",
  铁路: "transport.rail",
  民航: "transport.air",
};

/**
 * Codes of the projectSector list where they mean the same as ours. Waterworks may be supply or flood protection,
 * a factory is no kind of infrastructure: those have none, and our own classification alone.
 */
export function sectorCodes({ sector, sectorWords }: Pick<Item, "sector" | "sectorWords">): string[] {
  if (sector === "energy") return ["energy"];
  if (sector === "transport") {
    const mode = TRANSPORT[sectorWords];
    return mode === undefined ? ["transport"] : ["transport", mode];
  }
  return sector === "science" && sectorWords.startsWith("信息") ? ["communications"] : [];
}

const say = (zh: string, en: string) => ({ "zh-CN": zh, en });
const STAGE_SAID = say("阶段原词：", "Stage in the source's words: ");
const STAGE_REPORTED = say("阶段（月报用语）：", "Stage in the words of the unit's report: ");
const AMBIGUOUS = say("（可作他解）", " (allows another reading)");
const SCHEMATIC = say("，示意线路", ", schematic line");

export function projectOf(record: LedgerRecord, names: LedgerNames, lang: Language) {
  const { item, counted } = record;
  const status = STATUS[item.stage];
  const sector = sectorCodes(item);
  const parties = partiesOf(item, names, lang);
  const ambiguous = item.stageBasis === "ambiguous" ? AMBIGUOUS[lang] : "";
  const updated = item.sources
    .flatMap(({ document }) => names.documents.get(document)?.publishedOn ?? [])
    .sort();
  const last = updated.at(-1);
  return {
    id: item.id,
    ...(last === undefined ? {} : { updated: atMidnight(last) }),
    title: item.title,
    description: [
      ...item.sources.map(({ quote }) => quote),
      `${(item.stageBasis === "reported" ? STAGE_REPORTED : STAGE_SAID)[lang]}${item.stageWords}${ambiguous}`,
    ].join("\n\n"),
    ...(status === undefined ? {} : { status }),
    ...(sector.length === 0 ? {} : { sector }),
    additionalClassifications: [{ scheme: "one-map-sector", id: item.sector, description: item.sectorWords }],
    locations: locationsOf(record, names, lang),
    ...(parties.length === 0 ? {} : { parties }),
    // A part of a project in the same package; a plan above it is no project. The standard's codes tell of later work
    // on the same assets, none of a part: `partOf` is ours, in an open list.
    ...(counted || item.parent === null
      ? {}
      : {
          relatedProjects: [
            { id: item.parent, scheme: "oc4ids", identifier: item.parent, relationship: "partOf" },
          ],
        }),
    documents: documentsOf(item, names),
    language: "zh",
  };
}

/** A day in China, where the source was published. */
const atMidnight = (day: string): string => `${day}T00:00:00+08:00`;

/**
 * Who answers for it by the source's own words is its public authority. Roles that the standard has no code for
 * are ours: its list is open.
 */
function partiesOf(item: Item, names: LedgerNames, lang: Language) {
  const roles = new Map<string, Set<string>>();
  for (const { unit, role, basis } of item.units) {
    const said = role === "counterpart" ? "counterpart" : "publicAuthority";
    const code = basis === "stated" ? said : `${said}Inferred`;
    roles.set(unit, (roles.get(unit) ?? new Set()).add(code));
  }
  return [...roles].map(([id, held]) => ({ id, name: unitIn(lang, names, id), roles: [...held] }));
}

function locationsOf({ item, places, corridors }: LedgerRecord, names: LedgerNames, lang: Language) {
  const regions = item.regions.map(({ code, basis }) => ({
    id: `region-${code}`,
    description: `${regionIn(lang, names, code)}${basis === "inferred" ? INFERRED[lang] : ""}`,
    gazetteer: { scheme: "GB/T 2260", identifiers: [code] },
  }));
  const drawn = [
    ...places.map((place) => ({ one: place, parts: { places: [place], corridors: [] }, schematic: false })),
    ...corridors.map((line) => ({
      one: line,
      parts: { places: [], corridors: [line] },
      schematic: line.schematic,
    })),
  ];
  return [
    ...drawn.map(({ one, parts, schematic }) => ({
      id: one.id,
      description: `${placeWords(one, lang)}${schematic ? SCHEMATIC[lang] : ""}`,
      geometry: geometryOf(parts),
    })),
    ...regions,
  ];
}

function placeWords(one: Place | Corridor, lang: Language): string {
  const confidence = CONFIDENCE_WORDS[one.confidence][lang];
  return lang === "en"
    ? `${nameIn(lang, one)}: error ${one.errorKm} km, confidence ${confidence}`
    : `${nameIn(lang, one)}：误差 ${one.errorKm} 公里，可信度${confidence}`;
}

/** The standard takes a URI; an address of the ledger may be in any letters, as in /政策.htm. */
const uriOf = (address: string): string => new URL(address).href;

/** The documents it is quoted from; two quotes of one document are two entries. */
const documentsOf = (item: Item, names: LedgerNames) =>
  item.sources.map(({ document, section, quote, start, end }) => {
    const entry = names.documents.get(document);
    return {
      id: `${document}:${start}-${end}`,
      title: entry?.title ?? document,
      description: `${section}\n\n${quote}`,
      ...(entry === undefined
        ? {}
        : { url: uriOf(entry.url), datePublished: atMidnight(entry.publishedOn), author: entry.publisher }),
      format: "text/html",
      language: "zh",
    };
  });
