import type { MapGeoJSONFeature } from "maplibre-gl";
import { describe, expect, test } from "vitest";
import { hitAt } from "../../../client/map/hit.ts";

const area = (sourceLayer: string, id: number) =>
  ({
    source: "admin",
    sourceLayer,
    id,
    properties: {},
    geometry: { type: "Polygon", coordinates: [] },
  }) as unknown as MapGeoJSONFeature;
const mark = (properties: Record<string, unknown>) =>
  ({
    source: "ledger",
    properties,
    geometry: { type: "Point", coordinates: [121, 49] },
  }) as unknown as MapGeoJSONFeature;

const HULUNBUIR = area("league", 150700);
const MANZHOULI = area("city", 150781);
const overview = { region: null, level: "league" } as const;

describe("a click on an area", () => {
  test("means the league at overview", () => {
    expect(hitAt([HULUNBUIR], overview)).toEqual({ kind: "region", code: "150700" });
  });

  test("means the planned city where it lies over its league", () => {
    expect(hitAt([MANZHOULI, HULUNBUIR], overview)).toEqual({ kind: "region", code: "150781" });
  });

  test("means the county inside a league that is drilled into, and the league beside it", () => {
    const drilled = { region: "150700", level: "league" } as const;
    const county = area("county", 150726);
    expect(hitAt([HULUNBUIR, county], drilled)).toEqual({ kind: "region", code: "150726" });
    expect(hitAt([area("league", 152200), area("county", 152221)], drilled)).toEqual({
      kind: "region",
      code: "152200",
    });
  });

  test("means the county where counties are what is coloured", () => {
    expect(hitAt([area("county", 150726)], { region: null, level: "county" })).toEqual({
      kind: "region",
      code: "150726",
    });
  });

  test("means nothing outside the region", () => {
    expect(hitAt([], overview)).toBeNull();
  });
});

describe("a click on a mark", () => {
  test("means its item, whatever lies beneath", () => {
    const point = mark({ draw: "point", item: "S-1.4-19", of: "S-1.4-19/pl-zhadun" });
    expect(hitAt([HULUNBUIR, point], overview)).toEqual({
      kind: "item",
      id: "S-1.4-19",
      mark: "S-1.4-19/pl-zhadun",
    });
  });

  test("goes before a line that crosses it", () => {
    const line = mark({ draw: "corridor", item: "S-1.4-20", of: "c-yinchuo" });
    const point = mark({ draw: "point", item: "S-1.3-06.1", of: "S-1.3-06.1/pl-wendegen" });
    expect(hitAt([line, point], overview)).toMatchObject({ kind: "item", id: "S-1.3-06.1" });
    expect(hitAt([line], overview)).toEqual({ kind: "item", id: "S-1.4-20", mark: "c-yinchuo" });
  });

  test("means a badge's opening zoom where it holds several", () => {
    expect(hitAt([mark({ draw: "cluster", count: 3, opens: 7 })], overview)).toEqual({
      kind: "cluster",
      count: 3,
      at: [121, 49],
      opens: 7,
    });
  });

  test("means the city where the mark is its port, and the area where a port is no city", () => {
    expect(hitAt([mark({ draw: "port", code: "150781" }), HULUNBUIR], overview)).toEqual({
      kind: "region",
      code: "150781",
    });
    expect(hitAt([mark({ draw: "port" }), area("league", 152900)], overview)).toEqual({
      kind: "region",
      code: "152900",
    });
  });
});
