import { afterEach, expect, test, vi } from "vitest";
import rest from "../../../client/fonts/cut/rest.json" with { type: "json" };
import type { MapData } from "../../../client/layers/scene.ts";
import { style } from "../../../client/layers/style.ts";
import { charactersByFace, loadMapFonts } from "../../../client/map/map-fonts.ts";
import { ASSETS, aCorridor, aMapData, aPoint, aView, NO_FEATURES } from "../layers/seed-scene.ts";

const OVERVIEW = 4.4;
const styleOf = (data: MapData) => style(aView(), "light", "zh-CN", ASSETS, data);
const named = (name: string) =>
  aMapData({ features: { ...NO_FEATURES, points: [aPoint()], corridors: [aCorridor({ name })] } });
/** In no first file of the map's line names, but in the other. */
const [late = ""] = rest.semibold.match(/[\u4e00-\u9fff]/u) ?? [];

/** The browser's fonts: what is sent for, and when each is there. */
function fakeFonts() {
  const sent: { font: string; text: string; arrive: () => void; fail: () => void }[] = [];
  const load = (font: string, text: string) =>
    new Promise<void>((resolve, reject) => sent.push({ font, text, arrive: resolve, fail: reject }));
  vi.stubGlobal("document", { fonts: { load } });
  return sent;
}
afterEach(() => vi.unstubAllGlobals());

/** Whether it is settled once all that it imports is there, and nothing but a font is left to wait for. */
async function isSettled(promise: Promise<unknown>): Promise<boolean> {
  let settled = false;
  promise.then(() => {
    settled = true;
  });
  await vi.dynamicImportSettled();
  return settled;
}

test("a label's text is counted to the face that each part of it is set in", () => {
  const faces = charactersByFace(styleOf(aMapData()), OVERVIEW);
  const has = (face: "semibold" | "regular" | "bold", text: string) =>
    [...text].every((one) => faces.get(face)?.has(one));
  expect(has("semibold", "引绰济辽输水干线")).toBe(true);
  expect(has("regular", "前期工作 · 示意")).toBe(true);
  expect(faces.get("semibold")?.has("示")).toBe(false);
  expect(has("bold", "锡林郭勒盟")).toBe(true);
  expect(faces.get("bold")?.has("1")).toBe(false);
});

test("labels count from the whole zoom below their own, where MapLibre lays them out", () => {
  const medium = (zoom: number) => charactersByFace(styleOf(aMapData()), zoom).get("medium");
  expect(medium(3.9)).toBe(undefined);
  expect(medium(4)?.has("敦")).toBe(true);
});

test("names of the seed are sent for by their very characters, and wait for nothing", async () => {
  const sent = fakeFonts();
  expect(await isSettled(loadMapFonts(styleOf(aMapData()), OVERVIEW))).toBe(true);
  expect(sent.find(({ font }) => font === '700 24px "One Map Sans"')?.text).toContain("锡");
  expect(sent.every(({ font }) => font.includes("One Map"))).toBe(true);
});

test("a name that needs the rest of its cut face waits for that file, however near it shows", async () => {
  const points = [aPoint({ name: rest.medium.match(/[\u4e00-\u9fff]/u)?.[0] ?? "" })];
  for (const data of [named(`锡盟${late}`), aMapData({ features: { ...NO_FEATURES, points } })]) {
    const sent = fakeFonts();
    const loading = loadMapFonts(styleOf(data), 2.5);
    expect(await isSettled(loading)).toBe(false);
    for (const { arrive } of sent) arrive();
    expect(await isSettled(loading)).toBe(true);
  }
});

test("a file that does not come holds nothing up, and is told by the name of its font", async () => {
  const sent = fakeFonts();
  const missing = new Set<string>();
  const loading = loadMapFonts(styleOf(named(`锡盟${late}`)), 2.5, (font) => missing.add(font));
  for (const { fail } of sent) fail();
  expect(await isSettled(loading)).toBe(true);
  expect([...missing].sort()).toEqual(["Noto Sans SC", "Noto Serif SC"]);
});
