/** What documents, units, places, corridors and statistics may not say. */
import type { Corridor, Place } from "#domain/place.ts";
import type { Region } from "#domain/region.ts";
import { type SourceDocument, type Statistic, sliceCodePoints } from "#domain/source.ts";
import type { Unit } from "#domain/unit.ts";
import { duplicateIds, type Problem, standsIn } from "./problem.ts";

const FILING_KINDS: readonly Unit["kind"][] = ["league", "planned-city", "department"];
const KM_PER_DEGREE = 111.2;

/** Sections follow each other without a gap from the first code point to the last, each with its heading. */
export function* documentProblems({
  documents,
}: {
  documents: readonly SourceDocument[];
}): Generator<Problem> {
  yield* duplicateIds(documents);
  for (const document of documents) {
    let end = 0;
    for (const [index, section] of document.sections.entries()) {
      const field = `sections.${index}`;
      if (section.start !== end)
        yield {
          record: document.id,
          field: `${field}.start`,
          message: `${section.start} does not follow ${end}`,
        };
      const text = sliceCodePoints(document.text, section.start, section.end);
      if (!text.startsWith(section.heading))
        yield {
          record: document.id,
          field: `${field}.heading`,
          message: `does not open ${text.slice(0, 20)}`,
        };
      end = section.end;
    }
    const length = [...document.text].length;
    if (end !== length)
      yield { record: document.id, field: "sections", message: `end at ${end}, the text at ${length}` };
  }
}

export function* unitProblems(
  { units }: { units: readonly Unit[] },
  regions: readonly Region[],
): Generator<Problem> {
  yield* duplicateIds(units);
  const known = new Set(regions.map((region) => region.code));
  for (const unit of units) {
    if (unit.region !== null && !known.has(unit.region))
      yield { record: unit.id, field: "region", message: `unknown region ${unit.region}` };
    if (unit.files && !FILING_KINDS.includes(unit.kind))
      yield { record: unit.id, field: "files", message: `a ${unit.kind} files no report` };
  }
}

export function* placeProblems(
  { places }: { places: readonly Place[] },
  regions: readonly Region[],
): Generator<Problem> {
  yield* duplicateIds(places);
  const byCode = new Map(regions.map((region) => [region.code, region]));
  for (const place of places) {
    if (place.confidence === "very_low" && place.drawn)
      yield { record: place.id, field: "drawn", message: "a place of very low confidence is not drawn" };
    if (place.region === null) continue;
    const region = byCode.get(place.region);
    if (!region) yield { record: place.id, field: "region", message: `unknown region ${place.region}` };
    else if (!isNear(place, region))
      yield { record: place.id, field: "at", message: `${place.at.join(", ")} lies outside ${region.name}` };
  }
}

/** Within the region's bounding box, widened by the place's own error: a coarse net for slipped digits. */
function isNear({ at: [lon, lat], errorKm }: Place, { bbox: [west, south, east, north] }: Region): boolean {
  const dLat = errorKm / KM_PER_DEGREE;
  const dLon = dLat / Math.cos((lat * Math.PI) / 180);
  return lon >= west - dLon && lon <= east + dLon && lat >= south - dLat && lat <= north + dLat;
}

export function* corridorProblems(seeds: {
  corridors: readonly Corridor[];
  items: readonly { id: string }[];
}): Generator<Problem> {
  yield* duplicateIds(seeds.corridors);
  const items = new Set(seeds.items.map((item) => item.id));
  for (const corridor of seeds.corridors) {
    for (const [index, id] of corridor.items.entries())
      if (!items.has(id))
        yield { record: corridor.id, field: `items.${index}`, message: `unknown item ${id}` };
    if (corridor.confidence === "very_low" && corridor.drawn)
      yield { record: corridor.id, field: "drawn", message: "a line of very low confidence is not drawn" };
    yield* dateProblems(corridor);
  }
}

/** What is later history is dated, and nothing else is (truth rule 6). */
function* dateProblems({ id: record, group, inUseFrom, history }: Corridor): Generator<Problem> {
  const field = "inUseFrom";
  if ((group === "later") !== (inUseFrom !== null))
    yield { record, field, message: `a line of ${group} ${inUseFrom === null ? "needs a" : "has no"} date` };
  else if (inUseFrom !== null && !history.some((one) => one.startsWith(inUseFrom)))
    yield { record, field, message: `${inUseFrom} does not stand in the history` };
}

export function* statisticProblems(seeds: {
  statistics: readonly Statistic[];
  documents: readonly SourceDocument[];
}): Generator<Problem> {
  yield* duplicateIds(seeds.statistics);
  for (const statistic of seeds.statistics) {
    const record = statistic.id;
    yield* quoteProblems(record, "source", statistic.source, seeds.documents);
    if (!standsIn(statistic.source.quote, statistic.words))
      yield { record, field: "words", message: `${statistic.words} does not stand in the quote` };
  }
}

type Quoted = { document: string; section: string; quote: string; start: number; end: number };

/** A quote stands at its offsets, by code points, within the section that its record names. */
export function* quoteProblems(
  record: string,
  field: string,
  source: Quoted,
  documents: readonly SourceDocument[],
): Generator<Problem> {
  const document = documents.find(({ id }) => id === source.document);
  if (!document) {
    yield { record, field: `${field}.document`, message: `unknown document ${source.document}` };
    return;
  }
  const found = sliceCodePoints(document.text, source.start, source.end);
  if (found !== source.quote)
    yield { record, field: `${field}.quote`, message: `at ${source.start}–${source.end} stands ${found}` };
  const section = document.sections.find(({ id }) => id === source.section);
  if (!section) yield { record, field: `${field}.section`, message: `unknown section ${source.section}` };
  else if (source.start < section.start || source.end > section.end)
    yield { record, field: `${field}.section`, message: `the quote lies outside ${source.section}` };
}
