/** A copy of the seeds with one thing wrong, to be refused. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { onTestFinished } from "vitest";
import { readSeeds, SeedError } from "#seeds/read.ts";

const CANONICAL = new URL("../../seeds/", import.meta.url);
type Change = (text: string) => string;
type Json = { [key: string]: unknown };

/** Reads a copy of the seeds in which `change` rewrote the text of `file`; gives what it is refused with. */
export function refusalOf(file: string, change: Change): SeedError {
  const folder = mkdtempSync(join(tmpdir(), "seeds-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  cpSync(CANONICAL, folder, { recursive: true });
  const path = join(folder, file);
  const before = readFileSync(path, "utf8");
  const after = change(before);
  if (after === before) throw new Error(`the change to ${file} changed nothing`);
  writeFileSync(path, after);
  try {
    readSeeds(pathToFileURL(`${folder}/`));
  } catch (error) {
    if (error instanceof SeedError) return error;
    throw error;
  }
  throw new Error(`the broken copy of ${file} was read without a word`);
}

/**
 * A change that puts `value` at a path such as `sources.0.quote` of the record with the id; `undefined` takes
 * the field away. Paths are those of the JSON, which says `norm` where the schema says `stage`.
 */
export function put(id: string, path: string, value: unknown): Change {
  return (text) => {
    const records: Json[] = JSON.parse(text);
    const record = records.find((one) => one.id === id);
    if (!record) throw new Error(`no record ${id}`);
    const keys = path.split(".");
    const last = keys.pop() ?? "";
    const holder = keys.reduce<Json>((at, key) => at[key] as Json, record);
    holder[last] = value;
    return JSON.stringify(records);
  };
}

/** Several changes, one after another. */
export const all =
  (...changes: Change[]): Change =>
  (text) =>
    changes.reduce((so, change) => change(so), text);
