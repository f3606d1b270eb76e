/**
 * What the source says, as checked records. The JSON files beside this reader are the canonical copies:
 * they were written once from the source text of 2012-07-24 and are edited by hand from then on.
 */
import { readFileSync } from "node:fs";
import { z } from "zod";
import { type Item, LADDER_OF, zItem } from "#domain/item.ts";
import { isMarkedNorm, normsOf, sectorOfWords, stageOfNorm } from "#domain/norm.ts";
import { type Corridor, type Place, zCorridor, zPlace } from "#domain/place.ts";
import { type SourceDocument, type Statistic, zDocument, zStatistic } from "#domain/source.ts";
import { type Unit, zUnit } from "#domain/unit.ts";
import { readRegions } from "#geo/read.ts";
import { englishProblems } from "./check-english.ts";
import { itemProblems } from "./check-items.ts";
import {
  corridorProblems,
  documentProblems,
  placeProblems,
  statisticProblems,
  unitProblems,
} from "./check-parts.ts";
import type { Problem } from "./problem.ts";

export type Seeds = {
  documents: SourceDocument[];
  items: Item[];
  statistics: Statistic[];
  units: Unit[];
  places: Place[];
  corridors: Corridor[];
};

/** Names the file, the record by its id (by its place in the file where it has none) and the field. */
export class SeedError extends Error {
  readonly file: string;
  readonly record: string;
  readonly field: string;
  constructor(file: string, problem: Problem) {
    super(`seeds/${file}, record ${problem.record}, field ${problem.field}: ${problem.message}`);
    this.name = "SeedError";
    this.file = file;
    this.record = problem.record;
    this.field = problem.field;
  }
}

/** An item as its file has it: the norm stands for the stage, the source's words for the sector. */
const { stage: _stage, sector: _sector, ...itemShape } = zItem.shape;
const zSeedItem = z.strictObject({ ...itemShape, norm: z.string().min(1) });

const { text: _text, ...documentShape } = zDocument.shape;
const zSeedDocument = z.strictObject({ ...documentShape, file: z.string().regex(/^[a-z0-9-]+\.txt$/) });

/** Reads every file of the folder, checks each record, then what records say of each other. */
export function readSeeds(folder: URL = new URL("./", import.meta.url)): Seeds {
  const documents = readList(folder, "document.json", zSeedDocument).map(({ file, ...document }) => ({
    ...document,
    text: readText(folder, file),
  }));
  const seeds: Seeds = {
    documents,
    units: readList(folder, "units.json", zUnit),
    places: readList(folder, "places.json", zPlace),
    corridors: readList(folder, "corridors.json", zCorridor),
    statistics: readList(folder, "statistics.json", zStatistic),
    items: readList(folder, "items.json", zSeedItem).map(toItem),
  };
  const regions = readRegions();
  refuse("document.json", documentProblems(seeds));
  refuse("units.json", unitProblems(seeds, regions));
  refuse("places.json", placeProblems(seeds, regions));
  refuse("corridors.json", corridorProblems(seeds));
  refuse("items.json", itemProblems(seeds, regions));
  refuse("items.json", englishProblems(seeds.items));
  refuse("statistics.json", statisticProblems(seeds));
  refuse("statistics.json", englishProblems(seeds.statistics));
  return seeds;
}

function toItem({ norm, ...record }: z.infer<typeof zSeedItem>): Item {
  const stage = stageOfNorm(record.type, norm);
  if (stage === null) {
    const known = normsOf(LADDER_OF[record.type]).join(", ");
    const message = `${norm} is no norm of a ${record.type}: ${known}`;
    throw new SeedError("items.json", { record: record.id, field: "norm", message });
  }
  if (isMarkedNorm(record.type, norm) && record.stageNote === null) {
    const message = `${norm} counts as ${stage}: the note must say so`;
    throw new SeedError("items.json", { record: record.id, field: "stageNote", message });
  }
  const sector = sectorOfWords(record.sectorWords);
  if (sector === null) {
    const message = `no sector is known for ${record.sectorWords}`;
    throw new SeedError("items.json", { record: record.id, field: "sectorWords", message });
  }
  return checked("items.json", zItem, { ...record, stage, sector }, record.id);
}

function readText(folder: URL, file: string): string {
  try {
    return readFileSync(new URL(file, folder), "utf8");
  } catch (cause) {
    throw new SeedError(file, { record: "-", field: "-", message: `cannot be read (${String(cause)})` });
  }
}

function readList<T extends z.ZodType>(folder: URL, file: string, schema: T): z.infer<T>[] {
  let json: unknown;
  try {
    json = JSON.parse(readText(folder, file));
  } catch (cause) {
    if (cause instanceof SeedError) throw cause;
    throw new SeedError(file, { record: "-", field: "-", message: `is not JSON (${String(cause)})` });
  }
  const records = checked(file, z.array(z.unknown()), json, "-");
  return records.map((record, index) => checked(file, schema, record, nameOf(record, index)));
}

function checked<T extends z.ZodType>(file: string, schema: T, value: unknown, record: string): z.infer<T> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const [first] = parsed.error.issues;
  const unknownKey = first?.code === "unrecognized_keys" ? first.keys : [];
  const field = [...(first?.path ?? []), ...unknownKey].join(".") || "-";
  throw new SeedError(file, { record, field, message: first?.message ?? "is not valid" });
}

function nameOf(record: unknown, index: number): string {
  const id = z.looseObject({ id: z.string() }).safeParse(record);
  return id.success ? id.data.id : `#${index}`;
}

function refuse(file: string, problems: Iterable<Problem>): void {
  for (const problem of problems) throw new SeedError(file, problem);
}
