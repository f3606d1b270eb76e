import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { PALETTE } from "#domain/look/palette.ts";
import { boundsOf, classOf } from "#domain/measure.ts";
import { zhCN } from "../../client/words/zh-CN.ts";
import { go, listed, matching, params, regionRow, until, wholeMap, workbench } from "./workbench.ts";

const ORDOS = "150600";
const bench = workbench(["--disable-gpu", "--disable-3d-apis"]);
const region = (page: Page, code: string) => page.locator(`[role="application"] path[data-code="${code}"]`);

async function picture(search = ""): Promise<Page> {
  const page = await bench.open(search);
  await wholeMap(page);
  const context = await page.evaluate(() => document.createElement("canvas").getContext("webgl2"));
  expect(context).toBeNull();
  await region(page, ORDOS).waitFor();
  return page;
}

test("without WebGL the page says why, and a click on the picture's region drills into it", async () => {
  const page = await picture();
  await page.getByRole("status").filter({ hasText: zhCN.map["webgl-missing"] }).waitFor();
  await until(() => page.evaluate(() => performance.getEntriesByName("map-complete", "mark").length), 1);
  const [x, y] = await middle(page, ORDOS);
  await page.mouse.click(x, y);
  await until(() => params(page).region, ORDOS);
  const inside = await matching(bench, { regions: [ORDOS] });
  await until(async () => (await listed(page)).sort(), inside);
  await page.locator('[role="application"] path[data-code="150621"]').waitFor();
  await page.keyboard.press("Escape");
  await until(() => params(page).region, undefined);
});

test("a pointer on the picture's region marks it in the tree, and tells its value", async () => {
  const page = await picture();
  const [x, y] = await middle(page, ORDOS);
  await page.mouse.move(x, y);
  const row = regionRow(page, ORDOS);
  await until(() => row.evaluate((element) => element.classList.contains("hovered")), true);
  const progress = await bench.ask("progress", "byRegion", { level: "reporting", measure: "items" });
  const value = progress.find(({ code }) => code === ORDOS)?.value;
  const told = (await region(page, ORDOS).locator("title").textContent()) ?? "";
  expect(told.match(/\d+/)?.[0]).toBe(String(value));
});

test("a click on a badge of the picture leads to where its marks part", async () => {
  const page = await picture();
  const badges = page.locator('[role="application"] svg[data-opens]');
  const opens = (await badges.first().getAttribute("data-opens")) ?? "";
  await badges.first().click();
  await until(() => params(page).at, opens);
  await until(
    async () =>
      (await badges.evaluateAll((all) => all.map((one) => one.getAttribute("data-opens")))).includes(opens),
    false,
  );
});

test("an item of an area is drawn as the area, in the picture too", async () => {
  const page = await picture();
  const outlines = page.locator(
    `[role="application"] path[vector-effect][fill="none"][stroke="${PALETTE.light.accent}"]`,
  );
  await until(() => outlines.count(), 0);
  const road = await bench.ask("project", "get", { id: "S-1.4-12" });
  await go(page, `?item=${road.id}`);
  await until(() => outlines.count(), road.regions.length);
  const inferred = road.regions.filter(({ basis }) => basis === "inferred").length;
  expect(inferred).toBeGreaterThan(0);
  const dashes = await outlines.evaluateAll((all) => all.map((one) => one.getAttribute("stroke-dasharray")));
  // What the text does not name is drawn otherwise (truth rule 3).
  expect(dashes.filter((dash) => dash !== null)).toHaveLength(inferred);
});

test("arrow keys walk over the picture's regions, Enter drills, Esc leads back", async () => {
  const page = await picture();
  const map = page.getByRole("application");
  await map.focus();
  const spoken = map.locator("p[aria-live]");
  await page.keyboard.press("ArrowRight");
  const regions = await bench.ask("region", "list");
  const west = regions
    .filter(({ level }) => level === "league")
    .toSorted((a, b) => a.anchor[0] - b.anchor[0])[0];
  if (!west) throw new Error("no leagues");
  await until(async () => (await spoken.textContent())?.startsWith(west.name), true);
  await page.keyboard.press("Enter");
  await until(() => params(page).region, west.code);
  await page.keyboard.press("Escape");
  await until(() => params(page).region, undefined);

  await map.focus();
  await page.keyboard.press("+");
  await until(() => params(page).at !== undefined, true);
  await page.keyboard.press("0");
  await until(() => params(page).at, undefined);
});

test("the picture's buttons zoom and fit, and its notice is put away", async () => {
  const page = await picture();
  await page.getByRole("button", { name: zhCN.map.zoomIn }).click();
  await until(() => params(page).at !== undefined, true);
  await page.getByRole("button", { name: zhCN.map.fit }).click();
  await until(() => params(page).at, undefined);
  await page.getByRole("button", { name: zhCN.map.closeNotice }).click();
  await page.getByText(zhCN.map["webgl-missing"]).waitFor({ state: "detached" });
});

test("a filter recolours the picture's regions by their own values", async () => {
  const page = await picture();
  const fills = () =>
    page
      .locator('[role="application"] path[data-code]')
      .evaluateAll((paths) =>
        Object.fromEntries(
          paths.map((path) => [path.getAttribute("data-code") ?? "", path.getAttribute("fill") ?? ""]),
        ),
      );
  await until(fills, await expected());
  await page.getByRole("group", { name: zhCN.side.stageFilter }).getByRole("button").nth(3).click();
  await until(() => params(page).stages, "construction");
  const filtered = await expected(["construction"]);
  expect(filtered).not.toEqual(await expected());
  await until(fills, filtered);
});

/** Fill of each reporting region as the palette has it for the server's values. */
async function expected(stages?: "construction"[]): Promise<Record<string, string>> {
  const progress = await bench.ask("progress", "byRegion", {
    level: "reporting",
    measure: "items",
    ...(stages ? { filter: { stages } } : {}),
  });
  const { ramp, zero } = PALETTE.light;
  const bounds = boundsOf({ measure: "items", level: "league" }, progress);
  return Object.fromEntries(
    progress.map(({ code, value }) => {
      const cls = classOf(value, bounds);
      const fill = cls === "none" ? "url(#picture-map-hatch)" : cls === "zero" ? zero : ramp[cls];
      return [code, fill];
    }),
  );
}

/** A point inside a region's shape that nothing else covers, px of the window. */
async function middle(page: Page, code: string): Promise<[x: number, y: number]> {
  return region(page, code).evaluate((path): [number, number] => {
    const { left, top, width, height } = path.getBoundingClientRect();
    for (let down = 0.2; down < 0.9; down += 0.1) {
      for (let across = 0.2; across < 0.9; across += 0.1) {
        const [x, y] = [left + width * across, top + height * down];
        if (document.elementFromPoint(x, y) === path) return [x, y];
      }
    }
    throw new Error("the region is covered all over");
  });
}
