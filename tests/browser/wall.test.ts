import { describe, expect, test } from "vitest";
import { wall as wallWords } from "../../client/words/zh-CN/wall.ts";
import { publishMonth } from "../second-month.ts";
import { atRest, sceneOn, wallBench } from "./wall.ts";
import { until } from "./workbench.ts";

const bench = wallBench();

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
    // A finger's: the browser would take a mouse's for no scrolling of its own.
    const session = await page.context().newCDPSession(page);
    await session.send("Emulation.setTouchEmulationEnabled", { enabled: true });
    const touch = (type: "touchStart" | "touchMove" | "touchEnd", ...xs: number[]) =>
      session.send("Input.dispatchTouchEvent", { type, touchPoints: xs.map((x) => ({ x, y: 300 })) });
    const stroke = async (from: number, to: number) => {
      await touch("touchStart", from);
      for (const part of [0.1, 0.5, 1]) await touch("touchMove", from + (to - from) * part);
      await touch("touchEnd");
    };
    await stroke(1800, 1500);
    await until(() => sceneOn(page), "papers");
    await stroke(1500, 1800);
    await until(() => sceneOn(page), "whole");
  });
});

test("the keys mean the same with the map focused, and with a button that was pressed by hand", async () => {
  const page = await bench.open("?tour=whole,region-150700,papers&scene=region-150700");
  await atRest(page);
  await page.locator(".wall-items li").first().waitFor();
  const map = page.locator('.wall [role="application"]');
  await map.focus();
  // The map's own keys are sent for with the focus, and would walk its regions.
  await page.locator('.wall .one-map p[aria-live="polite"]').waitFor({ state: "attached" });
  expect(await map.getAttribute("aria-description")).toBe(wallWords.help);
  for (const [key, scene] of [
    ["ArrowRight", "papers"],
    ["ArrowUp", "region-150700"],
    ["Home", "whole"],
    ["PageDown", "region-150700"],
  ] as const) {
    await page.keyboard.press(key);
    await until(() => sceneOn(page), scene);
    expect(await map.evaluate((one) => one === document.activeElement), key).toBe(true);
  }
  await page.keyboard.press("3");
  await page.keyboard.press("Enter");
  await until(() => sceneOn(page), "papers");
  await page.keyboard.press("Space");
  await until(() => page.locator(".wall").getAttribute("data-held"), "false");

  await page.mouse.move(900, 500);
  await page.getByRole("button", { name: wallWords.previous }).click();
  await until(() => sceneOn(page), "region-150700");
  await page.keyboard.press("Space");
  await until(() => page.locator(".wall").getAttribute("data-held"), "false");
  expect(await sceneOn(page)).toBe("region-150700");
});

test("a digit opens the item that stands there, also on the second page of a scene's", async () => {
  const page = await bench.open("?tour=region-150700");
  await atRest(page);
  const rows = page.locator(".wall-story .wall-items [data-item]");
  const first = await rows.first().getAttribute("data-item");
  await until(async () => (await rows.first().getAttribute("data-item")) !== first, true);
  const title = await rows.first().locator(".wall-item-title").innerText();
  await page.keyboard.press("1");
  await page.locator(".wall-card").getByText(title, { exact: true }).waitFor();
});

test("an address that means nothing opens the whole round", async () => {
  const page = await bench.open("?tour=%00,region-1&scene=nonsense&seams=0x0&pace=-1&asof=never");
  await atRest(page);
  expect(await sceneOn(page)).toBe("whole");
});

test("a lost WebGL context leaves the picture, and is made anew in place", async () => {
  const page = await bench.open("?scene=region-150700");
  await atRest(page);
  await page.evaluate(() => {
    const canvas = document.querySelector<HTMLCanvasElement>(".wall canvas.maplibregl-canvas");
    const lose = canvas?.getContext("webgl2")?.getExtension("WEBGL_lose_context");
    Object.assign(window, { lose });
    lose?.loseContext();
  });
  await page.locator(".wall .one-map svg").first().waitFor();
  expect(await page.locator(".wall-scene h2").textContent()).toBe("呼伦贝尔市");
  await page.evaluate(() =>
    (window as unknown as { lose: { restoreContext: () => void } }).lose.restoreContext(),
  );
  await page.locator('.wall .one-map[data-complete="true"]').waitFor();
  await atRest(page);
});

/** Where the map brings items out, as it hands that to its worker to be drawn, and how. */
type Ring = { at: [lon: number, lat: number]; strength: string };
const recordRings = () => {
  const send = Worker.prototype.postMessage;
  const find = (part: unknown, found: Ring[]) => {
    if (part === null || typeof part !== "object" || ArrayBuffer.isView(part)) return;
    const { type, geometry, properties } = part as Partial<GeoJSON.Feature<GeoJSON.Point>>;
    if (type === "Feature" && properties?.draw === "ring" && geometry)
      found.push({ at: geometry.coordinates as Ring["at"], strength: properties.strength });
    else for (const inner of Object.values(part)) find(inner, found);
  };
  Worker.prototype.postMessage = function (
    this: Worker,
    message: unknown,
    more?: StructuredSerializeOptions,
  ) {
    const found: Ring[] = [];
    find(message, found);
    if (found.length > 0) Object.assign(window, { rings: found });
    return send.call(this, message, more);
  } as typeof send;
};

// Publishes: the last of this file.
test("what changed since last month is marked on the map, all of it at once, and the one that is told stands out", async () => {
  const { points } = await bench.api.map.features();
  const { items } = await bench.api.project.list({ filter: { stages: ["preparation", "construction"] } });
  const moved = items.filter(({ id }) => points.some(({ item }) => item === id)).slice(0, 3);
  expect(moved).toHaveLength(3);
  const stages = Object.fromEntries(moved.map(({ id }) => [id, "completed" as const]));
  await publishMonth(bench.running.ledger, "2012-08", stages);

  const page = await bench.openAt("/readyz");
  await page.addInitScript(recordRings);
  // On a scene of the whole's as on one of a part of it.
  await page.goto(`${bench.running.url}/wall?scene=papers`, { waitUntil: "commit" });
  await atRest(page);
  await page.locator('.wall-changes li[data-now="true"]').waitFor();
  expect(await page.locator(".wall-changes h2 span").innerText()).toBe("3");
  const rings = () => page.evaluate(() => (window as unknown as { rings?: Ring[] }).rings ?? []);
  const isNear = (item: string, ring: Ring) =>
    points.some((one) => one.item === item && Math.hypot(one.at[0] - ring.at[0], one.at[1] - ring.at[1]) < 1);
  await until(async () => {
    const all = await rings();
    return moved.filter(({ id }) => !all.some((ring) => isNear(id, ring))).map(({ id }) => id);
  }, []);
  // In words one after the other, and on the map that one before the others.
  const told = async () => {
    const title = await page.locator('.wall-changes li[data-now="true"] > button > span').innerText();
    const id = moved.find((one) => one.title === title)?.id ?? "";
    return (await rings()).some((ring) => ring.strength === "picked" && isNear(id, ring));
  };
  await until(told, true);
  expect(new Set((await rings()).map(({ strength }) => strength))).toEqual(new Set(["picked", "pointed"]));
});
