import { describe, expect, test } from "vitest";
import { DEFAULT_VIEW, formatView, parseView } from "#domain/view.ts";
import { project } from "#geo/camera.ts";
import { readRegions } from "#geo/read.ts";
import { cameraToItem } from "../../../client/map/camera-to-item.ts";
import { seededApi } from "../../factories.ts";

const regions = readRegions();
const size = { width: 1264, height: 990 };

async function cameraTo(id: string, search: string) {
  const api = await seededApi();
  const item = await api.project.get({ id }).catch(() => api.policy.get({ id }));
  return { item, camera: cameraToItem(item, parseView(search), regions, size) };
}
const bboxOf = (code: string) => regions.find((region) => region.code === code)?.bbox ?? [0, 0, 0, 0];

describe("the camera stays where the item is seen", () => {
  test.each([
    ["a reservoir, at overview", "S-1.4-19", ""],
    ["a line that leaves the region, at overview", "S-1.4-14", ""],
    ["the whole, at overview", "S-1.2-10", ""],
    ["a reservoir, in its league", "S-1.4-19", "region=150700&level=county"],
    ["a league's area, in that league", "S-1.4-12", "region=152900&level=county"],
  ])("%s", async (_what, id, search) => {
    expect((await cameraTo(id, search)).camera).toBeNull();
  });
});

describe("the camera goes to an item that lies out of view", () => {
  test("to a mark, no nearer than it was, and the mark is in the window", async () => {
    const { item, camera } = await cameraTo("S-1.4-19", "region=152900&level=county");
    const [x, y] = project(item.geometry.marks[0]?.at ?? [0, 0], camera ?? DEFAULT_CAMERA, size);
    expect([x > 100 && x < size.width - 100, y > 100 && y < size.height - 100]).toEqual([true, true]);
  });

  test("to all of several marks", async () => {
    const { item, camera } = await cameraTo("S-1.4-16", "region=150700&level=county");
    for (const { at } of item.geometry.marks) {
      const [x, y] = project(at, camera ?? DEFAULT_CAMERA, size);
      expect([x > 0 && x < size.width, y > 0 && y < size.height]).toEqual([true, true]);
    }
  });

  test.each([
    ["an area elsewhere", "S-1.4-12", "152900", "region=150700&level=county"],
    ["the whole, of which a league shows a piece", "S-1.2-10", "150000", "region=150300&level=county"],
    ["a line elsewhere, by the region it lies in", "S-1.4-15", "150600", "region=150700&level=county"],
  ])("to %s, box and all", async (_what, id, code, search) => {
    const { camera } = await cameraTo(id, search);
    const [west, south, east, north] = bboxOf(code);
    for (const corner of [
      [west, north],
      [east, south],
    ] as const) {
      const [x, y] = project(corner, camera ?? DEFAULT_CAMERA, size);
      expect([x > 0 && x < size.width, y > 0 && y < size.height]).toEqual([true, true]);
    }
  });

  test("and the address can carry that camera", async () => {
    const { camera } = await cameraTo("S-1.4-12", "region=150700&level=county");
    const view = { ...DEFAULT_VIEW, camera };
    expect(camera).not.toBeNull();
    expect(parseView(formatView(view))).toEqual(view);
  });
});

/** Far from everything: a test that finds no camera fails. */
const DEFAULT_CAMERA = { zoom: 12, lat: 20, lon: 70 };
