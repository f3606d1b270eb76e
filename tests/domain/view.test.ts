import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { DEFAULT_VIEW, effectiveFilter, formatView, parseView, zView } from "#domain/view.ts";
import { aView } from "./arbitraries.ts";

describe("the URL is the view", () => {
  test("what is formatted is parsed back, for any valid view", () => {
    fc.assert(
      fc.property(aView, (view) => {
        expect(parseView(formatView(view))).toEqual(view);
      }),
      { numRuns: 1000 },
    );
  });

  test("parsing never throws, and gives a valid view that its address says again", () => {
    const key = fc.constantFrom(
      "region",
      "level",
      "at",
      "q",
      "sort",
      "layers",
      "doc",
      "units",
      "asof",
      "item",
    );
    const anySearch = fc
      .array(fc.tuple(key, fc.string({ unit: "binary" })))
      .map((pairs) =>
        pairs.map(([name, value]) => `${name}=${encodeURIComponent(value.toWellFormed())}`).join("&"),
      );
    fc.assert(
      fc.property(fc.oneof(anySearch, fc.string()), (search) => {
        const view = parseView(search);
        expect(zView.safeParse(view).error).toBeUndefined();
        expect(parseView(formatView(view))).toEqual(view);
      }),
      { numRuns: 1000 },
    );
  });

  test("the default view is the empty address", () => {
    expect(formatView(DEFAULT_VIEW)).toBe("");
    expect(parseView("")).toEqual(DEFAULT_VIEW);
  });

  test("an empty list means none, an absent one sets no limit", () => {
    expect(parseView("types=").filter).toEqual({ types: [] });
    expect(formatView({ ...DEFAULT_VIEW, filter: { types: [] } })).toBe("types=");
    expect(parseView("").filter).toEqual({});
  });

  test("unknown members drop out and repeated ones stand once", () => {
    expect(parseView("types=project,castle,project&regions=150700,9,110000").filter).toEqual({
      types: ["project"],
      regions: ["150700"],
    });
  });

  test.each([
    ["level", "level=street", "level"],
    ["measure", "measure=hope", "measure"],
    ["camera", "at=5/44", "camera"],
    ["camera", "at=5/44/112/1", "camera"],
    ["camera", "at=-0/44/112", "camera"],
    ["camera", "at=5//112", "camera"],
    ["camera", "at=1e9/44/112", "camera"],
    ["item", "item=S-9", "item"],
    ["sort", "sort=-colour", "sort"],
    ["reading", "doc=im-2012-07-24:x-3", "reading"],
    ["month", "asof=2012-13", "asOf"],
    ["month to compare with", "against=2012-6", "against"],
    ["region", "region=110000", "region"],
  ] as const)("a %s that cannot be understood (%s) falls back to its default", (_what, search, key) => {
    expect(parseView(search)[key]).toEqual(DEFAULT_VIEW[key]);
  });

  test("empty text is no text", () => {
    expect(parseView("q=").filter).toEqual({});
    expect(formatView({ ...DEFAULT_VIEW, filter: { text: "" } })).toBe("");
  });

  test("text cut in the middle of a character still has an address", () => {
    const view = parseView(`q=${"a".repeat(199)}%F0%A0%80%80`);
    expect(view.filter.text).toHaveLength(200);
    expect(parseView(formatView(view))).toEqual(view);
  });

  test("an address reads as a person would write it", () => {
    const view = parseView("region=152500&types=pilot,plan&at=4.63/44.1/112.4&doc=im-2012-07-24:1833-1866");
    expect(formatView(view)).toBe(
      "region=152500&types=pilot,plan&at=4.63/44.1/112.4&doc=im-2012-07-24:1833-1866",
    );
  });

  test("layers name only what differs from the default", () => {
    const view = parseView("layers=-water,later,-nothing");
    expect(view.layers).toContain("later");
    expect(view.layers).not.toContain("water");
    expect(view.layers).toHaveLength(DEFAULT_VIEW.layers.length);
    expect(formatView(view)).toBe("layers=-water,later");
  });

  test("the region drilled into narrows the reader's own filter, and replaces none of it", () => {
    const filter = { regions: ["150100"], types: ["plan" as const] };
    expect(effectiveFilter({ filter, region: "152500" })).toEqual({ ...filter, within: "152500" });
    expect(effectiveFilter({ filter, region: null })).toBe(filter);
  });
});
