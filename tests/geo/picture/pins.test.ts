import { describe, expect, test } from "vitest";
import { LIGHT_SHAPE } from "#domain/look/marks.ts";
import { NOMINAL_SIZE } from "#geo/camera.ts";
import { clusterPoints, clustersAt } from "#geo/drawn/clusters.ts";
import { frameOf, widthAt } from "#geo/picture/frame.ts";
import { overviewPicture } from "#geo/picture/overview.ts";

import { sceneOf } from "#geo/picture/scene.ts";
import { aPictureInput, features } from "./picture-input.ts";

const [dam] = features.points;
if (!dam) throw new Error("the features have no points");
/** A reservoir, a hub 70 km off that its mark would cover at overview, and one far from both. */
const points = [
  dam,
  { ...dam, id: "S-1.4-02/pl-zhaluomude", item: "S-1.4-02", name: "扎罗木得枢纽", at: [120.38, 49.24] },
  { ...dam, id: "S-1.4-16/pl-alxa-rht", item: "S-1.4-16", name: "通勤机场·右旗", at: [101.546, 39.225] },
] satisfies typeof features.points;
const inputOf = (search: string) => aPictureInput(search, { features: { ...features, points } });

test("the picture has the light of a mark", () => {
  const picture = (points: typeof features.points) =>
    overviewPicture(aPictureInput("", { features: { ...features, points } })).markup;
  expect(picture(points)).not.toContain(LIGHT_SHAPE.red);
  expect(picture([{ ...dam, light: "red" }])).toContain(LIGHT_SHAPE.red);
});

describe("marks of items", () => {
  test.each([320, 390, 710, 785, 1264, 1840])(
    "in a window %i px wide stand as the map's do: those that collide as one, none hidden",
    (width) => {
      const { view, regions } = inputOf("layers=-ports");
      const { nominal } = frameOf(view, regions, { width, height: 900 });
      const layout = sceneOf(inputOf("layers=-ports"), NOMINAL_SIZE, false).layouts.find(
        ({ from, to }) => nominal.width >= from && nominal.width < to,
      );
      const wanted = clustersAt(clusterPoints(points), nominal.zoom).map(({ at }) => at);
      expect(layout?.marks.map(({ at }) => at)).toEqual(wanted);
    },
  );

  test("part at the very width at which the map's do", () => {
    for (const search of ["", "region=150700", "region=150302"]) {
      const { frame, layouts } = sceneOf(inputOf(search), NOMINAL_SIZE, false);
      const levelAt = (width: number) =>
        Math.floor(layouts.find(({ from, to }) => width >= from && width < to)?.fit.zoom ?? Number.NaN);
      for (const level of [3, 4, 5, 6, 7, 8, 9]) {
        const width = widthAt(frame, level);
        if (width < 250 || width > 1350) continue;
        expect([levelAt(width - 0.2), levelAt(width + 0.2)], `${search} ${level}`).toEqual([
          level - 1,
          level,
        ]);
      }
    }
  });

  test("a badge says how many it stands for, which they are, and where they part", () => {
    const [layout] = sceneOf(inputOf("at=4/45/112&layers=-ports"), NOMINAL_SIZE, true).layouts;
    const badge = layout?.marks.find(({ data }) => "data-opens" in data);
    expect(badge?.title).toBe("2 项：扎罗木得枢纽、扎敦河水库");
    expect(JSON.stringify(badge?.shape)).toContain('"2"');
    const [zoom] = String(badge?.data["data-opens"]).split("/").map(Number);
    const [nearer] = sceneOf(inputOf(`at=${zoom}/49/120.7&layers=-ports`), NOMINAL_SIZE, true).layouts;
    expect(nearer?.marks.filter(({ point }) => point !== null)).toHaveLength(3);
  });

  test("says its stage, and that its place is unchecked where it is (truth rule 5)", () => {
    const [layout] = sceneOf(inputOf("at=6.5/49/121"), NOMINAL_SIZE, true).layouts;
    const mark = layout?.marks.find(({ point }) => point === dam.id);
    expect(mark?.title).toBe("扎敦河水库 · 前期工作 · 位置未核 · ± 20 km");
    const label = layout?.labels.find((one) => one.label.id === dam.id)?.label;
    expect(label?.block.lines.map(([run]) => run?.text)).toEqual(["扎敦河水库", "位置未核"]);
    const sure = sceneOf(
      aPictureInput("at=6.5/49/121", { features: { ...features, points: [{ ...dam, confidence: "high" }] } }),
      NOMINAL_SIZE,
      true,
    ).layouts[0]?.labels.find((one) => one.label.id === dam.id);
    expect(sure?.label.block.lines).toHaveLength(1);
  });

  test("the one picked has a ring", () => {
    const rings = (search: string) =>
      overviewPicture(inputOf(search)).markup.match(/<circle r="[\d.]+em"/g) ?? [];
    expect(rings("region=152900")).toHaveLength(0);
    expect(rings("region=152900&item=S-1.4-16")).toHaveLength(1);
  });
});

test("hubs and, near, the minor ports stand as on the map, with what is known of their place", () => {
  const hub = {
    id: "pl-dam",
    name: "尼尔基枢纽",
    at: [124.5, 48.5],
    errorKm: 3,
    confidence: "high",
  } as const;
  const titles = (search: string) => {
    const input = aPictureInput(search, { features: { ...features, hubs: [{ ...hub, at: [124.5, 48.5] }] } });
    const [layout] = sceneOf(input, NOMINAL_SIZE, true).layouts;
    return {
      marks: layout?.marks.map(({ title }) => title) ?? [],
      names: layout?.labels.map(({ label }) => label.id) ?? [],
    };
  };
  const far = titles("layers=-projects");
  expect(far.marks).toEqual(["尼尔基枢纽 · ± 3 km", "满洲里", "二连浩特", "策克口岸"]);
  expect(far.names).not.toContain("pl-dam");
  const near = titles("at=6.2/48.5/124");
  expect(near.names).toContain("pl-dam");
  expect(near.marks).toContain("乌力吉口岸 · 位置未核");
  expect(titles("layers=-hubs,-ports").marks).not.toContain("尼尔基枢纽 · ± 3 km");
});

test("the stage mix stands as a bar under the name, where the map has bars", () => {
  const bars = (search: string) => {
    const input = aPictureInput(search);
    const reporting = input.progress.reporting.map((row) => ({
      ...row,
      stages: { planned: 1, completed: 2, unstated: 1 },
    }));
    const [layout] = sceneOf(
      { ...input, progress: { ...input.progress, reporting } },
      NOMINAL_SIZE,
      true,
    ).layouts;
    return layout?.labels.flatMap(({ label }) =>
      label.block.bar ? [label.block.bar.map(({ share }) => share)] : [],
    );
  };
  expect(bars("")).toEqual([]);
  const drawn = bars("measure=mix");
  expect(drawn?.length).toBeGreaterThanOrEqual(10);
  expect(drawn?.[0]).toEqual([0.25, 0.5, 0.25]);
  expect(bars("layers=bars")).toEqual(drawn);
});

test("a port that is a city leads to it, as on the map; one that is none leads nowhere", () => {
  const [layout] = sceneOf(aPictureInput("layers=-projects"), NOMINAL_SIZE, true).layouts;
  expect(layout?.marks.map(({ title, data }) => [title, data])).toEqual([
    ["满洲里", { "data-code": "150781" }],
    ["二连浩特", { "data-code": "152501" }],
    ["策克口岸", {}],
  ]);
});
