import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { ImportRefusal } from "../refusal.ts";

/**
 * Makes every file that follows from the boundaries anew: topologies, lines by kind, regions, pictures, tiles.
 * `layerDir` holds `counties.json`; only files in `dataDir` are written.
 */
export type Rebuild = (layerDir: string, dataDir: string) => Promise<void>;

const RUNNER = fileURLToPath(new URL("./run.ts", import.meta.url));
const PACKAGES = fileURLToPath(new URL("../../pipeline/packages/node_modules", import.meta.url));

/** The pipeline in a process of its own: it needs much memory for a while, and packages that no user installs. */
export const rebuildByPipeline: Rebuild = async (layerDir, dataDir) => {
  if (!existsSync(PACKAGES)) {
    throw new ImportRefusal(
      "The pipeline's packages are not installed: run npm ci --prefix geo/pipeline/packages, then import again.",
    );
  }
  const { promise, resolve, reject } = Promise.withResolvers<number | null>();
  spawn(process.execPath, [RUNNER, layerDir, dataDir], { stdio: "inherit" })
    .once("error", reject)
    .once("exit", resolve);
  const code = await promise;
  if (code !== 0) {
    throw new ImportRefusal(`The pipeline could not rebuild the data set (exit ${code ?? "by signal"}).`);
  }
};
