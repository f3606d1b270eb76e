import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { cameraForView, NOMINAL_SIZE, project, type Size } from "#geo/camera.ts";
import { overviewDocument } from "#geo/picture/document.ts";
import { boxStyles, frameOf, shareOf } from "#geo/picture/frame.ts";
import { escapeText } from "#geo/picture/markup.ts";
import { overviewPicture } from "#geo/picture/overview.ts";
import { textEm } from "#geo/picture/placement.ts";
import { aPictureInput, features } from "./picture-input.ts";

const codesIn = (markup: string) =>
  [...markup.matchAll(/<path data-code="(\d{6})"/g)].map((found) => found[1]);
const notes = { asOf: "2012-07", reviewNumber: null, source: "界线 DataV.GeoAtlas/高德" };

/** Every tag closed in order, every attribute quoted: what an XML parser asks for. */
function expectWellFormed(markup: string) {
  const open: string[] = [];
  const rest = markup
    .replace(/<\?xml.*?\?>/, "")
    .replace(/<(\/?)([\w:]+)((?: [\w:-]+="[^"<]*")*)(\/?)>/g, (...tag) => {
      const [, closes, name, , empty] = tag;
      if (closes) expect(open.pop()).toBe(name);
      else if (!empty) open.push(String(name));
      return "";
    });
  expect(open).toEqual([]);
  expect(rest).not.toMatch(/[<>]/);
  expect(rest).not.toMatch(/&(?!amp;|lt;|gt;|quot;|#39;)/);
}

describe("the page's picture", () => {
  test("fills 12 leagues and the two planned cities after them, or all 103 counties", () => {
    const leagues = codesIn(overviewPicture(aPictureInput()).markup);
    expect(leagues).toHaveLength(14);
    expect(leagues.slice(12).toSorted()).toEqual(["150781", "152501"]);
    expect(codesIn(overviewPicture(aPictureInput("level=county")).markup)).toHaveLength(103);
  });

  test("asked for the counties of 2012, draws and names those of 2012", () => {
    const markup = overviewPicture(aPictureInput("level=county&layers=counties2012")).markup;
    expect(codesIn(markup)).toHaveLength(101);
    const near = "region=150600&level=county";
    expect(overviewPicture(aPictureInput(near)).markup).toContain("康巴什区");
    expect(overviewPicture(aPictureInput(`${near}&layers=counties2012`)).markup).not.toContain("康巴什区");
    // By league it is their lines that are asked for, whether or not today's are on.
    const lines = (layers: string) =>
      overviewPicture(aPictureInput(`region=150600&layers=${layers}`)).markup.match(/stroke="#A08A66"/g) ??
      [];
    expect(lines("-counties")).toHaveLength(0);
    expect(lines("-counties,counties2012")).toHaveLength(1);
  });

  test("every region says its name, value and unit", () => {
    const markup = overviewPicture(aPictureInput()).markup;
    expect(markup).toMatch(/data-code="150700"[^>]*><title>呼伦贝尔市，事项数 \d+ 项<\/title>/);
    const county = overviewPicture(aPictureInput("level=county")).markup;
    expect(county).toMatch(/data-code="150103"[^>]*><title>回民区，事项数 未提及<\/title>/);
  });

  test("a share says of how many, and a region that has none whether it is mentioned at all", () => {
    const input = aPictureInput("measure=started");
    const rows = [
      {
        code: "150100",
        n: 3,
        inferred: 0,
        stages: { construction: 1, preparation: 1, unstated: 1 },
        value: 0.5,
      },
      { code: "150200", n: 2, inferred: 0, stages: { unstated: 2 }, value: null },
      { code: "150300", n: 0, inferred: 0, stages: {}, value: null },
    ];
    const markup = overviewPicture({ ...input, progress: { ...input.progress, reporting: rows } }).markup;
    for (const said of ["呼和浩特市，开工率 50% n=2", "包头市，开工率 阶段未说明", "乌海市，开工率 未提及"]) {
      expect(markup).toContain(`<title>${said}</title>`);
    }
  });

  test("no data, a measured nothing and the lowest class look different", () => {
    const reporting = aPictureInput().progress.reporting.map((row) =>
      row.code === "150100" ? { ...row, value: null } : row.code === "150200" ? { ...row, value: 0 } : row,
    );
    const input = aPictureInput();
    const markup = overviewPicture({ ...input, progress: { ...input.progress, reporting } }).markup;
    const fillOf = (code: string) => new RegExp(`data-code="${code}"[^>]*? fill="([^"]+)"`).exec(markup)?.[1];
    const fills = ["150100", "150200", "150300"].map(fillOf);
    expect(fills[0]).toMatch(/^url\(#/);
    expect(new Set(fills).size).toBe(3);
  });

  test("is small: 120 KB, 40 KB packed, with nothing the CSP refuses", () => {
    const markup = overviewPicture(aPictureInput()).markup;
    expect(Buffer.byteLength(markup)).toBeLessThan(120_000);
    expect(gzipSync(markup).length).toBeLessThan(40_000);
    expect(markup).not.toMatch(/<script|<style|\son\w+=|javascript:|https?:\/\//i);
  });

  test("names and marks of some widths alone are of classes that the rules hide at the others", () => {
    const { markup, rules } = overviewPicture(aPictureInput());
    const classes = new Set(
      [...markup.matchAll(/<g class="([^"]+)"/g)].flatMap(([, names]) => names?.split(" ")),
    );
    expect(classes.size).toBeGreaterThan(4);
    const hidden = [
      ...rules.matchAll(/@container \(width(<|>=)([\d.]+)px\)\{\.((?:from|below)-(\d+))\{display:none\}\}/g),
    ];
    expect(hidden.map(([rule]) => rule).join("")).toBe(rules);
    expect(new Set(hidden.map(([, , , name]) => name))).toEqual(classes);
    for (const [, sign, px, name, tenths] of hidden) {
      expect(sign, name).toBe(name?.startsWith("from") ? "<" : ">=");
      expect(Number(px), name).toBeCloseTo(Number(tenths) / 10 - 0.05, 6);
    }
    // Where the size is known there is nothing to hide.
    expect(overviewPicture(aPictureInput("at=7/44/116")).rules).toBe("");
  });

  test("first seen are regions, borders, names and ports; lines, marks and what lies around come with the ground", () => {
    const { markup } = overviewPicture(aPictureInput());
    const parts = markup.split('<g data-with-ground="">').slice(1);
    const together = parts.map((part) => part.slice(0, endOf(part))).join("");
    expect(parts).toHaveLength(3);
    for (const said of ["锡盟—南京", "data-item=", "俄罗斯"]) expect(together).toContain(said);
    expect(together).not.toMatch(/呼伦贝尔市<|满洲里<|data-code/);
    for (const said of ["呼伦贝尔市", "满洲里", "策克口岸"])
      expect(markup.replace(together, "")).toContain(said);
  });

  test("the same input gives the same bytes, and is left as it was", () => {
    const input = aPictureInput("region=152500");
    const before = JSON.stringify(input);
    expect(overviewPicture(input)).toEqual(overviewPicture(aPictureInput("region=152500")));
    expect(JSON.stringify(input)).toBe(before);
  });

  test("a hostile name is text and nothing else", () => {
    const name = `"><script>alert('1')</script>&\u0000`;
    const input = aPictureInput("", {
      features: {
        ...features,
        points: features.points.map((point) => ({ ...point, name, item: `x" onload="y` })),
        corridors: features.corridors.map((corridor) => ({ ...corridor, name })),
      },
    });
    const markup = overviewPicture(input).markup;
    expect(markup).not.toContain("<script");
    expect(markup).not.toContain('onload="y');
    expect(markup).toContain(escapeText(name));
    expectWellFormed(markup);
  });

  test.each(["", "level=county", "region=152500", "at=7/44/116", "region=150302&lang=en"])(
    "is well formed for %j, in both themes",
    (search) => {
      for (const theme of ["light", "dark"] as const) {
        expectWellFormed(overviewPicture(aPictureInput(search, { theme })).markup);
      }
    },
  );

  test("a policy has a mark only while it is picked, as on the map", () => {
    const marked = (search: string) =>
      [...overviewPicture(aPictureInput(search)).markup.matchAll(/<svg[^>]*data-item="([^"]+)"/g)].map(
        ([, id]) => id,
      );
    expect(marked("")).toEqual(["S-1.4-19"]);
    expect(marked("item=S-1.2-21").toSorted()).toEqual(["S-1.2-21", "S-1.4-19"]);
    expect(marked("layers=-projects")).toEqual([]);
  });

  test("a corridor of the item picked is drawn though its kind is off, as on the map", () => {
    const drawn = (search: string) =>
      overviewPicture(aPictureInput(search)).markup.includes("锡盟—南京特高压");
    expect(drawn("layers=-uhv")).toBe(false);
    expect(drawn("layers=-uhv&item=S-1.4-14")).toBe(true);
  });

  test("is cheap to paint: near or far it has no filter, mask, clip or gradient", () => {
    for (const search of ["", "at=7/44/116", "region=150302", "level=county&measure=started"]) {
      expect(overviewPicture(aPictureInput(search)).markup).not.toMatch(/filter|mask|clip|[gG]radient/);
    }
  });

  test("a line says where it stands, that it is schematic and how far off; that of the item picked glows", () => {
    const markup = (search: string) => overviewPicture(aPictureInput(search)).markup;
    const glows = (search: string) => markup(search).match(/stroke-opacity="0.32"/g)?.length ?? 0;
    expect(/<g data-item="S-1.4-14".*?<\/g>/.exec(markup(""))?.[0]).toContain(
      "<title>锡盟—南京特高压 · 前期工作 · 示意 · ± 40 km</title>",
    );
    expect([glows(""), glows("item=S-1.4-14")]).toEqual([0, 1]);
  });

  test("layers switched off are not drawn", () => {
    const markup = overviewPicture(aPictureInput("layers=-relief,-uhv,-projects,-ports,-labels")).markup;
    expect(markup).not.toContain("relief");
    expect(markup).not.toContain("data-item");
    expect(markup).not.toContain("<text");
  });
});

describe("the place of the frame", () => {
  /** Of `max(px,min(cqw,cqh,px))`, the only form that the frame's width has. */
  const px = (expression: string, box: Size): number => {
    const [, least, terms = ""] = /^max\(([\d.]+)px,min\((.*)\)\)$/.exec(expression) ?? [];
    const unit = { cqw: box.width / 100, cqh: box.height / 100, px: 1 };
    const values = terms.split(",").map((term) => {
      const [, value, name] = /^([\d.]+)(cqw|cqh|px)$/.exec(term) ?? [];
      return Number(value) * unit[name as keyof typeof unit];
    });
    return Math.max(Number(least), Math.min(...values));
  };

  test.each([
    ["", 710, 678],
    ["", 1264, 990],
    ["region=152500", 785, 836],
    ["region=150302", 1264, 990],
    ["", 1900, 500],
    ["", 320, 480],
    ["", 844, 180],
  ])("by CSS is that of the map's camera, to 0.1 px: %j at %i×%i", (search, width, height) => {
    const { view, regions } = aPictureInput(search);
    const size = { width, height };
    const frame = frameOf(view, regions, NOMINAL_SIZE);
    const { padding } = frame;
    const box = {
      width: width - padding.left - padding.right,
      height: height - padding.top - padding.bottom,
    };
    const styles = boxStyles(frame).inner;
    const inner = px(styles.width ?? "", box);
    const tall = inner / Number(styles.aspectRatio);
    const camera = cameraForView(view, regions, size);
    const shown = regions.find(({ code }) => code === (view.region ?? "150000"));
    const [west, south, east, north] = shown?.bbox ?? [0, 0, 0, 0];
    for (const at of [[west, north], [east, south], shown?.anchor ?? [0, 0]] as const) {
      const [x, y] = shareOf(frame, at);
      const [mapX, mapY] = project(at, camera, size);
      expect(Math.abs(padding.left + (box.width - inner) / 2 + x * inner - mapX)).toBeLessThan(0.1);
      expect(Math.abs(padding.top + (box.height - tall) / 2 + y * tall - mapY)).toBeLessThan(0.1);
    }
  });

  test("of a reader's own camera is fixed about the middle of the window", () => {
    const { view, regions } = aPictureInput("at=7/44/116");
    const size = { width: 900, height: 700 };
    const { left, top, width, height } = boxStyles(frameOf(view, regions, NOMINAL_SIZE)).inner;
    const offset = (text = "") => Number(/- (-?[\d.]+)px/.exec(text)?.[1]);
    const frame = frameOf(view, regions, NOMINAL_SIZE);
    const at = [117, 43] as const;
    const [x, y] = shareOf(frame, at);
    const [mapX, mapY] = project(at, { zoom: 7, lat: 44, lon: 116 }, size);
    expect(size.width / 2 - offset(left) + x * Number.parseFloat(width ?? "")).toBeCloseTo(mapX, 1);
    expect(size.height / 2 - offset(top) + y * Number.parseFloat(height ?? "")).toBeCloseTo(mapY, 1);
  });
});

describe("the overview as a document", () => {
  test("carries title, date, classes, scale, source and the review line", () => {
    const svg = overviewDocument(aPictureInput(), { width: 1100, height: 800 }, notes);
    expectWellFormed(svg);
    for (const said of ["<title>", "2012-07", "7–9", "10+", "公里", notes.source, "未经审图"]) {
      expect(svg).toContain(said);
    }
    expect(svg).toMatch(
      /^<\?xml[^>]*\?>\n<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" width="1100" height="800"/,
    );
  });

  test("a 审图号 stands in place of the lack of one", () => {
    const input = aPictureInput();
    const svg = overviewDocument(input, NOMINAL_SIZE, { ...notes, reviewNumber: "蒙S(2026)001号" });
    expect(svg).toContain("蒙S(2026)001号");
    expect(svg).not.toContain("未经审图");
  });

  test("a long source and address are set smaller, never cut", () => {
    const source =
      "DataV.GeoAtlas / AMap 高德 · OpenStreetMap contributors (ODbL) · Natural Earth · NASA ".repeat(3);
    const url = `http://intranet.test/?${"regions=150100,".repeat(20)}`;
    const svg = overviewDocument(aPictureInput(), NOMINAL_SIZE, { ...notes, source, url });
    const sizeOf = (text: string) =>
      Number(
        new RegExp(`font-size="([\\d.]+)"[^>]*>${text.slice(0, 20).replace(/[?.()/]/g, "\\$&")}`).exec(
          svg,
        )?.[1],
      );
    for (const text of [source, url]) {
      expect(svg).toContain(escapeText(text));
      expect(textEm(text, false) * sizeOf(text)).toBeLessThanOrEqual(NOMINAL_SIZE.width);
    }
  });

  test("the legend shows only what is on", () => {
    const svg = overviewDocument(aPictureInput("layers=-uhv,-ports"), NOMINAL_SIZE, notes);
    expect(svg).not.toContain("特高压");
    expect(svg).not.toContain(">口岸<");
    expect(svg).toContain(">前期工作<");
    expect(svg).not.toContain(">建成投用<");
  });
});

/** Where the group ends whose content begins the markup. */
function endOf(markup: string): number {
  let depth = 1;
  for (const { 0: tag, index } of markup.matchAll(/<g\b|<\/g>/g)) {
    depth += tag === "</g>" ? -1 : 1;
    if (depth === 0) return index;
  }
  return markup.length;
}
