import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { dirname, posix } from "node:path";
import { describe, expect, test } from "vitest";

/** Who may import whom (ARCHITECTURE.md). `tests` may import anything; nothing imports `tests`. */
const ROOMS = {
  domain: ["domain"],
  geo: ["domain", "geo"],
  seeds: ["domain", "geo", "seeds"],
  server: ["domain", "geo", "seeds", "server"],
  client: ["domain", "geo", "client"],
  tests: ["domain", "geo", "seeds", "server", "client", "tests"],
} as const;
type Room = keyof typeof ROOMS;

type Import = { file: string; specifier: string; typeOnly: boolean };

/** Files that are read across rooms by their path, and why. Nothing else is. */
const READ_ACROSS = [
  // The server builds the page, and while developing serves it from its sources.
  { from: "server/client/", to: "./" },
  { from: "server/client/", to: "client/index.html" },
  { from: "server/client/", to: "client/wall.html" },
  { from: "server/client/", to: "client/remote.html" },
  { from: "server/client/", to: "client/desk.html" },
  { from: "server/client/", to: "vite.config.ts" },
  // A backup says which version made it.
  { from: "server/backup/", to: "package.json" },
  // Which characters the fonts are cut to: asked when they are cut, bundled nowhere.
  { from: "client/fonts/cut/", to: "seeds/" },
];

/** Static, re-exporting, dynamic and worker imports of one file's text, and the files it reads by their path. */
function importsOf(file: string, text: string): Import[] {
  const found: Import[] = [];
  const add = (specifier: string | undefined, typeOnly: boolean) => {
    if (specifier !== undefined) found.push({ file, specifier, typeOnly });
  };
  for (const match of text.matchAll(
    /\b(import|export)\s+(type\s+)?(?:[^"';()]*?\sfrom\s+)?["']([^"']+)["']/g,
  )) {
    add(match[3], match[2] !== undefined);
  }
  for (const match of text.matchAll(/\bimport\s*\(\s*["'`]([^"'`]+)["'`]/g)) add(match[1], false);
  for (const match of text.matchAll(/\bnew URL\(\s*["'`](\.[^"'`]*)["'`]/g)) add(match[1], false);
  // A path that is no URL counts from where the process was started: the repository.
  for (const match of text.matchAll(/\b(?:read|open|stat|createRead)\w*\(\s*["'`](\w[^"'`:]*)["'`]/g)) {
    if (isRoom(match[1]?.split("/")[0])) add(`#${match[1]}`, false);
  }
  return found;
}

const isRoom = (name: string | undefined): name is Room => name !== undefined && name in ROOMS;

/** The path in the repository that an import names; null for packages. */
function targetOf({ file, specifier }: Import): string | null {
  if (specifier.startsWith("#")) return specifier.slice(1);
  if (specifier.startsWith(".")) return posix.normalize(posix.join(dirname(file), specifier));
  return null;
}

const isUnder = (target: string, path: string): boolean =>
  target === path || (path !== "./" && path.endsWith("/") && target.startsWith(path));

function breach(one: Import): string | null {
  const target = targetOf(one);
  if (target === null) return null;
  const from = one.file.split("/")[0];
  const to = target.split("/")[0];
  const say = (why: string) => `${one.file} imports ${one.specifier}: ${why}`;
  if (!isRoom(from)) return null;
  if (READ_ACROSS.some((read) => one.file.startsWith(read.from) && isUnder(target, read.to))) return null;
  if (!isRoom(to)) return say("it leaves the rooms");
  if (from !== to && one.specifier.startsWith("."))
    return from === "tests" ? null : say("a relative path leaves its room");
  if (from === "client" && to === "server") {
    return target === "server/router.ts" && one.typeOnly
      ? null
      : say("the client takes only the type of server/router.ts");
  }
  return (ROOMS[from] as readonly Room[]).includes(to) ? null : say(`${from} may not import ${to}`);
}

/** Inside the server: routers → services → db, and never back. */
const SERVER_ORDER = ["db", "services", "routers"];
function climbs(one: Import): string | null {
  const target = targetOf(one);
  const rank = (path: string) => SERVER_ORDER.indexOf(path.split("/")[1] ?? "");
  if (!one.file.startsWith("server/") || !target?.startsWith("server/")) return null;
  return rank(one.file) >= 0 && rank(target) > rank(one.file)
    ? `${one.file} imports ${one.specifier}: it climbs back`
    : null;
}

const files = execFileSync(
  "git",
  ["ls-files", "-z", "--cached", "--others", "--exclude-standard", "*.ts", "*.tsx"],
  { encoding: "utf8" },
)
  .split("\0")
  .filter((file) => isRoom(file.split("/")[0]));
const all = files.flatMap((file) => importsOf(file, readFileSync(file, "utf8")));

describe("rooms", () => {
  test("no import goes against the direction of the rooms", () => {
    expect(all.length).toBeGreaterThan(20);
    expect(all.map(breach).filter(Boolean)).toEqual([]);
  });

  test("every exception for files read across rooms is in use", () => {
    const unused = READ_ACROSS.filter(
      (read) => !all.some((one) => one.file.startsWith(read.from) && isUnder(targetOf(one) ?? "", read.to)),
    );
    expect(unused).toEqual([]);
  });

  test("inside the server nothing climbs back from the database to the routers", () => {
    expect(all.map(climbs).filter(Boolean)).toEqual([]);
  });

  test("the domain is pure: it takes no package but zod", () => {
    const packages = all
      .filter((one) => one.file.startsWith("domain/") && targetOf(one) === null)
      .map((one) => one.specifier);
    expect([...new Set(packages)].filter((name) => name !== "zod")).toEqual([]);
  });

  test.each([
    ["domain/a.ts", 'import { x } from "#geo/b.ts";'],
    ["domain/a.ts", 'const b = await import("#server/b.ts");'],
    ["domain/a.ts", 'export { x } from "../geo/b.ts";'],
    ["geo/a.ts", 'import "#seeds/b.ts";'],
    ["seeds/a.ts", 'import type { X } from "#server/b.ts";'],
    ["client/a.ts", 'import { appRouter } from "#server/router.ts";'],
    ["client/a.ts", 'import type { Db } from "#server/db/open.ts";'],
    ["client/map/a.ts", 'import { x } from "../../domain/b.ts";'],
    ["server/a.ts", 'import { x } from "#client/b.ts";'],
    ["server/a.ts", 'new Worker(new URL("../tests/b.ts", import.meta.url));'],
    ["client/a.ts", 'readFileSync(new URL("../seeds/items.json", import.meta.url), "utf8");'],
    ["client/a.ts", "readFileSync(new URL(`../seeds/items.json`, import.meta.url));"],
    ["client/a.ts", 'await readFile("seeds/items.json", "utf8");'],
    ["server/a.ts", 'readFileSync(new URL("../client/index.html", import.meta.url));'],
    ["domain/a.ts", 'new URL("../package.json", import.meta.url);'],
  ])("%s may not say %s", (file, text) => {
    expect(importsOf(file, text).map(breach).filter(Boolean)).toHaveLength(1);
  });

  test.each([
    ["client/a.ts", 'import type { AppRouter } from "#server/router.ts";'],
    ["client/map/a.ts", 'import { x } from "../view/b.ts";'],
    ["server/a.ts", 'import { readSeeds } from "#seeds/read.ts";'],
    ["geo/a.ts", 'import { area } from "@turf/area";'],
  ])("%s may say %s", (file, text) => {
    expect(importsOf(file, text)).toHaveLength(1);
    expect(importsOf(file, text).map(breach).filter(Boolean)).toEqual([]);
  });
});
