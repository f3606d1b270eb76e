import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { LEDGER_COLUMNS } from "#domain/export/columns.ts";
import type { ItemDetail, ItemPage, ItemRow } from "#domain/query.ts";
import { ask, callUrl, type Served, serve, unknownErrors } from "../serve.ts";
import { parseCsv, tableOf } from "./parse-csv.ts";

let served: Served;
beforeAll(async () => {
  served = await serve();
});
afterAll(async () => {
  await served.stop();
  expect(unknownErrors(served)).toEqual([]);
});

const read = async <T>(path: string, input: unknown) =>
  JSON.parse((await ask(callUrl(served, path, input))).text).result.data as T;
const file = (format: string, query = "", headers: Record<string, string> = {}) =>
  ask(`${served.url}/export/ledger.${format}${query}`, { headers });
const csv = async (query = "", headers = {}) => tableOf(parseCsv((await file("csv", query, headers)).text));

type Feature = {
  id: string;
  geometry: { type: string; coordinates: unknown } | null;
  properties: ItemDetail;
};
const geojson = async (query = "") =>
  JSON.parse((await file("geojson", query)).text) as Record<string, unknown> & { features: Feature[] };

/** What the API lists for a filter, both nouns, in the source's order. */
async function listed(filter: object): Promise<ItemRow[]> {
  const pages = await Promise.all(
    ["project.list", "policy.list"].map((path) => read<ItemPage>(path, { filter, limit: 200 })),
  );
  return pages.flatMap((page) => page.items);
}

describe("CSV", () => {
  test("holds all 126 items of the ledger under its heads, each as the API has it", async () => {
    const rows = await csv();
    expect(rows).toHaveLength(126);
    expect(new Set(rows.map((row) => row.编号)).size).toBe(126);
    const items = await listed({});
    expect(
      rows
        .filter((row) => row.单独计数 === "是")
        .map((row) => row.编号)
        .sort(),
    ).toEqual(items.map((item) => item.id).sort());
    for (const item of items.slice(0, 40)) {
      const detail = await read<ItemDetail>(`${item.noun}.get`, { id: item.id });
      const row = rows.find((one) => one.编号 === item.id);
      const codes = (basis: string) =>
        detail.regions
          .filter((region) => region.basis === basis)
          .map((region) => region.code)
          .join("；");
      expect(row).toMatchObject({
        事项: detail.title,
        阶段原词: detail.stageWords,
        阶段可作他解: detail.stageBasis === "ambiguous" ? "是" : "否",
        "地区代码（原文）": codes("stated"),
        "地区代码（推断）": codes("inferred"),
        原文: detail.sources[0]?.quote,
        "起（码点）": String(detail.sources[0]?.start),
        最早期限: item.due ?? "",
        截至: "2012-07",
        审图号: "内部工作用图 · 未经审图",
      });
    }
  });

  test("parts stand after the item they count by", async () => {
    const ids = (await csv()).map((row) => row.编号);
    expect(ids.slice(ids.indexOf("S-1.4-10"), ids.indexOf("S-1.4-10") + 3)).toEqual([
      "S-1.4-10",
      "S-1.4-10.1",
      "S-1.4-10.2",
    ]);
  });

  test("holds what the view's filter finds, the region drilled into and the words searched for", async () => {
    for (const [query, filter] of [
      ["?region=150600", { within: "150600" }],
      ["?types=project&stages=construction", { types: ["project"], stages: ["construction"] }],
      ["?q=%E5%8F%A3%E5%B2%B8&basis=stated", { text: "口岸", basis: ["stated"] }],
    ] as const) {
      const rows = (await csv(query)).filter((row) => row.单独计数 === "是");
      const ids = (await listed(filter)).map((item) => item.id);
      expect(ids.length).toBeGreaterThan(0);
      expect(rows.map((row) => row.编号).sort()).toEqual(ids.sort());
    }
  });

  test("keeps the order of the view", async () => {
    const ids = (await csv("?types=project&sort=-title")).filter((row) => row.单独计数 === "是");
    const page = await read<ItemPage>("project.list", {
      sort: { by: "title", descending: true },
      limit: 200,
    });
    expect(ids.map((row) => row.编号)).toEqual(page.items.map((item) => item.id));
  });

  test("a view with nothing in it gives the heads and no row", async () => {
    for (const query of ["?types=", "?q=%E6%B2%A1%E6%9C%89%E8%BF%99%E4%B8%AA", "?asof=1999-01"]) {
      const lines = parseCsv((await file("csv", query)).text);
      expect(lines).toHaveLength(1);
      expect(lines[0]?.slice(0, LEDGER_COLUMNS.length)).toEqual(
        LEDGER_COLUMNS.map(({ head }) => head["zh-CN"]),
      );
    }
  });

  test("speaks English where the address or the cookie does", async () => {
    const rows = await csv("?lang=en");
    expect(rows[0]).toMatchObject({ "Map review number": "Internal working map · not reviewed" });
    expect(rows.find((row) => row.ID === "S-1.4-15")?.["Stage on the ladder"]).toBe("Under construction");
    expect(Object.keys((await csv("", { Cookie: "lang=en" }))[0] ?? {})).toEqual(Object.keys(rows[0] ?? {}));
  });
});

