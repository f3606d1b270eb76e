import { describe, expect, test } from "vitest";
import { MAP_SCALE, type WallRoom } from "#domain/wall/frame.ts";
import { NOMINAL_SIZE } from "#geo/camera.ts";
import { frameOf } from "#geo/picture/frame.ts";
import { boxesAt } from "#geo/picture/labels.ts";
import { waysOf } from "#geo/picture/off-seams.ts";
import { sceneOf } from "#geo/picture/scene.ts";
import { wallStanding } from "#server/page/wall-standing.ts";
import { aPictureInput } from "./picture-input.ts";

describe("the way off a seam", () => {
  const most = { back: 20, forth: 20 };
  const name = { from: 90, to: 130, on: 60, way: 1, clear: 4 };

  const best = (...of: Parameters<typeof waysOf>) => waysOf(...of)[0]?.way;

  test("is none where nothing lies on one, and the shorter one where something does", () => {
    expect(best([name], [60], most)).toBe(0);
    expect(best([name], [120], most)).toBe(-14);
    expect(best([name], [100], most)).toBe(14);
  });

  test("goes no farther than there is room", () => {
    expect(best([name], [100], { back: 3, forth: 40 })).toBe(14);
    for (const { way } of waysOf([name], [110], most)) expect(Math.abs(way)).toBeLessThanOrEqual(20);
  });

  test("leaves a mark on a seam rather than a name", () => {
    const mark = { from: 132, to: 150, on: 8, way: 1, clear: 3 };
    expect(best([name, mark], [120], { back: 14, forth: 0 })).toBe(-14);
  });
});

/** What names keep at least from a seam, u. */
const LEAST = 6;

test.each(
  [null, { columns: 2, rows: 2 }, { columns: 3, rows: 1 }].flatMap((seams) =>
    (["zh-CN", "en"] as const).flatMap((lang) =>
      (["whole", "mid"] as const).map((room): { seams: typeof seams; lang: typeof lang; room: WallRoom } => ({
        seams,
        lang,
        room,
      })),
    ),
  ),
)(
  "on tiles ($seams, $lang, $room) all 12 leagues are named, and no name lies on a seam",
  ({ seams, lang, room }) => {
    const { tilings } = wallStanding(room, seams);
    expect(tilings.length).toBe(seams === null ? 2 : 3);
    const input = aPictureInput(`lang=${lang}`, { tilings });
    const view = { ...input.view, afar: true };
    const scene = sceneOf({ ...input, view }, NOMINAL_SIZE, false);
    for (const { tiling, shift, labels } of scene.tiled) {
      const { nominal } = frameOf({ ...view, room: tiling.room }, input.regions, tiling.size);
      const fit = { ...nominal, x: nominal.x + shift[0], y: nominal.y + shift[1] };
      const boxes = boxesAt(labels, scene.frame, fit);
      expect(boxes.filter(({ label }) => label.kind === "league")).toHaveLength(12);
      const near = (from: number, to: number, seam: number) =>
        from < seam + LEAST / MAP_SCALE && to > seam - LEAST / MAP_SCALE;
      const on = boxes.filter(
        ({ box }) =>
          tiling.seams.x.some((x) => near(box.left, box.right, x)) ||
          tiling.seams.y.some((y) => near(box.top, box.bottom, y)),
      );
      expect(on.map(({ label }) => `${tiling.name}: ${label.id}`)).toEqual([]);
    }
  },
);
