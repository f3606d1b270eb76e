import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { buildClientIfStale } from "#server/client/build.ts";
import { aDataDir } from "../factories.ts";

const FILES = [
  "client/main.tsx",
  "domain/item.ts",
  "geo/data/ports.json",
  "geo/pipeline/run.ts",
  "package-lock.json",
  "vite.config.ts",
];

/** A small house whose build writes how often it ran; Vite itself is what `npm start` runs in the browser's tests. */
function aHouse() {
  const root = aDataDir();
  const write = (file: string, text: string) => {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), text);
  };
  for (const file of FILES) write(file, "");
  const dir = join(root, "dist", "client");
  let built = 0;
  const build = async (outDir: string) => {
    built += 1;
    const text = String(built);
    await mkdir(outDir);
    await writeFile(join(outDir, "index.html"), text);
  };
  return {
    write,
    start: () => buildClientIfStale(dir, { root, build }),
    startFailing: () => buildClientIfStale(dir, { root, build: () => Promise.reject(new Error("no")) }),
    page: () => readFileSync(join(dir, "index.html"), "utf8"),
    left: () => readdirSync(dirname(dir)),
  };
}

test("the client is built once, and again when anything that it bundles has changed", async () => {
  const { write, start, page } = aHouse();
  for (const expected of ["1", "1"]) {
    await start();
    expect(page()).toBe(expected);
  }
  // The map draws the ports from the page's own code.
  write("geo/data/ports.json", "[]");
  await start();
  expect(page()).toBe("2");
  write("geo/pipeline/run.ts", "//");
  await start();
  expect(page()).toBe("2");
});

test("a build that fails leaves the one before as it was, and nothing beside it", async () => {
  const { write, start, startFailing, page, left } = aHouse();
  await start();
  write("client/main.tsx", "//");
  await expect(startFailing()).rejects.toThrow("no");
  expect([page(), left()]).toEqual(["1", ["client"]]);
  await start();
  expect(page()).toBe("2");
});

test("of two builds at once one stands, whole", async () => {
  const { start, page, left } = aHouse();
  await Promise.all([start(), start()]);
  expect(["1", "2"]).toContain(page());
  expect(left()).toEqual(["client"]);
  const stood = page();
  await start();
  expect(page()).toBe(stood);
});
