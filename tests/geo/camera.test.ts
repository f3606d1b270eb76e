import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Region } from "#domain/region.ts";
import { CAMERA_LIMITS } from "#domain/view.ts";
import {
  cameraForView,
  DRILL_PADDING,
  FIT_PADDING,
  FIT_ZOOM,
  fitCamera,
  fromMercator,
  project,
  scaleOf,
  toMercator,
} from "#geo/camera.ts";

const WHOLE = [97.17, 37.4, 126.07, 53.34] as const;
const XILIN_GOL = [111.1, 41.5, 119.9, 46.8] as const;
const region = (code: string, bbox: readonly [number, number, number, number]): Region => ({
  code,
  level: code === "150000" ? "province" : "league",
  parent: code === "150000" ? null : "150000",
  name: code,
  nameEn: code,
  pinyin: "a",
  initials: "a",
  validFrom: null,
  validTo: null,
  seat: null,
  anchor: [(bbox[0] + bbox[2]) / 2, (bbox[1] + bbox[3]) / 2],
  bbox: [...bbox],
});
const regions = [region("150000", WHOLE), region("152500", XILIN_GOL)];
const lonLat = fc.tuple(
  fc.double({ min: -179, max: 179, noNaN: true }),
  fc.double({ min: -84, max: 84, noNaN: true }),
);

describe("Mercator", () => {
  test("there and back is the same place", () => {
    fc.assert(
      fc.property(lonLat, (at) => {
        const [lon, lat] = fromMercator(toMercator(at));
        expect(lon).toBeCloseTo(at[0], 9);
        expect(lat).toBeCloseTo(at[1], 9);
      }),
    );
  });

  test("the equator on Greenwich is the middle of the world, north is up", () => {
    expect(toMercator([0, 0])).toEqual([0.5, 0.5]);
    expect(toMercator([0, 45])[1]).toBeLessThan(0.5);
    expect(toMercator([0, 85.0511287798066])[1]).toBeCloseTo(0, 9);
  });
});

describe("fitCamera", () => {
  test.each([
    [710, 678],
    [785, 836],
    [1264, 990],
    [1920, 1080],
  ])("at %i×%i the region touches the padded box in one direction and leaves it in none", (width, height) => {
    const size = { width, height };
    const camera = fitCamera(WHOLE, size);
    const [left, top] = project([WHOLE[0], WHOLE[3]], camera, size);
    const [right, bottom] = project([WHOLE[2], WHOLE[1]], camera, size);
    const room = {
      left: left - FIT_PADDING.left,
      right: width - FIT_PADDING.right - right,
      top: top - FIT_PADDING.top,
      bottom: height - FIT_PADDING.bottom - bottom,
    };
    expect(room.left).toBeCloseTo(room.right, 6);
    expect(room.top).toBeCloseTo(room.bottom, 6);
    expect(Math.min(room.left, room.top)).toBeCloseTo(0, 6);
    expect(Math.max(room.left, room.top)).toBeGreaterThanOrEqual(-1e-6);
  });

  test("a small place is not fitted nearer than the nearest zoom", () => {
    const camera = fitCamera([110, 40, 110.001, 40.001], { width: 800, height: 600 });
    expect(camera.zoom).toBeCloseTo(FIT_ZOOM.max, 9);
  });

  test("the whole is not fitted farther than the farthest camera: a low window shows its middle", () => {
    const size = { width: 844, height: 180 };
    const camera = fitCamera(WHOLE, size);
    expect(camera.zoom).toBe(CAMERA_LIMITS.zoom[0]);
    const [, top] = project([WHOLE[0], WHOLE[3]], camera, size);
    const [, bottom] = project([WHOLE[0], WHOLE[1]], camera, size);
    const room = { top: top - FIT_PADDING.top, bottom: size.height - FIT_PADDING.bottom - bottom };
    expect(room.top).toBeLessThan(0);
    expect(room.top).toBeCloseTo(room.bottom, 6);
  });

  test.each([
    [320, 480],
    [390, 688],
  ])("a phone of %i×%i shows the whole", (width, height) => {
    expect(fitCamera(WHOLE, { width, height }).zoom).toBeGreaterThan(CAMERA_LIMITS.zoom[0]);
  });

  test("a box smaller than its padding still gives a finite camera", () => {
    const camera = fitCamera(WHOLE, { width: 20, height: 20 });
    expect(Object.values(camera).every(Number.isFinite)).toBe(true);
  });
});

describe("cameraForView", () => {
  const size = { width: 785, height: 836 };

  test("the reader's own camera wins over any region", () => {
    const camera = { zoom: 6, lat: 44, lon: 116 };
    expect(cameraForView({ region: "152500", camera }, regions, size)).toBe(camera);
  });

  test("a region drilled into is fitted with more room than the whole", () => {
    expect(cameraForView({ region: "152500", camera: null }, regions, size)).toEqual(
      fitCamera(XILIN_GOL, size, DRILL_PADDING),
    );
  });

  test("from afar a city of its own is shown with what lies about it, and a league as it is", () => {
    const city = { ...region("150781", [117.2, 49.3, 117.9, 49.6]), level: "county" as const };
    const fitted = (code: string) =>
      cameraForView({ region: code, camera: null, afar: true }, [...regions, city], size);
    expect(fitted("150781")).toEqual(fitCamera([116.9, 49, 118.2, 49.9], size, DRILL_PADDING));
    expect(fitted("152500")).toEqual(fitCamera(XILIN_GOL, size, DRILL_PADDING));
  });

  test.each([null, "150000", "159999"])("region %s fits the whole", (code) => {
    expect(cameraForView({ region: code, camera: null }, regions, size)).toEqual(fitCamera(WHOLE, size));
  });

  test("regions without the whole are refused by name", () => {
    expect(() => cameraForView({ region: null, camera: null }, [], size)).toThrow("150000");
  });
});

test("one zoom step doubles the world", () => {
  expect(scaleOf(5)).toBe(2 * scaleOf(4));
});
