import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { cp, mkdir, mkdtemp, readdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { basename, join, relative, sep } from "node:path";
import { promisify } from "node:util";
import { buildClientIfStale, ROOT } from "../client/build.ts";

export const ARCHES = ["x64", "arm64"] as const;
export type Arch = (typeof ARCHES)[number];
export const isArch = (word: string): word is Arch => (ARCHES as readonly string[]).includes(word);

/** What the product is made of when it serves; its packages are installed anew. */
const PARTS = [
  "package.json",
  "package-lock.json",
  "README.md",
  "SECURITY.md",
  "LICENSE",
  "LICENSE-FONTS",
  "vite.config.ts",
  "client",
  "domain",
  "geo",
  "seeds",
  "server",
  "dist/client",
] as const;
const DEPLOYED = ["start", "one-map.service"] as const;

export type Bundle = { path: string; bytes: number; sha256: string };

const run = promisify(execFile);

/**
 * `dist/bundle/one-map-VERSION-linux-ARCH.tar.gz` and beside it its sha256: built client, packages, Node, unit. One that
 * is cut short leaves no archive.
 * @throws where npm or tar fail, with what they said
 */
export async function makeBundle(arch: Arch): Promise<Bundle> {
  const { version } = JSON.parse(await readFile(join(ROOT, "package.json"), "utf8")) as { version: string };
  const out = join(ROOT, "dist", "bundle");
  const name = `one-map-${version}-linux-${arch}`;
  await buildClientIfStale();
  await mkdir(out, { recursive: true });
  const aside = await mkdtemp(join(out, "making-"));
  try {
    const folder = join(aside, "one-map");
    await mkdir(folder);
    for (const part of PARTS)
      await cp(join(ROOT, part), join(folder, part), { recursive: true, filter: isCarried });
    for (const file of DEPLOYED) await cp(join(ROOT, "deploy", file), join(folder, file));
    await installServed(folder, arch);
    const archive = join(aside, `${name}.tar.gz`);
    await run("tar", [...SAME_BYTES, "-C", aside, "-czf", archive, basename(folder)]);
    const [sha256, { size }] = [await hashOf(archive), await stat(archive)];
    const path = join(out, `${name}.tar.gz`);
    await rename(archive, path);
    await writeFile(`${path}.sha256`, `${sha256}  ${basename(path)}\n`);
    return { path: relative(process.cwd(), path), bytes: size, sha256 };
  } finally {
    await rm(aside, { recursive: true, force: true });
  }
}

/** Of the same sources the same names and times, whoever made it and when. */
const SAME_BYTES = [
  "--sort=name",
  "--owner=0",
  "--group=0",
  "--numeric-owner",
  "--mtime=2012-07-24 00:00:00Z",
];

/**
 * The packages that the server needs, as the lock has them, for the machine that it is for: what the client is made of
 * is in its build. The product's own two files stay as they are, for the build is known by them.
 */
async function installServed(folder: string, arch: Arch): Promise<void> {
  const [own, lock] = [join(folder, "package.json"), join(folder, "package-lock.json")];
  const before = await Promise.all([own, lock].map((file) => readFile(file, "utf8")));
  const said = JSON.parse(before[0] ?? "") as { dependencies: Record<string, string> };
  const code = await codeOf(folder);
  const dependencies = Object.fromEntries(
    Object.entries(said.dependencies).filter(
      ([name]) => code.includes(`"${name}"`) || code.includes(`${name}/`),
    ),
  );
  await writeFile(own, JSON.stringify({ ...said, dependencies, devDependencies: {} }));
  // No package has a script that must run where it is installed.
  const how = ["--ignore-scripts", "--no-audit", "--no-fund", "--os=linux", `--cpu=${arch}`, "--libc=glibc"];
  await run("npm", ["install", ...how], { cwd: folder });
  await Promise.all([writeFile(own, before[0] ?? ""), writeFile(lock, before[1] ?? "")]);
  const node = join(folder, "node_modules", `node-linux-${arch}`);
  await Promise.all(
    ["include", "share", "CHANGELOG.md"].map((name) => rm(join(node, name), { recursive: true })),
  );
}

type Manifest = { dependencies: Record<string, string> };

/** Of a product's packages those that its server names. */
export async function servedPackages(
  root: string,
  { dependencies }: Manifest,
): Promise<Manifest["dependencies"]> {
  const code = await codeOf(root);
  const isNamed = (name: string) => code.includes(`"${name}"`) || code.includes(`${name}/`);
  return Object.fromEntries(Object.entries(dependencies).filter(([name]) => isNamed(name)));
}

/** All that runs once the client is built. */
async function codeOf(folder: string): Promise<string> {
  const files = await Promise.all(
    ["domain", "geo", "seeds", "server"].map(async (room) => {
      const names = await readdir(join(folder, room), { recursive: true });
      return names.filter((name) => name.endsWith(".ts")).map((name) => join(room, name));
    }),
  );
  const running = files.flat().filter((path) => !AT_HOME.some((one) => path.startsWith(one)));
  return (await Promise.all(running.map((path) => readFile(join(folder, path), "utf8")))).join("\n");
}

/** What builds the client, or the geography from its sources. */
const AT_HOME = ["server/client/dev.ts", "server/client/run-vite.ts", "geo/pipeline/", "server/bundle/"];

/** Packages of the tools that cut fonts and build the geography stay behind. */
const isCarried = (path: string): boolean => !relative(ROOT, path).split(sep).includes("node_modules");

async function hashOf(path: string): Promise<string> {
  const hash = createHash("sha256");
  for await (const piece of createReadStream(path)) hash.update(piece as Buffer);
  return hash.digest("hex");
}
