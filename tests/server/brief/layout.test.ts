import { beforeAll, describe, expect, test } from "vitest";
import { PAGES, type PageId } from "#domain/brief/page.ts";
import type { Box, Element, Sheet } from "#domain/brief/sheet.ts";
import { openFonts } from "#server/brief/fonts.ts";
import { seededApi } from "../../factories.ts";
import { aBrief } from "./a-brief.ts";

const { measure } = await openFonts();

type Laid = { what: string; box: Box };

/** The ink of an element: of a text its lines, not the room that it was given. */
function boxesOf(element: Element): Laid[] {
  switch (element.kind) {
    case "text": {
      const size =
        Math.max(...element.lines.flatMap((line) => line.runs.map((run) => run.style.size))) * 0.3528;
      return element.lines.map((line) => {
        const width = line.runs.reduce((sum, { text, style }) => sum + measure(text, style), 0);
        const free = element.box.width - width;
        const x =
          element.box.x + (element.align === "right" ? free : element.align === "center" ? free / 2 : 0);
        const what = line.runs.map(({ text }) => text).join("");
        return { what, box: { x, y: line.baseline - size * 0.85, width, height: size * 0.95 } };
      });
    }
    case "table":
      return [{ what: element.name, box: element.box }];
    case "qr":
      return [{ what: "qr", box: element.box }];
    case "stages":
      return element.steps.flatMap((step) => [
        { what: step.label, box: { ...step.mark, width: step.mark.size, height: step.mark.size } },
        ...boxesOf(step.countText),
        ...boxesOf(step.labelText),
      ]);
    case "ramp":
      return element.classes.flatMap(({ box, label }) => [{ what: "class", box }, ...boxesOf(label)]);
    case "scaleBar":
      return [{ what: "scale bar", box: element.box }, ...element.labels.flatMap(boxesOf)];
    case "mark":
      return [
        { what: element.alt, box: { x: element.x, y: element.y, width: element.size, height: element.size } },
      ];
    default:
      return [];
  }
}

const SLACK = 0.25;
const meet = (a: Box, b: Box): boolean =>
  a.x + SLACK < b.x + b.width &&
  b.x + SLACK < a.x + a.width &&
  a.y + SLACK < b.y + b.height &&
  b.y + SLACK < a.y + a.height;

const VIEWS = [
  ["the whole", ""],
  ["a league", "?region=150600&level=county"],
  ["a region without items", "?region=150302"],
  ["a share and a filter", "?measure=started&types=project"],
  ["bars and later lines", "?measure=mix&layers=later,guofa21"],
] as const;

describe.each(PAGES.map((page) => [page]))("%s", (page: PageId) => {
  for (const lang of ["zh-CN", "en"] as const) {
    test.each(VIEWS)(`nothing overlaps and nothing leaves the page in ${lang}: %s`, async (_what, search) => {
      const api = await seededApi();
      const { sheet } = await api.brief.sheet(aBrief({ page, lang }, search));
      const laid = sheet.elements.flatMap(boxesOf).filter(({ box }) => box.width > 0);
      expect(laid.length).toBeGreaterThan(10);
      for (const { what, box } of laid) {
        expect(box.x, what).toBeGreaterThanOrEqual(-0.01);
        expect(box.y, what).toBeGreaterThanOrEqual(0);
        expect(box.x + box.width, what).toBeLessThanOrEqual(sheet.width + 0.01);
        expect(box.y + box.height, what).toBeLessThanOrEqual(sheet.height + 0.01);
      }
      const met = laid.flatMap((a, index) =>
        laid.slice(index + 1).flatMap((b) => (meet(a.box, b.box) ? [`${a.what} | ${b.what}`] : [])),
      );
      expect(met).toEqual([]);
    });
  }
});

describe("a table", () => {
  let sheet: Sheet;
  beforeAll(async () => {
    sheet = (await (await seededApi()).brief.sheet(aBrief())).sheet;
  });

  test("holds each cell's words within its column", () => {
    for (const table of sheet.elements.filter((element) => element.kind === "table")) {
      const columns = table.columns.reduce((sum, { width }) => sum + width, 0);
      expect(columns).toBeCloseTo(table.box.width, 6);
      for (const row of table.rows) {
        for (const [index, { text, style, indent, swatch }] of row.cells.entries()) {
          const lead = indent + (swatch === null ? 0 : style.size * 0.3528 * 1.12);
          const width = table.columns[index]?.width ?? 0;
          expect(lead + measure(text, style), text).toBeLessThanOrEqual(width);
        }
      }
    }
  });
});