describe("GeoJSON", () => {
  test("has every item as a feature, with the geometry that the API has of it", async () => {
    const { type, features, ...members } = await geojson();
    expect(type).toBe("FeatureCollection");
    expect(features).toHaveLength(126);
    expect(members).toMatchObject({ asOf: "2012-07", mapReview: "内部工作用图 · 未经审图", count: 126 });
    for (const id of ["S-1.3-03", "S-1.4-14", "S-1.4-16", "S-1.4-04"]) {
      const detail = await read<ItemDetail>("project.get", { id });
      const feature = features.find((one) => one.id === id);
      const { marks, lines } = detail.geometry;
      const parts = [...marks.map((mark) => mark.at), ...lines.map((line) => line.path)];
      const coordinates = parts.length === 1 ? parts[0] : parts;
      expect(feature?.geometry?.coordinates ?? []).toEqual(coordinates);
      expect(feature?.properties.sources[0]).toMatchObject({
        quote: detail.sources[0]?.quote,
        start: detail.sources[0]?.start,
        end: detail.sources[0]?.end,
      });
      expect(feature?.properties.regions.map(({ code, basis }) => ({ code, basis }))).toEqual(detail.regions);
    }
    const line = features.find((one) => one.id === "S-1.4-14")?.properties;
    expect(line).toMatchObject({ schematic: true, geometryKind: "line" });
    expect(features.find((one) => one.id === "S-1.4-04")).toMatchObject({ geometry: null });
  });

  test("an empty view is an empty collection that says what was asked", async () => {
    const empty = await geojson("?types=");
    expect(empty).toMatchObject({ features: [], count: 0, filter: ["类型：（一个也不选）"] });
  });
});

describe("any file", () => {
  test("is named by its day in UTF-8, with a plain name beside it", async () => {
    const { headers } = await file("csv");
    const name = encodeURIComponent("一张图-台账-2012-07-24.csv");
    expect(headers["content-disposition"]).toBe(
      `attachment; filename="one-map-ledger-2012-07-24.csv"; filename*=UTF-8''${name}`,
    );
    expect(headers["content-type"]).toBe("text/csv; charset=utf-8; header=present");
    expect((await file("geojson", "?lang=en")).headers["content-disposition"]).toContain(
      "filename*=UTF-8''one-map-ledger-2012-07-24.geojson",
    );
  });

  test("is not sent again to who has it, unless the language has changed since", async () => {
    const { etag = "" } = (await file("csv")).headers;
    const again = { "If-None-Match": etag };
    expect((await file("csv", "", again)).status).toBe(304);
    expect((await file("csv", "?types=project", again)).status).toBe(200);
    expect((await file("csv", "", { ...again, Cookie: "lang=en" })).status).toBe(200);
  });

  test("treats what cannot be understood as the page does", async () => {
    const whole = (await csv()).length;
    expect(await csv("?region=159999&lang=xx&sort=nonsense&asof=2012-13")).toHaveLength(whole);
    expect(await csv("?stages=nonsense&regions=159998")).toHaveLength(0);
    expect((await file("csv", "?q=%00%22%3C/script%3E&at=a/b/c&types=%FF")).status).toBe(200);
  });

  test("is refused to another method and absent at another address", async () => {
    const headers = { Origin: served.url };
    expect((await ask(`${served.url}/export/ledger.csv`, { method: "POST", headers })).status).toBe(404);
    expect((await file("xls")).status).toBe(404);
  });
});
