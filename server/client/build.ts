import { spawn } from "node:child_process";
import { createHash, randomUUID } from "node:crypto";
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { StartError } from "../start-error.ts";

/** Of the product. */
export const ROOT = fileURLToPath(new URL("../../", import.meta.url));
export const CLIENT_DIR = join(ROOT, "dist", "client");
/** In the build, written last: a build has it or is none. */
const STAMP = ".sources";

/** What of `geo` goes into no answer and no page. */
const OFFLINE = [join("geo", "pipeline"), join("geo", "import")];

/** What a built page depends on; of `geo/data` it bundles the ports. */
const SOURCES = ["client", "domain", "geo", "package-lock.json", "vite.config.ts"];

/** What the server's answers depend on. */
const SERVER_SOURCES = ["server", "domain", "geo", "seeds", "package-lock.json"];

/** Names the code that answers, so that a browser never takes an answer of older code for current. */
export const serverBuild = (): Promise<string> => hashOf(ROOT, SERVER_SOURCES);

/**
 * Builds the client unless `dir` was built of these very sources. Built aside and moved into place, so that
 * a build cut short, or two at once, never leave half a client.
 * @throws StartError when Vite refuses
 */
export async function buildClientIfStale(
  dir = CLIENT_DIR,
  { root = ROOT, build = runVite }: { root?: string; build?: (outDir: string) => Promise<void> } = {},
): Promise<void> {
  const sources = await hashOf(root, SOURCES);
  const isCurrent = async () => (await readFile(join(dir, STAMP), "utf8").catch(() => "")) === sources;
  if (await isCurrent()) return;
  const aside = `${dir}.${randomUUID()}`;
  const [fresh, old] = [`${aside}.new`, `${aside}.old`];
  await mkdir(dirname(dir), { recursive: true });
  try {
    await build(fresh);
    await writeFile(join(fresh, STAMP), sources);
    await rename(dir, old).catch(() => {});
    await rename(fresh, dir).catch(async (error: unknown) => {
      // Another start put its own there meanwhile.
      if (!(await isCurrent())) throw error;
    });
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
async function hashOf(root: string, paths: readonly string[]): Promise<string> {
  const files: string[] = [];
  const walk = async (path: string): Promise<void> => {
    if (OFFLINE.includes(path) || path.endsWith("node_modules")) return;
    if (!(await stat(join(root, path))).isDirectory()) files.push(path);
    else for (const name of await readdir(join(root, path))) await walk(join(path, name));
  };
  for (const path of paths) await walk(path);
  const hash = createHash("sha256");
  for (const file of files.map((path) => path.replaceAll("\\", "/")).sort()) {
    hash
      .update(file)
      .update("\0")
      .update(await readFile(join(root, file)));
  }
  return hash.digest("hex");
}
