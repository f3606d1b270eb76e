import type { Locator, Page } from "playwright-core";
import { beforeAll, expect, test } from "vitest";
import { LAYER_WORDS } from "#domain/look/words.ts";
import { CODE_MS, IDLE_MS, LONGEST_MS } from "#server/remote/room.ts";
import { Rooms } from "#server/remote/rooms.ts";
import { remote as zh } from "../../client/words/zh-CN/remote.ts";
import { publishMonth } from "../second-month.ts";
import { HandClock } from "../server/remote/hand-clock.ts";
import { atRest, PICTURE, sceneOn, wallBench } from "./wall.ts";
import { until } from "./workbench.ts";

// The picture in the map's place says in its elements what it draws, and takes the same view as the map.
const clock = new HandClock();
const bench = wallBench(PICTURE, { rooms: new Rooms(clock) });
const MINUTE = 60_000;
beforeAll(() => publishMonth(bench.running.ledger, "2012-08", {}));

async function codeOn(wall: Page): Promise<string> {
  await wall.keyboard.press("r");
  const code = wall.locator(".pairing-code strong");
  await code.waitFor();
  return (await code.innerText()).replace(/\D/g, "");
}

/** A wall and the telephone that drives it. */
async function aPair(search: string) {
  const wall = await bench.open(search);
  await atRest(wall);
  const code = await codeOn(wall);
  const phone = await bench.openAt(`/wall/remote?code=${code}`, { viewport: { width: 390, height: 844 } });
  await phone.getByRole("tablist").waitFor();
  await wall.locator(".pairing").getByText(zh.paired).waitFor();
  return { wall, phone };
}
const onTab = (phone: Page, name: string) => phone.getByRole("tab", { name }).click();
/** Until the wall has told the telephone of it: pressed before that, a button says the same once more. */
const isPressed = (button: Locator) => until(() => button.getAttribute("aria-pressed"), "true");
const ended = (phone: Page) => phone.getByRole("heading", { name: zh.ended }).waitFor();

test("a telephone puts scene, region, item's card, layer and month on the wall, and takes them down again", async () => {
  const { wall, phone } = await aPair("?tour=whole,region-150700");
  const standing = wall.locator(".wall");
  await phone.getByRole("button", { name: "呼伦贝尔市" }).click();
  await until(() => sceneOn(wall), "region-150700");
  expect(await standing.getAttribute("data-held")).toBe("true");
  await atRest(wall);

  // A region that is pointed at: its bar, and a line round it on the map.
  const lines = () =>
    wall.locator('.one-map svg path[fill="none"][vector-effect="non-scaling-stroke"]').count();
  const before = await lines();
  await onTab(phone, zh.regions);
  await phone.getByRole("button", { name: "满洲里市" }).click();
  await wall.locator('.wall-ranking li.marked[data-code="150781"]').waitFor();
  await until(async () => (await lines()) > before, true);
  await isPressed(phone.getByRole("tabpanel").getByRole("button", { name: "满洲里市" }));
  await phone.getByRole("button", { name: "满洲里市" }).first().click();
  await until(lines, before);

  await onTab(phone, zh.items);
  const item = phone.getByRole("tabpanel").getByRole("button").first();
  const title = await item.innerText();
  await item.click();
  await wall.locator(".wall-card").getByRole("heading", { name: title }).waitFor();
  await wall.locator(".wall-card blockquote").waitFor();
  await isPressed(item);
  await item.click();
  await wall.locator(".wall-card").waitFor({ state: "detached" });

  await onTab(phone, zh.layers);
  const marks = () => wall.locator(".one-map svg [data-item]").count();
  const all = await marks();
  expect(all).toBeGreaterThan(0);
  const layer = phone.getByRole("switch", { name: LAYER_WORDS.projects["zh-CN"], exact: true });
  await layer.click();
  await until(async () => (await marks()) < all, true);
  await until(() => layer.getAttribute("aria-checked"), "false");
  await layer.click();
  await until(marks, all);

  await onTab(phone, zh.months);
  await phone.getByLabel(zh.month).selectOption("2012-07");
  await wall.locator(".wall-as-of").filter({ hasText: "2012-07" }).waitFor();
  await phone.getByLabel(zh.month).selectOption("");
  await wall.locator(".wall-as-of").filter({ hasText: "2012-08" }).waitFor();

  await phone.getByRole("button", { name: zh.end }).first().click();
  await ended(phone);
  expect(await codeOn(wall)).toMatch(/^\d{6}$/);
});

test("a pairing ends by itself: ten minutes after the last command, after two hours at the latest", async () => {
  const { wall, phone } = await aPair("?tour=whole,papers");
  const next = phone.getByRole("button", { name: zh.next, exact: true });
  const drive = async () => {
    const before = await sceneOn(wall);
    await next.click();
    await until(async () => (await sceneOn(wall)) === before, false);
  };
  clock.turn(IDLE_MS - MINUTE);
  await drive();
  clock.turn(IDLE_MS - MINUTE);
  await drive();
  clock.turn(IDLE_MS);
  await ended(phone);
  // The wall is free again, and has a code for whoever comes next.
  const code = await codeOn(wall);
  await phone.getByLabel(zh.enter).fill(code);
  await phone.getByRole("button", { name: zh.join }).click();
  await phone.getByRole("tablist").waitFor();
  for (let left = LONGEST_MS - MINUTE; left > 0; left -= IDLE_MS - MINUTE) {
    clock.turn(Math.min(left, IDLE_MS - MINUTE));
    await drive();
  }
  clock.turn(MINUTE);
  await ended(phone);
});

test("a wall ends its pairing by hand, and a code that nobody used ends by itself", async () => {
  const { wall, phone } = await aPair("?tour=whole");
  await wall.getByRole("button", { name: zh.end }).click();
  await ended(phone);
  const other = await bench.open("?tour=whole&scene=whole");
  await atRest(other);
  const first = await codeOn(other);
  clock.turn(CODE_MS);
  // The panel is open still: it has another.
  await until(
    async () => (await other.locator(".pairing-code strong").innerText()).replace(/\D/g, "") === first,
    false,
  );
  await phone.getByLabel(zh.enter).fill(first);
  await phone.getByRole("button", { name: zh.join }).click();
  await phone.getByRole("alert").filter({ hasText: zh.wrong }).waitFor();
});
