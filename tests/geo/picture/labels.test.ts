import { describe, expect, test } from "vitest";
import { NOMINAL_SIZE, type Size } from "#geo/camera.ts";
import { frameOf } from "#geo/picture/frame.ts";
import { boxesAt, type Label } from "#geo/picture/labels.ts";
import { type Box, overlap, type Placed } from "#geo/picture/placement.ts";
import { sceneOf } from "#geo/picture/scene.ts";
import { aPictureInput } from "./picture-input.ts";

/** Map areas beside the panels in windows of 1366×768, 1440×900 and 1920×1080. */
const DESKS: Size[] = [
  { width: 710, height: 678 },
  { width: 785, height: 836 },
  { width: 1264, height: 990 },
];
/** All of a narrow window's: phones and a tablet, upright; and what lies between the sizes that names are placed at. */
const PHONES: Size[] = [320, 360, 390, 414, 480, 540, 600, 660, 700, 820].map((width) => ({
  width,
  height: width + 280,
}));
const LANGUAGES = ["zh-CN", "en"] as const;
const cases = [...DESKS, ...PHONES].flatMap((size) => LANGUAGES.map((lang) => ({ ...size, lang })));

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

/** What the page's picture, made for any window, shows in one of `size`. */
function shownAt(search: string, size: Size) {
  const input = aPictureInput(search);
  const frame = frameOf(input.view, input.regions, size);
  const { width } = frame.nominal;
  const layouts = sceneOf(input, NOMINAL_SIZE, false).layouts.filter(
    ({ from, to }) => width >= from && width < to,
  );
  expect(layouts).toHaveLength(1);
  const [layout] = layouts;
  return { marks: layout?.marks ?? [], boxes: boxesAt(layout?.labels ?? [], frame) };
}

/** Of the picture for a window of `size` and no other. */
function namesFor(search: string, size: Size): readonly Placed<Label>[] {
  const [layout, ...others] = sceneOf(aPictureInput(search), size, true).layouts;
  expect(others).toEqual([]);
  return layout?.labels ?? [];
}

describe("the page's picture, made once for every window", () => {
  test.each(cases)("shows all 12 names at $width×$height in $lang, none on another", ({ lang, ...size }) => {
    for (const level of ["league", "county"]) {
      const { boxes } = shownAt(`lang=${lang}&level=${level}`, size);
      expect(leaguesOf(boxes).size).toBe(12);
      expect(overlaps(boxes)).toEqual([]);
      for (const { label, box } of boxes) {
        expect(box.left, label.id).toBeGreaterThanOrEqual(0);
        expect(box.right, label.id).toBeLessThanOrEqual(size.width);
        expect(box.bottom, label.id).toBeLessThanOrEqual(size.height - 26);
      }
    }
  });

  test.each(["region=152500", "region=150700&level=county", "region=150300"])(
    "%s shows its name in every window, and none on another",
    (search) => {
      for (const size of [...DESKS, ...PHONES, { width: 844, height: 174 }]) {
        const { boxes } = shownAt(search, size);
        expect(overlaps(boxes), `${size.width}×${size.height}`).toEqual([]);
      }
      for (const size of DESKS) {
        expect(leaguesOf(shownAt(search, size).boxes)).toContain(search.slice(7, 13));
      }
    },
  );

  test.each(["measure=started", "measure=mix", "layers=-ports,-projects"])("holds for %s", (search) => {
    for (const size of [...DESKS, ...PHONES]) {
      const { boxes } = shownAt(search, size);
      expect(leaguesOf(boxes).size).toBe(12);
      expect(overlaps(boxes)).toEqual([]);
    }
  });

  test("the three port zones are named, the two cities with their value", () => {
    const ports = shownAt("", NOMINAL_SIZE).boxes.filter(({ label }) => label.kind === "port");
    expect(ports.map(({ label }) => label.id).toSorted()).toEqual(
      ["二连浩特", "满洲里", "策克口岸"].toSorted(),
    );
    const runs = ports.map(({ label }) => label.block.lines.flat().length);
    expect(runs.toSorted()).toEqual([1, 3, 3]);
  });

  test("a share stands with how many known stages it is of (truth rule 2)", () => {
    const input = aPictureInput("measure=started");
    const stages = { construction: 1, preparation: 1, unstated: 3 };
    const reporting = input.progress.reporting.map((row) => ({ ...row, n: 5, stages, value: 0.5 }));
    const picture = sceneOf({ ...input, progress: { ...input.progress, reporting } }, NOMINAL_SIZE, true);
    const written = picture.layouts[0]?.labels.filter(({ label }) => label.kind === "league") ?? [];
    const last = written.map(({ label }) =>
      label.block.lines
        .at(-1)
        ?.map(({ text }) => text)
        .join(""),
    );
    expect(last.filter((text) => text?.endsWith("50% n=2"))).toHaveLength(12);
  });

  test("progress switched off, names carry no value, as on the map", () => {
    const { boxes } = shownAt("layers=-progress", NOMINAL_SIZE);
    const text = (label: Label) => label.block.lines.flat().map((run) => run.text);
    for (const { label } of boxes.filter((one) => ["league", "port"].includes(one.label.kind))) {
      expect(text(label), label.id).toHaveLength(1);
    }
  });

  test("labels switched off, nothing is named", () => {
    expect(shownAt("layers=-labels", NOMINAL_SIZE).boxes).toEqual([]);
  });
});

describe("a region drilled into", () => {
  test.each(
    DESKS.flatMap((size) =>
      ["152500", "150700", "150100", "150300", "152531"].map((code) => ({ ...size, code })),
    ),
  )("$code at $width×$height names its counties without overlap", ({ code, ...size }) => {
    const labels = namesFor(`region=${code}&level=county`, size);
    expect(overlaps(labels)).toEqual([]);
    for (const { label, box } of labels.filter((one) => one.label.kind === "county")) {
      expect(box.left, label.id).toBeGreaterThanOrEqual(0);
      expect(box.right, label.id).toBeLessThanOrEqual(size.width);
    }
  });

  test("a county has its value after its name where counties are filled, and where it has items", () => {
    const counties = (search: string) =>
      namesFor(`region=150100${search}`, NOMINAL_SIZE)
        .filter(({ label }) => label.kind === "county")
        .map(({ label }) => label.block.lines.flatMap((line) => line.map(({ text }) => text)).join(""));
    const { filled } = sceneOf(aPictureInput("region=150100&level=county"), NOMINAL_SIZE, true).drawing;
    const withItems = [...filled.values()].filter(({ code, n }) => code.startsWith("1501") && n > 0);
    expect(withItems.length).toBeGreaterThan(0);
    expect(counties("&level=county").filter((name) => / \d+$/.test(name)).length).toBeGreaterThanOrEqual(
      withItems.length,
    );
    expect(counties("").filter((name) => /\d/.test(name))).toEqual([]);
  });

  test("a county with data is named before one without", () => {
    const { drawing } = sceneOf(aPictureInput("region=150100&level=county"), NOMINAL_SIZE, true);
    const labels = namesFor("region=150100&level=county", NOMINAL_SIZE);
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
    const labels = namesFor(search, size);
    expect(labels.length).toBeGreaterThan(5);
    expect(overlaps(labels)).toEqual([]);
    for (const { label, box } of labels) {
      expect(box.left, label.id).toBeGreaterThanOrEqual(0);
      expect(box.top, label.id).toBeGreaterThanOrEqual(0);
      expect(box.right, label.id).toBeLessThanOrEqual(size.width);
      expect(box.bottom, label.id).toBeLessThanOrEqual(size.height);
    }
  },
);
