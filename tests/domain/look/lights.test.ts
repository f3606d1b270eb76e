import { describe, expect, test } from "vitest";
import { PALETTE, type Theme } from "#domain/look/palette.ts";
import { ciede2000, type Lab, labOf, linearRgb, type Rgb } from "./color-difference.ts";

/** Least difference by which two lights are told apart from six metres (STANDARDS of the wall). */
const LEAST = 15;

/**
 * Whole loss of one kind of cone, on linear sRGB: Machado, Oliveira and Fernandes, "A Physiologically-based Model for
 * Simulation of Color Vision Deficiency", IEEE TVCG 15 (2009), table of severity 1.0.
 */
const EYES: Record<string, readonly [Rgb, Rgb, Rgb]> = {
  "full colour vision": [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

function seen(color: string, eyes: readonly [Rgb, Rgb, Rgb]): Lab {
  const [red, green, blue] = linearRgb(color);
  const part = ([r, g, b]: Rgb) => Math.min(1, Math.max(0, r * red + g * green + b * blue));
  return labOf([part(eyes[0]), part(eyes[1]), part(eyes[2])]);
}

test.each<{ one: Lab; other: Lab; apart: number }>([
  { one: [50, 2.6772, -79.7751], other: [50, 0, -82.7485], apart: 2.0425 },
  { one: [50, -1.3802, -84.2814], other: [50, 0, -82.7485], apart: 1 },
  { one: [50, 2.5, 0], other: [73, 25, -18], apart: 27.1492 },
  { one: [6.7747, -0.2908, -2.4247], other: [5.8714, -0.0985, -2.2286], apart: 0.6377 },
  { one: [90.8027, -2.0831, 1.441], other: [91.1528, -1.6435, 0.0447], apart: 1.4441 },
])("the measure gives Sharma's $apart", ({ one, other, apart }) => {
  expect(ciede2000(one, other)).toBeCloseTo(apart, 4);
});

test("plain traffic lights would fail it", () => {
  const protanope = EYES.protanopia;
  if (!protanope) throw new Error("no protanope");
  expect(ciede2000(seen("#52c41a", protanope), seen("#faad14", protanope))).toBeLessThan(LEAST);
});

describe.each<Theme>(["dark", "light"])("lights of the %s theme", (theme) => {
  test.each(Object.entries(EYES))("are told apart with %s", (_, eyes) => {
    const { green, yellow, red } = PALETTE[theme].light;
    const close = [
      ["green", "yellow", green, yellow],
      ["green", "red", green, red],
      ["yellow", "red", yellow, red],
    ].flatMap(([one, other, a = "", b = ""]) => {
      const apart = ciede2000(seen(a, eyes), seen(b, eyes));
      return apart < LEAST ? [`${one}, ${other}: ${apart.toFixed(1)}`] : [];
    });
    expect(close).toEqual([]);
  });
});
