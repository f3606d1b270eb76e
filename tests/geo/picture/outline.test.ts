import { describe, expect, test } from "vitest";
import { NOMINAL_SIZE } from "#geo/camera.ts";
import { frameOf, gridHeight } from "#geo/picture/frame.ts";
import { detailAt, dotsPath, outlineOf } from "#geo/picture/outline.ts";
import { readTopology } from "#geo/read.ts";
import type { AdminTopology } from "#geo/topology.ts";
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

type Dot = [x: number, y: number];
type Segment = [from: Dot, to: Dot];

/** Straight pieces of the leagues' borders within the frame, on its grid. */
function segmentsOf(search: string, topology: AdminTopology): Segment[] {
  const { view, regions } = aPictureInput(search);
  const frame = frameOf(view, regions, NOMINAL_SIZE);
  const lines = outlineOf(topology, frame, ["lines"]).lines.filter(({ id }) => id !== "prov-other");
  return lines
    .filter(({ id }) => id !== "county")
    .flatMap(({ path }) =>
      path.split("M").flatMap((run) => {
        const steps = run.match(/-?\d+/g)?.map(Number) ?? [];
        const dots: Dot[] = [];
        for (let index = 0; index + 1 < steps.length; index += 2) {
          const [x, y] = dots.at(-1) ?? [0, 0];
          dots.push([x + (steps[index] ?? 0), y + (steps[index + 1] ?? 0)]);
        }
        return dots.slice(1).map((to, index): Segment => [dots[index] ?? to, to]);
      }),
    )
    .filter(([[x, y]]) => x > 0 && y > 0 && x < frame.grid && y < gridHeight(frame));
}

function distance([x, y]: Dot, [[fromX, fromY], [toX, toY]]: Segment): number {
  const [dx, dy] = [toX - fromX, toY - fromY];
  const share = ((x - fromX) * dx + (y - fromY) * dy) / (dx * dx + dy * dy || 1);
  const t = Math.max(0, Math.min(1, share));
  return Math.hypot(x - fromX - t * dx, y - fromY - t * dy);
}

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

  test("lies within a pixel of the finest, near and far, but for a hundredth of its length", () => {
    for (const [search, detail] of [
      ["", "lo"],
      ["region=150700", "mid"],
      ["at=6.2/49/121", "mid"],
    ] as const) {
      const { view, regions } = aPictureInput(search);
      const frame = frameOf(view, regions, NOMINAL_SIZE);
      expect(detailAt(frame.nominal.zoom)).toBe(detail);
      const drawn = segmentsOf(search, readTopology(detail));
      const fine = segmentsOf(search, readTopology("hi")).filter((_, index) => index % 7 === 0);
      const px = frame.nominal.width / frame.grid;
      const off = fine.filter(([at]) => drawn.every((segment) => distance(at, segment) * px > 1));
      expect(off.length / fine.length).toBeLessThan(0.02);
    }
  });

  test("an arc that no window shows is straight, and joins its neighbours where it did", () => {
    const near = outlineFor("region=150302").province[0]?.path ?? "";
    const far = outlineFor("").province[0]?.path ?? "";
    expect(near.length).toBeLessThan(far.length / 3);
    expect(near.match(/M/g)?.length).toBe(near.match(/z/g)?.length);
  });

  test("a window deep inside one county, meeting none of its edges, still has its fill", () => {
    const outline = outlineFor("at=12/41.9/101.9");
    expect(outline.leagues.map(({ id }) => id)).toEqual(["152900"]);
  });
});
