import { expect, test } from "vitest";
import { layoutOf } from "#domain/brief/layout.ts";
import { DPIS, dpiOf, PAGE, PAGES, pagePixels } from "#domain/brief/page.ts";

test.each([
  ["a4", 300, 3508, 2480],
  ["a4-portrait", 300, 2480, 3508],
  ["a3", 300, 4961, 3508],
  ["a3-portrait", 300, 3508, 4961],
  ["slide", 300, 4000, 2250],
  ["slide", 150, 2000, 1125],
  ["screen", 300, 3840, 2160],
  ["screen", 150, 3840, 2160],
] as const)("%s at %i dpi is %i × %i px", (page, dpi, width, height) => {
  expect(pagePixels(page, dpi)).toEqual({ width, height });
});

test("a figure is as wide as the text block of an official document", () => {
  expect(pagePixels("figure", 300).width).toBe(1843);
});

test("every map is a whole number of device pixels at every dpi, so that no dpi changes its extent", () => {
  for (const page of PAGES) {
    const { css, map } = layoutOf(page);
    for (const dpi of DPIS) {
      const ratio = dpiOf(page, dpi) / PAGE[page].cssPerInch;
      expect(css.width * ratio, `${page} ${dpi}`).toBeCloseTo(Math.round(css.width * ratio), 9);
      expect(css.height * ratio, `${page} ${dpi}`).toBeCloseTo(Math.round(css.height * ratio), 9);
    }
    expect(map.x + map.width).toBeLessThanOrEqual(PAGE[page].width);
  }
});
