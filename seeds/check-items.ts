/** What an item may not say: each rule yields the field that breaks it. */
import type { Item } from "#domain/item.ts";
import { policyType } from "#domain/norm.ts";
import type { Corridor, Place } from "#domain/place.ts";
import { isWithin, PROVINCE_CODE, type Region } from "#domain/region.ts";
import { type SourceDocument, sliceCodePoints } from "#domain/source.ts";
import type { Unit } from "#domain/unit.ts";
import { quoteProblems } from "./check-parts.ts";
import { duplicateIds, type Problem, standsIn } from "./problem.ts";

type Parts = {
  items: readonly Item[];
  documents: readonly SourceDocument[];
  units: readonly Unit[];
  places: readonly Place[];
  corridors: readonly Corridor[];
};
type Found = Omit<Problem, "record">;

const INVERSE = {
  "source-of": "fed-by",
  "fed-by": "source-of",
  "plan-for": "planned-by",
  "planned-by": "plan-for",
} as const satisfies Record<Item["relations"][number]["kind"], Item["relations"][number]["kind"]>;

export function* itemProblems(parts: Parts, regions: readonly Region[]): Generator<Problem> {
  yield* duplicateIds(parts.items);
  const items = new Map(parts.items.map((item) => [item.id, item]));
  const units = new Set(parts.units.map((unit) => unit.id));
  const byCode = new Map(regions.map((region) => [region.code, region]));
  for (const item of parts.items) {
    const found = [
      ...sourceProblems(item, parts.documents),
      ...stageProblems(item),
      ...regionProblems(item, byCode, parts.documents),
      ...unitProblems(item, units),
      ...dateProblems(item),
      ...familyProblems(item, items),
      ...relationProblems(item, items),
      ...geometryProblems(item, parts),
    ];
    for (const problem of found) yield { record: item.id, ...problem };
  }
}

/** Literal words and figures stand in the sentence that the quote is part of; derived figures say they are. */
function* sourceProblems(item: Item, documents: readonly SourceDocument[]): Generator<Found> {
  for (const [index, source] of item.sources.entries()) {
    const field = `sources.${index}`;
    yield* quoteProblems(item.id, field, source, documents);
    if (source.sentence.start > source.start || source.sentence.end < source.end)
      yield { field: `${field}.sentence`, message: "does not hold the quote" };
  }
  const sentences = item.sources.map(({ document, sentence }) =>
    sliceCodePoints(documents.find(({ id }) => id === document)?.text ?? "", sentence.start, sentence.end),
  );
  const stands = (words: string) => sentences.some((sentence) => standsIn(sentence, words));
  if (!stands(item.stageWords))
    yield { field: "stageWords", message: `${item.stageWords} does not stand in the sentence` };
  for (const [index, figure] of item.figures.entries())
    if (figure.kind !== "derived" && !stands(figure.words))
      yield { field: `figures.${index}.words`, message: `${figure.words} does not stand in the sentence` };
}

function* stageProblems(item: Item): Generator<Found> {
  if (item.stageBasis === "ambiguous" && item.stageNote === null)
    yield { field: "stageNote", message: "an ambiguous stage needs its other reading" };
  if ((item.type === "support" || item.type === "pilot") && item.type !== policyType(item.title))
    yield { field: "type", message: `by the words of its title it is ${policyType(item.title)}` };
}

/** A code is known and was in force on the day the document came out. */
function* regionProblems(
  item: Item,
  byCode: ReadonlyMap<string, Region>,
  documents: readonly SourceDocument[],
): Generator<Found> {
  const day = documents.find(({ id }) => id === item.sources[0]?.document)?.publishedOn ?? "";
  for (const [index, { code }] of item.regions.entries()) {
    const region = byCode.get(code);
    const field = `regions.${index}.code`;
    if (!region) yield { field, message: `unknown region ${code}` };
    else if ((region.validFrom ?? day) > day || (region.validTo ?? day) < day)
      yield { field, message: `${code} ${region.name} was not in force on ${day}` };
  }
}

