/** Child process of the import: `run.ts LAYER_DIR DATA_DIR`. The steps of the pipeline that follow from boundaries. */
import { useDataFolder } from "#geo/read.ts";
import { STEPS } from "../../pipeline/steps.ts";
import { makeImportedBoundaries } from "./imported-boundaries.ts";

/** Steps of `geo:build` that read the boundaries, in its order. */
const FOLLOWING = ["regions", "outline", "relief", "ground", "overview-tiles", "detail-tiles"];

const [layerDir, dataDir] = process.argv.slice(2);
if (layerDir === undefined || dataDir === undefined) throw new Error("expected LAYER_DIR DATA_DIR");

useDataFolder(dataDir);
await makeImportedBoundaries(layerDir);
for (const name of FOLLOWING) {
  const step = STEPS.find((one) => one.name === name);
  if (!step) throw new Error(`the pipeline has no step ${name}`);
  await step.run();
  console.log(`rebuilt: ${name}`);
}
