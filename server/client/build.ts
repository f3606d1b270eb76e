import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { StartError } from "../start-error.ts";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
export const CLIENT_DIR = join(ROOT, "dist", "client");
/** Beside the build, not in it: Vite empties its folder first, and a build cut short has no stamp. */
const STAMP = join(ROOT, "dist", "client.sources");

/** What a built page depends on. Of `geo`, neither the pipeline nor its results are bundled. */
const SOURCES = ["client", "domain", "geo", "package-lock.json", "vite.config.ts"];
const NOT_BUNDLED = [join("geo", "pipeline"), join("geo", "import"), join("geo", "data")];

/** What the server's answers depend on. */
const SERVER_SOURCES = ["server", "domain", "geo", "seeds", "package-lock.json"];

/** Names the code that answers, so that a browser never takes an answer of older code for current. */
export const serverBuild = (): Promise<string> =>
  hashOf(SERVER_SOURCES, [join("geo", "pipeline"), join("geo", "import")]);

/**
 * Builds the client unless `dist/client` was built of these very sources.
 * @throws StartError when Vite refuses
 */
export async function buildClientIfStale(): Promise<void> {
  const sources = await hashOf(SOURCES, NOT_BUNDLED);
  const built = await readFile(STAMP, "utf8").catch(() => "");
  if (built === sources) return;
  await rm(STAMP, { force: true });
  await runVite();
  await writeFile(STAMP, sources);
}

/** In a process of its own: what a build needs of memory goes back when it ends. */
async function runVite(): Promise<void> {
  const script = fileURLToPath(new URL("./run-vite.ts", import.meta.url));
  const vite = spawn(process.execPath, [script], { cwd: ROOT, stdio: ["ignore", "pipe", "pipe"] });
  let said = "";
  for (const stream of [vite.stdout, vite.stderr]) {
    stream.setEncoding("utf8").on("data", (text: string) => {
      said += text;
    });
  }
  const code = await new Promise<number | null>((resolve, reject) => {
    vite.once("error", reject).once("close", resolve);
  });
  if (code !== 0) throw new StartError(`The client could not be built:\n${said.trim()}`);
}

/** sha256 over the paths and contents of the files, in one order on every machine. */
async function hashOf(paths: readonly string[], without: readonly string[]): Promise<string> {
  const files: string[] = [];
  const walk = async (path: string): Promise<void> => {
    if (without.includes(path) || path.includes("node_modules")) return;
    const entries = await readdir(join(ROOT, path), { withFileTypes: true }).catch(() => null);
    if (entries === null) files.push(path);
    else {
      for (const entry of entries) {
        if (entry.isDirectory()) await walk(join(path, entry.name));
        else files.push(join(path, entry.name));
      }
    }
  };
  for (const path of paths) await walk(path);
  const hash = createHash("sha256");
  for (const file of files.map((path) => path.replaceAll("\\", "/")).sort()) {
    hash
      .update(file)
      .update("\0")
      .update(await readFile(join(ROOT, file)));
  }
  return hash.digest("hex");
}
