import { describe, expect, test } from "vitest";
import type { Size } from "#geo/camera.ts";
import { frameOf } from "#geo/picture/frame.ts";
import { boxesAt } from "#geo/picture/labels.ts";
import { NOMINAL_SIZE } from "#geo/picture/overview.ts";
import { type Box, overlap } from "#geo/picture/placement.ts";
import { sceneOf } from "#geo/picture/scene.ts";
import { aPictureInput } from "./picture-input.ts";

/** Map areas beside the panels in windows of 1366×768, 1440×900 and 1920×1080. */
const SIZES: Size[] = [
  { width: 710, height: 678 },
  { width: 785, height: 836 },
  { width: 1264, height: 990 },
];
const LANGUAGES = ["zh-CN", "en"] as const;
const cases = SIZES.flatMap((size) => LANGUAGES.map((lang) => ({ ...size, lang })));

function overlaps(boxes: readonly { label: { id: string }; box: Box }[]): string[] {
  return boxes.flatMap((one, index) =>
    boxes
      .slice(index + 1)
      .filter((other) => overlap(one.box, other.box) > 0)
      .map((other) => `${one.label.id} on ${other.label.id}`),
  );
}
const leaguesOf = (labels: readonly { label: { kind: string; id: string } }[]) =>
  new Set(labels.filter(({ label }) => label.kind === "league").map(({ label }) => label.id));

describe("the page's picture, placed once for every window", () => {
  test.each(cases)("shows all 12 names at $width×$height in $lang, none on another", ({ lang, ...size }) => {
    for (const level of ["league", "county"]) {
      const input = aPictureInput(`lang=${lang}&level=${level}`);
      const { labels } = sceneOf(input, NOMINAL_SIZE, false);
      expect(leaguesOf(labels).size).toBe(12);
      const boxes = boxesAt(labels, frameOf(input.view, input.regions, size));
      expect(overlaps(boxes)).toEqual([]);
      for (const { label, box } of boxes.filter((one) => one.label.kind !== "province")) {
        expect(box.left, label.id).toBeGreaterThanOrEqual(0);
        expect(box.right, label.id).toBeLessThanOrEqual(size.width);
        expect(box.bottom, label.id).toBeLessThanOrEqual(size.height - 26);
      }
    }
  });

  test.each(["measure=started", "measure=mix", "layers=-ports,-projects"])("holds for %s", (search) => {
    const { labels } = sceneOf(aPictureInput(search), NOMINAL_SIZE, false);
    expect(leaguesOf(labels).size).toBe(12);
    expect(overlaps(labels)).toEqual([]);
  });

  test("the three port zones are named, the two cities with their value", () => {
    const { labels } = sceneOf(aPictureInput(), NOMINAL_SIZE, false);
    const ports = labels.filter(({ label }) => label.kind === "port");
    expect(ports.map(({ label }) => label.id).toSorted()).toEqual(
      ["二连浩特", "满洲里", "策克口岸"].toSorted(),
    );
    const runs = ports.map(({ label }) => label.block.lines.flat().length);
    expect(runs.toSorted()).toEqual([1, 3, 3]);
  });

  test("labels switched off, nothing is named", () => {
    expect(sceneOf(aPictureInput("layers=-labels"), NOMINAL_SIZE, false).labels).toEqual([]);
  });
});

describe("a region drilled into", () => {
  test.each(
    SIZES.flatMap((size) =>
      ["152500", "150700", "150100", "150300", "152531"].map((code) => ({ ...size, code })),
    ),
  )("$code at $width×$height names its counties without overlap", ({ code, ...size }) => {
    const { labels } = sceneOf(aPictureInput(`region=${code}&level=county`), size, true);
    expect(overlaps(labels)).toEqual([]);
    for (const { label, box } of labels.filter((one) => one.label.kind === "county")) {
      expect(box.left, label.id).toBeGreaterThanOrEqual(0);
      expect(box.right, label.id).toBeLessThanOrEqual(size.width);
    }
  });

  test("a county with data is named before one without", () => {
    const { labels, drawing } = sceneOf(aPictureInput("region=150100&level=county"), NOMINAL_SIZE, true);
    const own = labels.filter(({ label }) => label.kind === "county" && label.id.startsWith("1501"));
    const values = own.map(({ label }) => drawing.filled.get(label.id)?.value ?? 0);
    expect(values).toEqual(values.toSorted((a, b) => b - a));
    expect(own.length).toBeGreaterThanOrEqual(5);
  });
});

test.each(["at=6.5/44/116", "at=5/43/112", "at=8/40.5/110"])(
  "under a camera of %s no name is cut at the edge",
  (search) => {
    const size = { width: 1264, height: 990 };
    const { labels } = sceneOf(aPictureInput(search), size, true);
    expect(labels.length).toBeGreaterThan(5);
    expect(overlaps(labels)).toEqual([]);
    for (const { label, box } of labels.filter((one) => one.label.kind !== "port")) {
      expect(box.left, label.id).toBeGreaterThanOrEqual(0);
      expect(box.top, label.id).toBeGreaterThanOrEqual(0);
      expect(box.right, label.id).toBeLessThanOrEqual(size.width);
      expect(box.bottom, label.id).toBeLessThanOrEqual(size.height);
    }
  },
);