function* unitProblems(item: Item, units: ReadonlySet<string>): Generator<Found> {
  const seen = new Set<string>();
  for (const [index, { unit, role }] of item.units.entries()) {
    const field = `units.${index}.unit`;
    if (!units.has(unit)) yield { field, message: `unknown unit ${unit}` };
    if (seen.has(`${role} ${unit}`)) yield { field, message: `${unit} is ${role} twice` };
    seen.add(`${role} ${unit}`);
  }
}

function* dateProblems(item: Item): Generator<Found> {
  for (const [index, date] of item.dates.entries())
    if (date.kind === "deadline" && date.due === null)
      yield { field: `dates.${index}.due`, message: "a deadline needs its last day" };
}

/** Parent and child name each other, and nobody is their own ancestor. */
function* familyProblems(item: Item, items: ReadonlyMap<string, Item>): Generator<Found> {
  for (const [index, id] of item.children.entries()) {
    const child = items.get(id);
    if (!child) yield { field: `children.${index}`, message: `unknown item ${id}` };
    else if (child.parent !== item.id)
      yield { field: `children.${index}`, message: `${id} names ${child.parent ?? "no parent"}` };
  }
  if (item.parent === null) return;
  const parent = items.get(item.parent);
  if (!parent) yield { field: "parent", message: `unknown item ${item.parent}` };
  else if (!parent.children.includes(item.id))
    yield { field: "parent", message: `${parent.id} does not list it as a child` };
  const above = new Set<string>();
  for (let up = parent; up !== undefined && !above.has(up.id); up = items.get(up.parent ?? "")) {
    if (up.id === item.id) yield { field: "parent", message: "is its own ancestor" };
    above.add(up.id);
  }
}

function* relationProblems(item: Item, items: ReadonlyMap<string, Item>): Generator<Found> {
  for (const [index, relation] of item.relations.entries()) {
    const other = items.get(relation.item);
    if (!other) yield { field: `relations.${index}.item`, message: `unknown item ${relation.item}` };
    else if (!other.relations.some((back) => back.item === item.id && back.kind === INVERSE[relation.kind]))
      yield { field: `relations.${index}`, message: `${other.id} does not say ${INVERSE[relation.kind]}` };
  }
}

const isSize: Record<Item["geometry"]["kind"], (places: number, corridors: number) => boolean> = {
  area: (places, corridors) => places === 0 && corridors === 0,
  point: (places, corridors) => places === 1 && corridors === 0,
  points: (places, corridors) => places > 1 && corridors === 0,
  line: (places, corridors) => places === 0 && corridors > 0,
};

function* geometryProblems(item: Item, { places, corridors }: Parts): Generator<Found> {
  const { kind, ...drawn } = item.geometry;
  if (!isSize[kind](drawn.places.length, drawn.corridors.length))
    yield {
      field: "geometry.kind",
      message: `${kind} with ${drawn.places.length} places and ${drawn.corridors.length} corridors`,
    };
  if (kind !== "area" && item.regions.every(({ code }) => code === PROVINCE_CODE))
    yield { field: "geometry.kind", message: "a region-wide item is drawn as the area" };
  for (const [index, id] of drawn.places.entries()) {
    const field = `geometry.places.${index}`;
    const place = places.find((one) => one.id === id);
    if (!place) yield { field, message: `unknown place ${id}` };
    else if (!place.drawn) yield { field, message: `${id} is too uncertain to be drawn` };
    else if (place.region !== null && !liesIn(item, place.region))
      yield { field, message: `${id} lies in ${place.region}, outside the item's regions` };
  }
  for (const [name, group] of [
    ["corridors", "seed"],
    ["laterCorridors", "later"],
  ] as const) {
    for (const [index, id] of drawn[name].entries()) {
      const field = `geometry.${name}.${index}`;
      const corridor = corridors.find((one) => one.id === id);
      if (!corridor) yield { field, message: `unknown corridor ${id}` };
      else if (corridor.group !== group) yield { field, message: `${id} is of the group ${corridor.group}` };
      else if (!corridor.drawn) yield { field, message: `${id} is too uncertain to be drawn` };
      else if (!corridor.items.includes(item.id)) yield { field, message: `${id} does not name the item` };
    }
  }
}

/** A place lies where its item does; region-wide alone locates nothing. */
const liesIn = (item: Item, place: string): boolean =>
  item.regions.some(({ code }) => code !== PROVINCE_CODE && (isWithin(place, code) || isWithin(code, place)));
