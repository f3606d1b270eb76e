/** Truth rule 2 where it is seen: what has progress but no stage is a bucket of its own, in no rate. */
import i18next from "i18next";
import { renderToStaticMarkup } from "react-dom/server";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { SIGNS } from "#domain/look/marks.ts";
import { MEASURE_UNIT, MEASURES } from "#domain/measure.ts";
import type { ItemDetail } from "#domain/query.ts";
import { parseView } from "#domain/view.ts";
import { overviewPicture } from "#geo/picture/overview.ts";
import { startWords } from "../../../client/words/start-words.ts";
import "../../../client/workbench/detail/detail-words.ts";
import { LadderView } from "../../../client/workbench/detail/ladder.tsx";
import { rowWords } from "../../../client/workbench/side/row-words.ts";
import { stageRows } from "../../../client/workbench/side/stage-choice.ts";
import { seededApi } from "../../factories.ts";
import { aPictureInput } from "../../geo/picture/picture-input.ts";

vi.mock("../../../client/view/use-view.ts", () => ({ useLook: () => ({ lang: "zh-CN", theme: "light" }) }));
/** Where the first of the three dots begins: it is painted in more ways than one. */
const DOTS = SIGNS.dots.slice(0, SIGNS.dots.indexOf("a"));
beforeAll(() => startWords("zh-CN"));

async function ladderOf(id: string): Promise<string> {
  const api = await seededApi();
  const item: ItemDetail = await api.policy.get({ id }).catch(() => api.project.get({ id }));
  return renderToStaticMarkup(<LadderView item={item} />);
}

describe("取得积极进展 is no stage (truth rule 2)", () => {
  test("of an item it stands beside the ladder with a mark of its own, on no step", async () => {
    for (const id of ["S-1.4-02", "S-1.2-20"]) {
      const ladder = await ladderOf(id);
      expect(ladder, id).toMatch(/class="ladder unknown"/);
      expect(ladder, id).toContain("<strong>有进展·阶段未说明</strong>");
      expect(ladder, id).not.toMatch(/aria-current|class="reached"/);
      expect(ladder.split("</ol>")[1], id).toContain(DOTS);
      expect(ladder.split("</ol>")[0], id).not.toContain(DOTS);
    }
    const known = await ladderOf("S-1.4-19");
    expect(known).toContain('aria-current="step"');
    expect(known).not.toContain(DOTS);
  });

  test("of a filter it is a row of its own below the ladder, with its count", async () => {
    const api = await seededApi();
    const { counts } = await api.progress.summary();
    const rows = stageRows("project", counts.projectStages, undefined);
    const unstated = counts.projectStages.unstated;
    expect(rows.filter(({ onLadder }) => !onLadder)).toEqual([
      { stage: "unstated", count: unstated, onLadder: false },
    ]);
    expect(unstated).toBeGreaterThan(0);
  });

  test("on the map it has the mark with the dots, and no other", async () => {
    const api = await seededApi();
    const features = await api.map.features({ filter: { stages: ["unstated"], types: ["project"] } });
    expect(features.points.length).toBeGreaterThan(0);
    const drawn = (stage: "unstated" | "planned") => {
      const points = features.points.map((point) => ({ ...point, stage }));
      return overviewPicture(aPictureInput("at=7/49.2/120.4", { features: { ...features, points } })).markup;
    };
    expect(drawn("unstated")).toContain(DOTS);
    expect(drawn("planned")).not.toContain(DOTS);
  });

  test("no share counts it: where nothing else is known there is none, and words say why", async () => {
    const api = await seededApi();
    const shares = MEASURES.filter((measure) => MEASURE_UNIT[measure] === "share");
    for (const measure of shares) {
      const filter = { stages: ["unstated" as const] };
      const rows = await api.progress.byRegion({ level: "reporting", measure, filter });
      const some = rows.filter((row) => row.n > 0);
      expect(rows.map((row) => row.value)).toEqual(rows.map(() => null));
      for (const row of some)
        expect(rowWords(row, measure, "zh-CN", i18next.t)).toMatchObject({ value: "–", n: "" });
    }
    const view = parseView("measure=started&stages=unstated");
    const reporting = await api.progress.byRegion({
      level: "reporting",
      measure: "started",
      filter: view.filter,
    });
    const input = aPictureInput("measure=started");
    const markup = overviewPicture({ ...input, progress: { ...input.progress, reporting } }).markup;
    expect(markup).toContain("开工率 阶段未说明</title>");
    expect(markup).not.toMatch(/开工率 \d+%/);
  });
});
