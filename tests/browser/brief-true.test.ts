import { readFile } from "node:fs/promises";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { PALETTE } from "#domain/look/palette.ts";
import { boundsOf, classOf } from "#domain/measure.ts";
import { DEFAULT_VIEW, formatView } from "#domain/view.ts";
import { project } from "#geo/camera.ts";
import { zhCN } from "../../client/words/zh-CN.ts";
import { aBrief } from "../server/brief/a-brief.ts";
import { until, wholeMap, workbench } from "./workbench.ts";

const READER = { acceptDownloads: true, reducedMotion: "reduce" } as const;
const bench = workbench();
const words = zhCN.brief;
const composer = (of: Page) => of.locator("dialog.composer");
const png = (of: Page) => composer(of).getByRole("button", { name: words.png });
const checks = (of: Page, said: string) => composer(of).locator(".brief-checks li").filter({ hasText: said });

/** The composer on A4 at 150 dpi. */
async function compose(page: Page): Promise<void> {
  await wholeMap(page);
  await page.getByRole("button", { name: zhCN.shell.export, exact: true }).click();
  await page.getByRole("button", { name: zhCN.shell.openBrief }).click();
  await composer(page).getByText("150 dpi", { exact: true }).click();
  await composer(page).getByText(words.a4, { exact: true }).click();
  await composer(page).getByText("1754 × 1240").waitFor();
  await composer(page).locator('.page-preview[aria-busy="false"]').waitFor();
}

/** Colours of a PNG at some of its pixels. */
const coloursAt = (page: Page, picture: Buffer, at: readonly [number, number][]): Promise<number[][]> =>
  page.evaluate(
    async ([base64, points]) => {
      const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
      const bitmap = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
      const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext("2d");
      if (context === null) throw new Error("no canvas");
      context.drawImage(bitmap, 0, 0);
      return points.map(([x, y]) => [...context.getImageData(x, y, 1, 1).data.subarray(0, 3)]);
    },
    [picture.toString("base64"), at] as const,
  );

const CLASSES = [...PALETTE.light.ramp, PALETTE.light.zero];

function nearestTo(seen: readonly number[]): string | undefined {
  const channel = (colour: string, nth: number) =>
    Number.parseInt(colour.slice(1 + nth * 2, 3 + nth * 2), 16);
  const distance = (colour: string) => Math.hypot(...seen.map((value, nth) => value - channel(colour, nth)));
  return CLASSES.toSorted((a, b) => distance(a) - distance(b))[0];
}

test("each league has at its label's anchor print's colour of the class that the API's count gives it, on a dark screen too", async () => {
  // Nothing but the fills: a name or the relief would stand over them.
  const view = { ...DEFAULT_VIEW, layers: ["progress" as const], theme: "dark" as const };
  const page = await bench.open(`?${formatView(view)}`, READER);
  await compose(page);
  const [{ sheet }, rows, regions] = await Promise.all([
    bench.ask("brief", "sheet", aBrief({ page: "a4", blocks: [], extent: { kind: "region" }, view })),
    bench.ask("progress", "byRegion", { level: "reporting", measure: view.measure }),
    bench.ask("region", "list"),
  ]);
  for (const label of ["初步统计", "图例"]) await composer(page).getByLabel(label, { exact: true }).uncheck();
  await composer(page).locator('.page-preview[aria-busy="false"]').waitFor();
  await until(() => png(page).isDisabled(), false);
  const [file] = await Promise.all([page.waitForEvent("download"), png(page).click()]);
  const { css, camera, box } = sheet.map;
  const leagues = regions.filter(({ level }) => level === "league");
  const at = leagues.map(({ anchor }): [number, number] => {
    const [x, y] = project(anchor, camera, css);
    const perMm = 1754 / sheet.width;
    return [
      Math.round((box.x + (x / css.width) * box.width) * perMm),
      Math.round((box.y + (y / css.height) * box.height) * perMm),
    ];
  });
  const seen = await coloursAt(page, await readFile(await file.path()), at);
  const bounds = boundsOf({ measure: view.measure, level: "league" }, rows);
  const expected = leagues.map(({ code, name }) => {
    const cls = classOf(rows.find((row) => row.code === code)?.value ?? null, bounds);
    return [name, typeof cls === "number" ? PALETTE.light.ramp[cls] : cls];
  });
  expect(leagues).toHaveLength(12);
  expect(leagues.map(({ name }, index) => [name, nearestTo(seen[index] ?? [])])).toEqual(expected);
});

test("a font that does not come, the page's or the map's, is told in the checks, and no picture is made without it", async () => {
  const page = await bench.openEmpty(READER);
  for (const file of [/noto-serif-sc[^/]*700[^/]*\.woff2?$/, /\/bold-first[^/]*\.woff2$/])
    await page.route(file, (route) => route.abort());
  await page.goto(`${bench.site.url}/`, { waitUntil: "commit" });
  await compose(page);
  await until(() => checks(page, "字体没有载入：Noto Serif SC").count(), 1);
  // The names of leagues, on the map.
  await until(() => checks(page, "字体没有载入：Noto Sans SC").count(), 1);
  await png(page).click();
  const status = composer(page).locator(".composer-files").getByRole("status");
  await until(async () => /没有生成：字体没有载入/.test((await status.textContent()) ?? ""), true);
});

test("a text as long as it may be says so, and nothing longer is asked of the server", async () => {
  const page = await bench.open("", READER);
  await compose(page);
  const note = composer(page).getByLabel(words.note, { exact: true });
  expect(await note.evaluate((field) => field.localName)).toBe("textarea");
  await note.fill("长".repeat(3_999));
  await note.press("End");
  await page.keyboard.insertText("长长长");
  await composer(page).getByText(words.full.replace("{{most}}", "4000")).waitFor();
  expect((await note.inputValue()).length).toBe(4_000);
  await until(() => checks(page, "说明过长：共 4000 字").count(), 1);
  expect(await composer(page).getByRole("alert").count()).toBe(0);
});

test("a page stands as of the month that is chosen, its map too", async () => {
  const page = await bench.open("", READER);
  await compose(page);
  await composer(page).getByLabel(words.asOf, { exact: true }).fill("2011-12");
  await until(() => checks(page, "所选范围内没有事项").count(), 1);
});

test("a tab that is closed gives its atlas up: the server has none under way", async () => {
  const page = await bench.open("", READER);
  await compose(page);
  const [begun] = await Promise.all([
    page.waitForResponse((answer) => answer.url().endsWith("/export/atlas.pdf")),
    composer(page).locator("[data-atlas-write]").click(),
  ]);
  const { id } = (await begun.json()) as { id: string };
  const status = async () => (await fetch(`${bench.site.url}/export/atlas/${id}`)).status;
  expect(await status()).not.toBe(404);
  page.on("dialog", (dialog) => void dialog.accept());
  await page.goto("about:blank");
  await until(status, 404);
});
