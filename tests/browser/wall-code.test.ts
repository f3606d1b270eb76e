import { relative } from "node:path";
import { fileURLToPath } from "node:url";
import { build, type Rolldown } from "vite";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { wallBench } from "./wall.ts";

const bench = wallBench();
const path = (there: string) => fileURLToPath(new URL(there, import.meta.url));
const ROOT = path("../../");
/** The staff's rooms, and the library that their forms are made with. */
const STAFF =
  /^client\/(workbench|brief|desk|filing|people|proposals|audit)\/|node_modules\/(antd|@ant-design|rc-[^/]+|@rc-component)\//;

/** What is in each script and style sheet of the build that the server serves: the same sources, the same names. */
let modulesIn: Map<string, string[]>;
beforeAll(async () => {
  // A test runner's environment would build React for development, under other names.
  vi.stubEnv("NODE_ENV", "production");
  const output = (await build({
    mode: "production",
    configFile: `${ROOT}vite.config.ts`,
    logLevel: "error",
    build: { write: false },
  })) as Rolldown.RolldownOutput;
  const chunks = output.output.filter((one) => one.type === "chunk");
  modulesIn = new Map(
    chunks.flatMap(({ fileName, moduleIds, viteMetadata }) => {
      const modules = moduleIds.map((id) => relative(ROOT, id).replaceAll("\\", "/"));
      return [fileName, ...(viteMetadata?.importedCss ?? [])].map((name): [string, string[]] => [
        name,
        modules,
      ]);
    }),
  );
});
afterAll(() => vi.unstubAllEnvs());

test("until its map is complete the wall loads none of the staff's code", async () => {
  const page = await bench.open();
  await page.waitForFunction(() => performance.getEntriesByName("map-complete").length > 0);
  const asked = await page.evaluate(() => {
    const complete = performance.getEntriesByName("map-complete")[0]?.startTime ?? Number.NaN;
    return performance
      .getEntriesByType("resource")
      .filter(({ startTime }) => startTime <= complete)
      .map(({ name }) => new URL(name).pathname.slice(1))
      .filter((name) => /^assets\/.*\.(js|css)$/.test(name));
  });
  // The map's worker is built apart, and holds MapLibre's alone.
  const code = asked.filter((name) => !name.includes("maplibre-gl-worker"));
  expect(code.filter((name) => !modulesIn.has(name))).toEqual([]);
  const loaded = code.flatMap((name) => modulesIn.get(name) ?? []);
  expect(loaded).toContain("client/wall/wall.tsx");
  expect([...modulesIn.values()].flat().filter((module) => STAFF.test(module))).not.toEqual([]);
  expect(loaded.filter((module) => STAFF.test(module))).toEqual([]);
});
