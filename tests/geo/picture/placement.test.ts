import { describe, expect, test } from "vitest";
import {
  beside,
  blockSize,
  type Candidate,
  near,
  placeLabels,
  type TextBlock,
  textEm,
} from "#geo/picture/placement.ts";

const aName = (text: string): { block: TextBlock } => ({
  block: { lines: [[{ text, size: 1 }]], spacing: 0, leading: 1.2 },
});
const name = (text: string, x: number, y: number, always: boolean): Candidate<{ block: TextBlock }> => ({
  labels: [aName(text)],
  x,
  y,
  spots: near([0.8, 1.6]),
  always,
});

test("a Han character is one em wide, a digit little more than half", () => {
  expect(textEm("呼伦贝尔市", true)).toBe(5);
  expect(textEm("12", false)).toBeCloseTo(1.16, 9);
});

test("a block is as wide as its widest line and as high as all of them", () => {
  const block = {
    lines: [[{ text: "通辽市", size: 1 }], [{ text: "2", size: 0.5 }]],
    spacing: 0,
    leading: 1.2,
  };
  expect(blockSize(block, 10)).toEqual({ width: 30, height: 18 });
});

describe("placeLabels", () => {
  test("a second name gives way to the first", () => {
    const [first, second] = placeLabels(
      [name("通辽", 50, 50, false), name("赤峰", 50, 52, false)],
      [],
      10,
      null,
    );
    expect(first?.spot).toMatchObject({ dx: 0, dy: 0 });
    expect(second?.spot).not.toMatchObject({ dx: 0, dy: 0 });
  });

  test("a name that may be left out is left out where no spot is free; one that must stand stands", () => {
    const crowd = [name("一二三四五六七八九十", 50, 50, false)];
    const wall = [{ left: -500, top: -500, right: 500, bottom: 500 }];
    expect(placeLabels(crowd, wall, 10, null)).toEqual([]);
    expect(placeLabels([name("呼和浩特", 50, 50, true)], wall, 10, null)).toHaveLength(1);
  });

  test("a name that must stand may cover a mark, but never another name", () => {
    const long = name("一二三四五六七八九十一二三四五六七八九十", 50, 50, true);
    const [first, second] = [0, 0.2].map((dy) => ({
      ...long,
      spots: [{ anchor: "middle", dx: 0, dy }] as const,
    }));
    if (!first || !second) throw new Error("two names");
    expect(placeLabels([first, second], [], 10, null)).toHaveLength(1);
  });

  test("a name that must stand is let in before one that can give way to it", () => {
    const wide = name("一二三四五六七八九十", 50, 50, true);
    const fixed = { ...wide, spots: [{ anchor: "middle", dx: 0, dy: 0.2 }] as const };
    const placed = placeLabels([wide, fixed], [], 10, null);
    expect(placed.map(({ spot }) => spot.dy)).toEqual([0.2, -1.6]);
  });

  test("a shorter form is taken where the name in full would have to stand far away", () => {
    const wall = [{ left: 70, top: 0, right: 100, bottom: 100 }];
    const spots = near([3]);
    const labels = [aName("呼和浩特市"), aName("呼市")];
    const [placed] = placeLabels([{ labels, x: 50, y: 50, spots, always: false }], wall, 10, null);
    expect(placed).toMatchObject({ label: labels[1], spot: { dx: 0, dy: 0 } });
    const [alone] = placeLabels([{ labels, x: 50, y: 50, spots, always: false }], [], 10, null);
    expect(alone?.label).toBe(labels[0]);
  });

  test("no name leaves the bounds if a spot within them is free", () => {
    const [placed] = placeLabels(
      [{ ...name("二连浩特", 12, 50, false), spots: [...beside(1)].reverse() }],
      [],
      10,
      { left: 0, top: 0, right: 100, bottom: 100 },
    );
    expect(placed?.box.left).toBeGreaterThanOrEqual(0);
    expect(placed?.box.right).toBeLessThanOrEqual(100);
  });
});
