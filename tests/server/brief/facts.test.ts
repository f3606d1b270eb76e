import { expect, test } from "vitest";
import { DPIS, PAGES } from "#domain/brief/page.ts";
import type { Sheet } from "#domain/brief/sheet.ts";
import { fromMercator, scaleOf, toMercator } from "#geo/camera.ts";
import { distanceKm } from "#geo/question/distance-km.ts";
import { seededApi } from "../../factories.ts";
import { aBrief } from "./a-brief.ts";

const one = <K extends Sheet["elements"][number]["kind"]>(sheet: Sheet, kind: K) => {
  const found = sheet.elements.find((element) => element.kind === kind);
  if (found === undefined) throw new Error(`no ${kind}`);
  return found as Extract<Sheet["elements"][number], { kind: K }>;
};

test.each(PAGES.map((page) => [page]))(
  "the scale bar of %s is true within 1 %% at the centre",
  async (page) => {
    const api = await seededApi();
    for (const search of ["", "?region=150600", "?region=150782"]) {
      const { sheet } = await api.brief.sheet(aBrief({ page }, search));
      const bar = one(sheet, "scaleBar");
      const { camera, css, box } = sheet.map;
      const px = bar.box.width * (css.width / box.width);
      const [x, y] = toMercator([camera.lon, camera.lat]);
      const half = px / 2 / scaleOf(camera.zoom);
      const km = distanceKm(fromMercator([x - half, y]), fromMercator([x + half, y]));
      expect(Math.abs(km / bar.km - 1), `${page} ${search}: ${km} for ${bar.km}`).toBeLessThan(0.01);
    }
  },
);

test("a change of dpi changes neither extent, scale nor any position, only the pixels", async () => {
  const api = await seededApi();
  for (const page of PAGES) {
    const [low, high] = await Promise.all(
      DPIS.map(async (dpi) => (await api.brief.sheet(aBrief({ page, dpi }))).sheet),
    );
    if (!low || !high) throw new Error("no sheet");
    expect(low.map.camera).toEqual(high.map.camera);
    expect(low.map.css).toEqual(high.map.css);
    const placed = (sheet: Sheet) =>
      sheet.elements.filter(({ kind }) => kind === "table" || kind === "ramp" || kind === "scaleBar");
    expect(placed(low)).toEqual(placed(high));
  }
});

test("a page of the view shows all that the screen shows, about the same centre", async () => {
  const api = await seededApi();
  const camera = { zoom: 6.2, lat: 43.1, lon: 117.2 };
  const extent = { kind: "view" as const, camera, width: 1000, height: 500 };
  const { sheet } = await api.brief.sheet(aBrief({ extent }));
  const { zoom, lat, lon } = sheet.map.camera;
  expect([lat, lon]).toEqual([camera.lat, camera.lon]);
  const larger = 2 ** (zoom - camera.zoom);
  expect(Math.min(sheet.map.css.width / (1000 * larger), sheet.map.css.height / (500 * larger))).toBeCloseTo(
    1,
    6,
  );
});

test("every figure of the table is the one that the API gives", async () => {
  const api = await seededApi();
  const { sheet } = await api.brief.sheet(aBrief());
  const table = one(sheet, "table");
  const [items, projects, policies, regions, { counts }] = await Promise.all([
    api.progress.byRegion({ level: "reporting", measure: "items" }),
    api.progress.byRegion({ level: "reporting", measure: "projects" }),
    api.progress.byRegion({ level: "reporting", measure: "policies" }),
    api.region.list(),
    api.progress.summary(),
  ]);
  const shown = (n: number | undefined) => (n === 0 || n === undefined ? "—" : String(n));
  expect(table.rows).toHaveLength(1 + 14 + 2);
  for (const { code, n } of items) {
    const name = regions.find((region) => region.code === code)?.name ?? code;
    const row = table.rows.find(({ cells }) => cells[0]?.text.endsWith(name));
    const of = (rows: typeof items) => rows.find((other) => other.code === code)?.n;
    expect(
      row?.cells.slice(1, 4).map(({ text }) => text),
      name,
    ).toEqual([shown(n), shown(of(projects)), shown(of(policies))]);
  }
  expect(
    table.rows
      .at(-1)
      ?.cells.slice(1, 4)
      .map(({ text }) => text),
  ).toEqual([counts.items, counts.projects, counts.policies].map(String));
  const stages = one(sheet, "stages");
  for (const { stage, count } of stages.steps) {
    expect(count, stage).toBe(counts.projectStages[stage as keyof typeof counts.projectStages] ?? 0);
  }
});

test("the same page of the same ledger has the same id, another page another", async () => {
  const api = await seededApi();
  const id = async (title: string | null) => (await api.brief.sheet(aBrief({ title }))).sheet.id;
  expect(await id(null)).toBe(await id(null));
  expect(await id("一")).not.toBe(await id("二"));
  expect(await id(null)).toMatch(/^YZT-201207-[0-9A-F]{8}$/);
});

test("the QR code opens the view under the site's own address", async () => {
  const api = await seededApi();
  const { sheet } = await api.brief.sheet(aBrief({}, "?region=150600&types=project"));
  const qr = one(sheet, "qr");
  expect(qr.url).toBe("http://one-map.test/?region=150600&types=project&lang=zh-CN");
  expect(new Set(qr.rows.map((row) => row.length))).toEqual(new Set([qr.rows.length]));
});

test("the legend names only the marks and lines that the frame shows", async () => {
  const api = await seededApi();
  const said = async (search: string) =>
    JSON.stringify((await api.brief.sheet(aBrief({ blocks: ["legend"] }, search))).sheet.elements);
  expect(await said("")).toContain("特高压");
  expect(await said("")).toContain("水利枢纽");
  // 阿拉善盟 has projects, and neither a power line nor a dam near it.
  expect(await said("?region=152900")).not.toContain("特高压");
  expect(await said("?region=152900")).toContain("前期工作");
});
