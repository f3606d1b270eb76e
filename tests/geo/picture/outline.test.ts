import { describe, expect, test } from "vitest";
import { frameOf } from "#geo/picture/frame.ts";
import { dotsPath, outlineOf } from "#geo/picture/outline.ts";
import { aPictureInput } from "./picture-input.ts";

const outlineFor = (search: string) => {
  const { view, regions, topology } = aPictureInput(search);
  return outlineOf(topology, frameOf(view, regions, { width: 785, height: 836 }), [
    "counties",
    "leagues",
    "province",
    "neighbours",
    "lines",
  ]);
};

test("steps are relative, and no space stands before a minus", () => {
  const ring = [
    [0, 0],
    [10, 5],
    [8, -5],
    [0, 0],
  ] as const;
  expect(dotsPath(ring, true)).toBe("M0 0l10 5-2-10z");
  expect(dotsPath(ring, false)).toBe("M0 0l10 5-2-10-8 5");
  expect(dotsPath([], true)).toBe("");
});

describe("outlineOf", () => {
  test("at overview every region is there, and the whole spans the grid from edge to edge", () => {
    const outline = outlineFor("");
    expect(outline.counties).toHaveLength(103);
    expect(outline.leagues).toHaveLength(12);
    expect(outline.lines.map(({ id }) => id).toSorted()).toEqual([
      "county",
      "league",
      "nation",
      "prov",
      "prov-other",
    ]);
    const xs: number[] = [];
    let x = 0;
    for (const [, command, dx] of (outline.province[0]?.path ?? "").matchAll(
      /([Ml ]|(?<=\d)(?=-))(-?\d+)[ ]?-?\d+/g,
    )) {
      x = command === "M" ? Number(dx) : x + Number(dx);
      xs.push(x);
    }
    expect(Math.min(...xs)).toBeLessThanOrEqual(2);
    // The outline is simplified, the frame is that of the true one: a fifth of a per cent.
    expect(Math.max(...xs)).toBeGreaterThanOrEqual(8192 * 0.998);
    expect(Math.max(...xs)).toBeLessThanOrEqual(8193);
  });

  test("near a small region what no window can show is left out", () => {
    const codes = outlineFor("region=150302").counties.map(({ id }) => id);
    expect(codes).toContain("150302");
    expect(codes).not.toContain("150781");
  });

  test("a window deep inside one county, meeting none of its edges, still has its fill", () => {
    const outline = outlineFor("at=12/41.9/101.9");
    expect(outline.leagues.map(({ id }) => id)).toEqual(["152900"]);
  });
});
