import { describe, expect, test } from "vitest";
import { ITEM_TYPES, type ItemType, isOfficeType } from "#domain/item.ts";
import { effectiveFilter } from "#domain/view.ts";
import { type Scene, viewOf } from "#domain/wall/scene.ts";
import { defaultTour, stopsOf } from "#domain/wall/tour.ts";
import { readRegions } from "#geo/read.ts";
import { atRest, sceneOn, wallBench } from "./wall.ts";
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

describe("a presenter", () => {
  test("steps, jumps, opens an item's card with its sentence, and hands back", async () => {
    const page = await bench.open("?tour=whole,region-150700,corridor-uhv");
    await atRest(page);
    const wall = page.locator(".wall");
    await page.keyboard.press("PageDown");
    await until(() => sceneOn(page), "region-150700");
    expect(await wall.getAttribute("data-held")).toBe("true");
    await page.locator(".wall-items li").first().waitFor();
    await page.keyboard.press("1");
    const card = page.locator(".wall-card");
    await card.locator("blockquote").waitFor();
    const { items } = await bench.api.policy.list({ filter: { regions: ["150700"] } });
    const shown = (await card.locator(".wall-card-kind").textContent())?.split(" ").at(-1);
    const item = items.find(({ id }) => id === shown);
    const detail = await bench.api.policy.get({ id: item?.id ?? "" });
    expect(await card.locator("blockquote").textContent()).toContain(detail.sources[0]?.quote);

    await page.keyboard.press("Escape");
    await card.waitFor({ state: "detached" });
    await page.keyboard.press("ArrowLeft");
    await until(() => sceneOn(page), "whole");
    // As in a slide show: the number of a scene, and Enter.
    await page.keyboard.press("3");
    await page.keyboard.press("Enter");
    await until(() => sceneOn(page), "corridor-uhv");
    await page.keyboard.press("Escape");
    await until(() => wall.getAttribute("data-held"), "false");
  });

  test("touches a region in the ranking, and is shown it", async () => {
    const page = await bench.open("?scene=whole");
    await atRest(page);
    await page.locator('.wall-ranking li[data-code="150781"] button').click();
    await until(() => sceneOn(page), "port-150781");
  });

  test("with a stroke of the hand goes on, and back", async () => {
    const page = await bench.open("?tour=whole,papers&scene=whole");
    await atRest(page);
    const stroke = async (from: number, to: number) => {
      await page.mouse.move(from, 300);
      await page.mouse.down();
      await page.mouse.move(to, 310);
      await page.mouse.up();
    };
    await stroke(1800, 1500);
    await until(() => sceneOn(page), "papers");
    await stroke(1500, 1800);
    await until(() => sceneOn(page), "whole");
  });

  test("edits the list of scenes, shares it as a link, and makes it the screen's own", async () => {
    const page = await bench.open();
    await atRest(page);
    await page.keyboard.press("e");
    const settings = page.locator(".wall-settings");
    const boxes = settings.getByRole("checkbox");
    const names = await boxes.count();
    for (let at = 2; at < names; at += 1) await boxes.nth(at).uncheck();
    await settings.getByRole("spinbutton").nth(1).fill("25");
    await settings.getByRole("button", { name: "↑" }).or(settings.locator("li > button")).nth(1).click();
    await settings.getByRole("button", { name: "设为本屏默认" }).click();
    await settings.getByRole("status").filter({ hasText: "已设为本屏默认" }).waitFor();
    await settings.getByRole("button", { name: "应用" }).click();
    const tour = () => new URL(page.url()).searchParams.get("tour");
    expect(tour()).toMatch(/^region-\d{6}:25,whole$/);

    const first = tour()?.split(":")[0];
    await page.goto(`${bench.running.url}/wall`);
    await until(() => sceneOn(page), first ?? "");
    await page.keyboard.press("e");
    await page.locator(".wall-settings").getByRole("button", { name: "恢复全部场景" }).click();
    await page.reload();
    await until(() => sceneOn(page), "whole");
  });

  test("cannot apply a list of no scene, and is told so", async () => {
    const page = await bench.open("?tour=whole&scene=whole");
    await atRest(page);
    await page.keyboard.press("e");
    const settings = page.locator(".wall-settings");
    await settings.getByRole("checkbox").first().uncheck();
    await settings.getByRole("button", { name: "应用" }).click();
    await settings.getByRole("status").filter({ hasText: "至少勾选一个场景" }).waitFor();
  });
});

test("an address that means nothing opens the whole round", async () => {
  const page = await bench.open("?tour=%00,region-1&scene=nonsense&seams=0x0&pace=-1&asof=never");
  await atRest(page);
  expect(await sceneOn(page)).toBe("whole");
});

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
