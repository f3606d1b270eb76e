/** A size or a distance on paper is in millimetres; a font's size in points. */
export type PageSize = { width: number; height: number };

export const PAGES = ["a4", "a4-portrait", "a3", "a3-portrait", "slide", "screen", "figure"] as const;
export type PageId = (typeof PAGES)[number];

/** Of print. A screen picture has the pixels of its screen, whatever is chosen. */
export const DPIS = [150, 300] as const;
export type Dpi = (typeof DPIS)[number];

export const MM_PER_INCH = 25.4;
export const MM_PER_PT = MM_PER_INCH / 72;

export type PageSpec = PageSize & {
  /**
   * CSS pixels of the map to the inch: how large the map's own names and lines are on paper. Fewer make them
   * larger. At 150 and 300 dpi the map's frame is then a whole number of CSS and of device pixels.
   */
  cssPerInch: number;
  /** Of a picture for a screen, which no dpi changes. */
  fixedDpi: number | null;
};

/** A4, A3; a slide of 13.33 × 7.5 in; a 4K screen of 3840 × 2160; the text block of an official document. */
export const PAGE: Record<PageId, PageSpec> = {
  a4: { width: 297, height: 210, cssPerInch: 96, fixedDpi: null },
  "a4-portrait": { width: 210, height: 297, cssPerInch: 96, fixedDpi: null },
  a3: { width: 420, height: 297, cssPerInch: 96, fixedDpi: null },
  "a3-portrait": { width: 297, height: 420, cssPerInch: 96, fixedDpi: null },
  slide: { width: 338.667, height: 190.5, cssPerInch: 96, fixedDpi: null },
  screen: { width: 508, height: 285.75, cssPerInch: 72, fixedDpi: 192 },
  figure: { width: 156, height: 132, cssPerInch: 120, fixedDpi: null },
};

export type Pixels = { width: number; height: number };

/** Device pixels to the inch of a page's picture. */
export const dpiOf = (page: PageId, dpi: Dpi): number => PAGE[page].fixedDpi ?? dpi;

/** A length on paper in whole device pixels. */
export const pixelsOf = (mm: number, dpi: number): number => Math.round((mm / MM_PER_INCH) * dpi);

/** Exact size of a page's picture (STANDARDS.md, Print). */
export function pagePixels(page: PageId, dpi: Dpi): Pixels {
  const { width, height } = PAGE[page];
  const per = dpiOf(page, dpi);
  return { width: pixelsOf(width, per), height: pixelsOf(height, per) };
}
