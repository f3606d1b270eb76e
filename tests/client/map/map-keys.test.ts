import { describe, expect, test } from "vitest";
import { CAMERA_LIMITS } from "#domain/view.ts";
import { readRegions } from "#geo/read.ts";
import { movedCamera, regionTowards } from "../../../client/map/map-keys.ts";

const leagues = readRegions().filter(({ level }) => level === "league");

describe("regionTowards", () => {
  test.each([
    ["ArrowLeft", "152500", "150900"],
    ["ArrowDown", "150700", "152200"],
    ["ArrowUp", "152200", "150700"],
    ["ArrowRight", "152900", "150800"],
  ])("%s from %s leads to %s", (key, from, to) => {
    expect(regionTowards(key, from, leagues)).toBe(to);
  });

  test("without a start it is the westernmost", () => {
    expect(regionTowards("ArrowRight", null, leagues)).toBe("152900");
  });

  test("where nothing lies that way one stays", () => {
    expect(regionTowards("ArrowLeft", "152900", leagues)).toBe("152900");
  });

  test("every league can be reached from any other", () => {
    const reached = new Set(["152900"]);
    for (const from of reached) {
      for (const key of ["ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown"]) {
        const next = regionTowards(key, from, leagues);
        if (next) reached.add(next);
      }
    }
    expect(reached.size).toBe(12);
  });
});

describe("movedCamera", () => {
  const camera = { zoom: 6, lat: 44, lon: 116 };

  test("plus and minus undo each other", () => {
    const nearer = movedCamera("+", false, camera);
    expect(nearer?.zoom).toBe(6.5);
    expect(nearer && movedCamera("-", false, nearer)?.zoom).toBe(6);
  });

  test("Shift with an arrow moves the middle that way", () => {
    expect(movedCamera("ArrowUp", true, camera)?.lat).toBeGreaterThan(44);
    expect(movedCamera("ArrowLeft", true, camera)?.lon).toBeLessThan(116);
  });

  test("never leaves what a URL may say", () => {
    const [farthest, nearest] = CAMERA_LIMITS.zoom;
    const [, east] = CAMERA_LIMITS.lon;
    expect(movedCamera("+", false, { ...camera, zoom: nearest })?.zoom).toBe(nearest);
    expect(movedCamera("-", false, { ...camera, zoom: farthest })?.zoom).toBe(farthest);
    expect(movedCamera("ArrowRight", true, { zoom: farthest, lat: 44, lon: east })?.lon).toBe(east);
  });

  test("an arrow alone, or any other key, moves no camera", () => {
    expect(movedCamera("ArrowUp", false, camera)).toBeNull();
    expect(movedCamera("a", false, camera)).toBeNull();
  });
});
