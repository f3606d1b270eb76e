/**
 * `npm run soak:wall`, or with a number of scenes: the wall in fast-forward, and what is there at the end that was not
 * there after scene 100. Ends with 1 where anything grew.
 */
import type { CDPSession, Page } from "playwright-core";
import { launch } from "../browser/chromium.ts";
import { serve } from "../browser/serve.ts";
import { machine, median, verdict } from "./statistics.ts";
import { type CountedSite, countConnections } from "./wall/counted-site.ts";
import { countGlObjects, GL_KINDS, type GlObjects } from "./wall/gl-objects.ts";
import { countScenes } from "./wall/scenes.ts";
import { workerHeaps } from "./wall/worker-heaps.ts";

/** What is left behind does not depend on the window's pixels; without a graphics card, how long it takes does. */
const SIZE = { width: 480, height: 270 };
const FIRST = 100;
const BETWEEN = 200;
/** Figures are compared in one scene: another has other panels. */
const SCENE = "whole";
/** Rounds whose WebGL objects are compared: MapLibre keeps a tile more or less, as the flights before happened to pass. */
const ROUNDS = 9;
/** A server lets go of a connection that carries nothing after 5 s. */
const IDLE_MS = 8000;
const COLLECTIONS = 9;
const BETWEEN_COLLECTIONS_MS = 700;

type Figures = {
  scene: number;
  /** MiB, after garbage was collected. */
  heap: number;
  workers: number;
  nodes: number;
  listeners: number;
  /** The stream's among them. */
  connections: number;
};

type Soak = { page: Page; session: CDPSession; site: CountedSite; workers: () => Promise<number> };

async function figuresAt(count: number, { page, session, site, workers }: Soak): Promise<Figures> {
  const scene = await page.evaluate((at) => window.wallScenes.holdAt(at), count);
  await page.waitForTimeout(IDLE_MS);
  const ofWorkers = await workers();
  // The browser counts listeners of its own with the page's: in one and the same scene 230, 253 and 391 were seen in
  // turn, while the page added none. The least of some collections is what is held.
  const least = {
    heap: Number.POSITIVE_INFINITY,
    nodes: Number.POSITIVE_INFINITY,
    listeners: Number.POSITIVE_INFINITY,
  };
  for (let collected = 0; collected < COLLECTIONS; collected += 1) {
    await page.waitForTimeout(BETWEEN_COLLECTIONS_MS);
    await session.send("HeapProfiler.collectGarbage");
    const { metrics } = await session.send("Performance.getMetrics");
    const metric = (name: string) => metrics.find((one) => one.name === name)?.value ?? Number.NaN;
    least.heap = Math.min(least.heap, metric("JSHeapUsedSize"));
    least.nodes = Math.min(least.nodes, metric("Nodes"));
    least.listeners = Math.min(least.listeners, metric("JSEventListeners"));
  }
  const connections = site.open();
  await page.evaluate(() => window.wallScenes.goOn());
  return {
    scene,
    ...least,
    heap: least.heap / 2 ** 20,
    workers: ofWorkers / 2 ** 20,
    connections,
  };
}

const told = ({ scene, heap, workers, nodes, listeners, connections }: Figures): string =>
  [
    `scene ${scene}`.padEnd(10),
    `heap ${heap.toFixed(2).padStart(6)} MiB, workers' ${workers.toFixed(2).padStart(6)} MiB`,
    `${nodes} nodes, ${listeners} listeners, ${connections} connections`,
  ].join("  ");

/** Middle of the last rounds over the most of the first ones, so that one that leaks shows and one that varies does not. */
function glGrowth(rounds: readonly { count: number; gl: GlObjects }[]): string[] {
  const counted = rounds.filter(({ count }) => count >= FIRST);
  const first = counted.slice(0, ROUNDS);
  const last = counted.slice(-ROUNDS);
  return GL_KINDS.flatMap((kind) => {
    const [before, after] = [first.map(({ gl }) => gl[kind]), last.map(({ gl }) => gl[kind])];
    const most = Math.max(...before);
    if (most === 0 && Math.max(...after) === 0) return [];
    const range = `after scene ${FIRST} ${Math.min(...before)}–${most}, at the end ${Math.min(...after)}–${Math.max(...after)}`;
    return [verdict(`WebGL, ${kind} (${range}): more`, Math.max(0, median(after) - most), 0, "objects")];
  });
}

function verdicts(all: readonly Figures[], errors: readonly string[]): string[] {
  const [before, after] = [all[0], all.at(-1)];
  if (!before || !after) throw new Error("no figures");
  const more = (what: "nodes" | "listeners" | "connections", name: string) =>
    verdict(`${name}, ${before[what]} then ${after[what]}: more`, after[what] - before[what], 0, what);
  return [
    verdict("JS heap at the end / after scene 100", after.heap / before.heap, 1.1, "×"),
    verdict("JS heap of its workers, the same", after.workers / before.workers, 1.1, "×"),
    more("nodes", "DOM"),
    more("listeners", "event listeners"),
    more("connections", "open connections"),
    verdict("errors and warnings logged", errors.length, 0, "lines"),
  ];
}

async function soak(scenes: number): Promise<string[]> {
  const [server, browser] = [await serve(), await launch()];
  const site = await countConnections(server.port);
  const errors: string[] = [];
  for (const stream of [server.process.stdout, server.process.stderr]) {
    stream?.on("data", (line: Buffer) => errors.push(`server: ${line}`));
  }
  try {
    const page = await browser.newPage({ viewport: SIZE });
    page.setDefaultTimeout(0);
    page.on("console", (said) => {
      if (said.type() === "error" || said.type() === "warning") errors.push(`page: ${said.text()}`);
    });
    page.on("pageerror", (error) => errors.push(`page: ${error}`));
    await countGlObjects(page);
    await countScenes(page, SCENE);
    const session = await page.context().newCDPSession(page);
    await session.send("Performance.enable");
    const workers = await workerHeaps(session);
    await page.goto(`${site.url}/wall?pace=200`);
    const all: Figures[] = [];
    for (
      let count = FIRST;
      count <= scenes;
      count += count === scenes ? 1 : Math.min(BETWEEN, scenes - count)
    ) {
      const figures = await figuresAt(count, { page, session, site, workers });
      all.push(figures);
      console.log(told(figures));
    }
    for (const error of errors) console.log(error);
    return [...verdicts(all, errors), ...glGrowth(await page.evaluate(() => window.wallScenes.rounds))];
  } finally {
    await browser.close();
    await site.stop();
    await server.stop();
  }
}

const scenes = Number(process.argv[2] ?? 2000);
if (!Number.isInteger(scenes) || scenes <= FIRST)
  throw new Error(`expected a number of scenes over ${FIRST}`);
console.log(`${scenes} scenes · ${machine()}`);
const said = await soak(scenes);
for (const line of said) console.log(line);
if (said.some((line) => line.startsWith("MISSES"))) process.exitCode = 1;
