/** `npm run geo:import`: the command line of the import. Exit 0: swapped in; 1: refused, nothing changed. */
import { fileURLToPath } from "node:url";
import { importBoundaries } from "./import-boundaries.ts";
import { parseOptions, USAGE } from "./options.ts";
import { rebuildByPipeline } from "./rebuild/rebuild-by-pipeline.ts";
import { ImportRefusal } from "./refusal.ts";

const folder = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

async function run(words: readonly string[]): Promise<number> {
  try {
    const options = parseOptions(words);
    if (options === null) {
      console.log(USAGE);
      return 0;
    }
    const backup = await importBoundaries(options, {
      dataDir: folder("../data"),
      inputDir: folder("../pipeline/input"),
      rebuild: rebuildByPipeline,
      say: (line) => console.log(line),
      now: new Date(),
    });
    console.log(`The new boundaries are in place. The old set is kept in ${backup}.`);
    return 0;
  } catch (error) {
    if (!(error instanceof ImportRefusal)) throw error;
    console.error(`Refused: ${error.message} Nothing was changed.`);
    return 1;
  }
}

process.exitCode = await run(process.argv.slice(2));
