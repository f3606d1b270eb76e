import { describe, expect, test } from "vitest";
import { parseView } from "#domain/view.ts";
import { overviewDocument } from "#geo/picture/document.ts";
import { flowPath } from "#geo/picture/flow.ts";
import { frameOf, gridUnits } from "#geo/picture/frame.ts";
import { overviewPicture } from "#geo/picture/overview.ts";
import { readRegions } from "#geo/read.ts";
import { aPictureInput, features } from "./picture-input.ts";

const frame = frameOf(parseView(""), readRegions(), { width: 710, height: 678 });
const px = (value: number) => gridUnits(frame, value);
/** Open end, tip and open end of each chevron, px of the nominal size. */
const chevrons = (path: string) =>
  [...path.matchAll(/M(\S+) (\S+)L(\S+) (\S+)L(\S+) (\S+?)(?=M|$)/g)].map((found) =>
    found.slice(1).map((part) => Number(part) / px(1)),
  );

describe("chevrons", () => {
  test("stand evenly along a line, tip first, and turn round with it", () => {
    const there = chevrons(
      flowPath(
        [
          [0, px(100)],
          [px(450), px(100)],
        ],
        frame,
      ),
    );
    expect(there).toHaveLength(3);
    for (const [index, [tailX = 0, tailY = 0, tipX = 0, tipY = 0, , otherY = 0]] of there.entries()) {
      expect(tipX).toBeGreaterThan(tailX);
      expect((tipX + tailX) / 2).toBeCloseTo(75 + 150 * index, 0);
      expect(tipY).toBeCloseTo(100, 0);
      expect((tailY + otherY) / 2).toBeCloseTo(100, 0);
    }
    const back = chevrons(
      flowPath(
        [
          [px(450), px(100)],
          [0, px(100)],
        ],
        frame,
      ),
    );
    for (const [tailX = 0, , tipX = 0] of back) expect(tipX).toBeLessThan(tailX);
  });

  test("a short line has one, a line of no length none, and one that no window reaches none", () => {
    const at = (x: number) =>
      flowPath(
        [
          [px(x), 0],
          [px(x + 20), 0],
        ],
        frame,
      );
    expect(chevrons(at(100))).toHaveLength(1);
    expect(at(1e5)).toBe("");
    expect(flowPath([[5, 5]], frame)).toBe("");
  });
});

describe("the picture", () => {
  const [uhv] = features.corridors;
  const of = (kind: "uhv" | "gas" | "water" | "road" | "rail", backwards = false) => {
    if (!uhv) throw new Error("the fixture has no corridor");
    const path = backwards ? uhv.path.toReversed() : uhv.path;
    return aPictureInput("", { features: { ...features, points: [], corridors: [{ ...uhv, kind, path }] } });
  };
  const chevrons = (markup: string) =>
    /<g data-item="S-1.4-14".*?<\/g>/s.exec(markup)?.[0].match(/stroke-width:0?\.16em/g) ?? [];

  test("shows which way power, gas and water go; a road and a railway go both", () => {
    for (const kind of ["uhv", "gas", "water"] as const) {
      expect(chevrons(overviewPicture(of(kind)).markup), kind).toHaveLength(1);
      expect(overviewPicture(of(kind)).markup, kind).not.toBe(overviewPicture(of(kind, true)).markup);
    }
    for (const kind of ["road", "rail"] as const)
      expect(chevrons(overviewPicture(of(kind)).markup), kind).toHaveLength(0);
  });

  test("so does its legend", () => {
    const legend = (kind: "gas" | "road") =>
      overviewDocument(
        of(kind),
        { width: 1100, height: 800 },
        { asOf: "2012-07", reviewNumber: null, source: "" },
      );
    expect(legend("gas").match(/d="M17.5 5.2/g)).toHaveLength(2);
    expect(legend("road")).not.toContain('d="M17.5 5.2');
  });
});
