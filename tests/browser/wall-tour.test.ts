import { expect, test } from "vitest";
import { ITEM_TYPES, type ItemType, isOfficeType } from "#domain/item.ts";
import { effectiveFilter } from "#domain/view.ts";
import { type Scene, viewOf } from "#domain/wall/scene.ts";
import { defaultTour, stopsOf } from "#domain/wall/tour.ts";
import { readRegions } from "#geo/read.ts";
import { atRest, wallBench } from "./wall.ts";
import { until } from "./workbench.ts";

const bench = wallBench();

type Facts = { count: string | null; ranking: string[] };

/** Keeps of each scene what it says last, for a tour that nobody holds. */
const watchScenes = () => {
  const seen: Record<string, Facts> = {};
  Object.assign(window, { seen });
  setInterval(() => {
    const wall = document.querySelector<HTMLElement>(".wall");
    const ranking = [...document.querySelectorAll<HTMLElement>(".wall-ranking li")].map(
      (row) => `${row.dataset.code} ${row.querySelector("b")?.textContent}`,
    );
    const count = document.querySelector(".wall-scene-count b")?.textContent ?? null;
    const scene = wall?.dataset.scene;
    if (scene && ranking.length > 0 && (count !== null || scene === "whole"))
      seen[scene] = { count, ranking };
  }, 20);
};

test("the tour goes a full round by itself, and each scene says what the API says", async () => {
  const { api } = bench;
  const [reporting, county, { corridors }, { counts }] = await Promise.all([
    api.progress.byRegion({ level: "reporting", measure: "items" }),
    api.progress.byRegion({ level: "county", measure: "items" }),
    api.map.features(),
    api.progress.summary(),
  ]);
  const round = stopsOf(defaultTour(readRegions()), { reporting, county, corridors, counts });
  // The whole, 12 leagues, three port zones, four themes of lines, papers, and what is stuck.
  expect(round).toHaveLength(22);

  const page = await bench.open("?pace=30");
  await page.evaluate(watchScenes);
  const seen = () => page.evaluate(() => (window as unknown as { seen: Record<string, Facts> }).seen);
  const ids = round.map(({ scene }) => scene.id);
  await until(async () => Object.keys(await seen()).toSorted(), ids.toSorted());

  const said = await seen();
  for (const { scene } of round) {
    const facts = said[scene.id];
    expect(facts?.ranking.toSorted(), scene.id).toEqual(await rankingOf(scene));
    if (scene.kind !== "whole") expect(facts?.count, scene.id).toBe(String(await countOf(scene)));
  }
});

async function rankingOf(scene: Scene): Promise<string[]> {
  const { measure, filter } = viewOf(scene);
  const rows = await bench.api.progress.byRegion({ level: "reporting", measure, filter });
  return rows.map(({ code, value }) => `${code} ${value ?? "—"}`).toSorted();
}

/** Items of a scene, as lists count them. */
async function countOf(scene: Scene): Promise<number> {
  const { api } = bench;
  if (scene.kind === "corridor") {
    const { corridors } = await api.map.features();
    return corridors
      .filter(({ kind, group }) => kind === scene.corridor && group === "seed")
      .reduce((sum, { items }) => sum + items.length, 0);
  }
  const types: ItemType[] = ITEM_TYPES.filter((type) => !isOfficeType(type));
  const filter = { ...effectiveFilter(viewOf(scene)), types };
  const [projects, policies] = await Promise.all([api.project.list({ filter }), api.policy.list({ filter })]);
  return scene.kind === "papers" ? policies.total : projects.total + policies.total;
}

test("who wants less motion is taken to a scene at once", async () => {
  const page = await bench.open("?scene=whole&pace=0.25", { reducedMotion: "reduce" });
  await atRest(page);
  const moves = await page.evaluate(async () => {
    const canvas = document.querySelector(".maplibregl-canvas-container");
    const box = document.querySelector<HTMLElement>('.wall [role="application"]');
    if (!canvas || !box) throw new Error("no map");
    const start = performance.now();
    window.dispatchEvent(new KeyboardEvent("keydown", { key: "PageDown" }));
    await new Promise<void>((resolve) => {
      let begun = false;
      const look = () => {
        if (box.ariaBusy === "true") begun = true;
        if (begun && box.ariaBusy === "false") resolve();
        else requestAnimationFrame(look);
      };
      look();
    });
    return performance.now() - start;
  });
  // At this pace the flight alone takes 18 s where motion is welcome.
  expect(moves).toBeLessThan(12_000);
});
