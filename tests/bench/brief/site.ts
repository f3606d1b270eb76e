import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { servePageOver } from "../page-over.ts";

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));

/** Builds the page of the three pictures and serves it over the data of a running server. */
export async function servePictures(origin: string): Promise<{ url: string; stop: () => void }> {
  await promisify(execFile)("npm", ["ci", "--no-audit", "--no-fund"], { cwd: path("./packages") });
  return servePageOver(origin, "/", {
    root: new URL("./page/", import.meta.url),
    name: "bench-brief",
    // The plugin brings a MapLibre of its own major version: it is measured with ours.
    resolve: { dedupe: ["maplibre-gl"], alias: { "maplibre-gl": path("../../../node_modules/maplibre-gl") } },
  });
}
