import fc from "fast-check";
import { expect, test } from "vitest";
import { cropOf, partsOf } from "../../../client/brief/parts-of.ts";

const aSize = fc.record({ width: fc.integer({ min: 1, max: 60 }), height: fc.integer({ min: 1, max: 60 }) });

test("parts have every pixel of the whole and none beside it, and none is longer than the limit", () => {
  fc.assert(
    fc.property(aSize, fc.integer({ min: 1, max: 70 }), ({ width, height }, limit) => {
      const times = new Uint8Array(width * height);
      for (const part of partsOf({ width, height }, limit)) {
        expect(Math.max(part.width, part.height)).toBeLessThanOrEqual(limit);
        expect(part.x + part.width).toBeLessThanOrEqual(width);
        expect(part.y + part.height).toBeLessThanOrEqual(height);
        for (let y = part.y; y < part.y + part.height; y += 1) {
          for (let x = part.x; x < part.x + part.width; x += 1)
            times[y * width + x] = 1 + (times[y * width + x] ?? 0);
        }
      }
      expect(times.every((count) => count > 0)).toBe(true);
    }),
  );
});

test("parts are all of one size, and have a row or a column of their neighbours at most", () => {
  fc.assert(
    fc.property(aSize, fc.integer({ min: 1, max: 70 }), (whole, limit) => {
      const parts = partsOf(whole, limit);
      expect(new Set(parts.map(({ width, height }) => `${width} ${height}`)).size).toBe(1);
      const [{ width, height } = whole] = parts;
      for (const [starts, length] of [
        [new Set(parts.map(({ x }) => x)), width],
        [new Set(parts.map(({ y }) => y)), height],
      ] as const) {
        const sorted = [...starts].sort((a, b) => a - b);
        for (const [index, start] of sorted.slice(1).entries())
          expect(start - (sorted[index] ?? 0)).toBeGreaterThanOrEqual(length - 1);
      }
    }),
  );
});

test("a picture within the limit is one part", () => {
  expect(partsOf({ width: 4096, height: 2896 }, 4096)).toEqual([{ x: 0, y: 0, width: 4096, height: 2896 }]);
});

test("A3 at 300 dpi is two parts where the limit is 4096, and not a wide one and a strip", () => {
  expect(partsOf({ width: 4961, height: 3508 }, 4096)).toEqual([
    { x: 0, y: 0, width: 2481, height: 3508 },
    { x: 2480, y: 0, width: 2481, height: 3508 },
  ]);
});

test("a part's crop takes its corners to the corners of clip space", () => {
  const whole = { width: 101, height: 67 };
  for (const part of partsOf(whole, 30)) {
    const [sx, sy, ox, oy] = cropOf(whole, part);
    const at = (x: number, y: number) => [
      ((x / whole.width) * 2 - 1) * sx + ox,
      (1 - (y / whole.height) * 2) * sy + oy,
    ];
    const near = ([x = 0, y = 0]: number[]) =>
      [Math.fround(x).toFixed(9), Math.fround(y).toFixed(9)].map(Number);
    expect(near(at(part.x, part.y))).toEqual([-1, 1]);
    expect(near(at(part.x + part.width, part.y + part.height))).toEqual([1, -1]);
  }
});

test("the whole's crop changes nothing", () => {
  const whole = { width: 4961, height: 3508 };
  expect(cropOf(whole, { x: 0, y: 0, ...whole })).toEqual([1, 1, 0, 0]);
});
