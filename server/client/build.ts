import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { StartError } from "../start-error.ts";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
export const CLIENT_DIR = join(ROOT, "dist", "client");
/** In the build, written last: a build has it or is none. */
const STAMP = ".sources";

/** What a built page depends on. Of `geo`, neither the pipeline nor its results are bundled. */
const SOURCES = ["client", "domain", "geo", "package-lock.json", "vite.config.ts"];
const NOT_BUNDLED = [join("geo", "pipeline"), join("geo", "import"), join("geo", "data")];

/** What the server's answers depend on. */
const SERVER_SOURCES = ["server", "domain", "geo", "seeds", "package-lock.json"];

/** Names the code that answers, so that a browser never takes an answer of older code for current. */
export const serverBuild = (): Promise<string> =>
  hashOf(SERVER_SOURCES, [join("geo", "pipeline"), join("geo", "import")]);

/**
 * Builds the client unless `dir` was built of these very sources. Built aside and moved into place, so that
 * a build cut short, or two at once, never leave half a client.
 * @throws StartError when Vite refuses
 */
export async function buildClientIfStale(dir = CLIENT_DIR): Promise<void> {
  const sources = await hashOf(SOURCES, NOT_BUNDLED);
  const built = await readFile(join(dir, STAMP), "utf8").catch(() => "");
  if (built === sources) return;
  const [fresh, old] = [`${dir}.${process.pid}.new`, `${dir}.${process.pid}.old`];
  await mkdir(dirname(dir), { recursive: true });
  try {
    await runVite(fresh);
    await writeFile(join(fresh, STAMP), sources);
    await rename(dir, old).catch(() => {});
    await rename(fresh, dir);
  } finally {
    await Promise.all([fresh, old].map((left) => rm(left, { recursive: true, force: true })));
  }
}

/** In a process of its own: what a build needs of memory goes back when it ends. */
async function runVite(outDir: string): Promise<void> {
  const script = fileURLToPath(new URL("./run-vite.ts", import.meta.url));
  const vite = spawn(process.execPath, [script, outDir], { cwd: ROOT, stdio: ["ignore", "pipe", "pipe"] });
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
    if (without.includes(path) || path.endsWith("node_modules")) return;
    if (!(await stat(join(ROOT, path))).isDirectory()) files.push(path);
    else for (const name of await readdir(join(ROOT, path))) await walk(join(path, name));
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
