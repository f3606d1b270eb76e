/** A copy of the committed data set to import into, and the sums by which one sees that nothing changed. */
import { createHash } from "node:crypto";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type ImportPlace, importBoundaries } from "#geo/import/import-boundaries.ts";
import { parseOptions } from "#geo/import/options.ts";
import { ImportRefusal } from "#geo/import/refusal.ts";
import { DATA_DIR } from "./county-file.ts";

export type Ground = ImportPlace & { root: string; said: string[]; remove: () => void };

/**
 * The rebuild leaves the copied set as it is: right for a file with the committed borders. What the pipeline makes
 * of changed ones is the pipeline's matter and its tests'.
 */
export function aPlace(over: Partial<ImportPlace> = {}): Ground {
  const root = mkdtempSync(join(tmpdir(), "one-map-import-test-"));
  const [dataDir, inputDir] = [join(root, "data"), join(root, "input")];
  cpSync(fileURLToPath(DATA_DIR), dataDir, { recursive: true });
  mkdirSync(inputDir);
  const said: string[] = [];
  return {
    root,
    dataDir,
    inputDir,
    said,
    rebuild: async () => {},
    say: (line) => said.push(line),
    now: new Date("2026-01-02T03:04:05Z"),
    remove: () => rmSync(root, { recursive: true, force: true }),
    ...over,
  };
}

/** Writes `content` and imports it into `place` with the command line's words. */
export function importFile(
  place: Ground,
  content: object | string | Buffer,
  words: string[] = [],
): Promise<string> {
  const file = join(place.root, "file");
  const isText = typeof content === "string" || Buffer.isBuffer(content);
  writeFileSync(file, isText ? content : JSON.stringify(content));
  const options = parseOptions(["--level", "county", file, ...words]);
  if (options === null) throw new Error("no options");
  return importBoundaries(options, place);
}

/** The sentence of the refusal; fails if there is none, if it is not one, or if anything has changed. */
export async function refusalOf(
  place: Ground,
  content: object | string | Buffer,
  words: string[] = [],
): Promise<string> {
  const before = sumsOf(place.root);
  try {
    await importFile(place, content, words);
  } catch (error) {
    if (!(error instanceof ImportRefusal)) throw error;
    if (!/^[^\n]+[^.\n]\.$/.test(error.message)) throw new Error(`not one sentence: ${error.message}`);
    const after = sumsOf(place.root);
    if (after !== before) throw new Error(`a refused import changed files:\n${before}\n${after}`);
    return error.message;
  }
  throw new Error("the file was taken");
}

/** Name and sha256 of every file below a folder but the imported one. */
export function sumsOf(root: string): string {
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name !== "file")
    .map(({ parentPath, name }) => join(parentPath, name))
    .sort()
    .map((path) => `${path} ${createHash("sha256").update(readFileSync(path)).digest("hex")}`)
    .join("\n");
}
