import i18next from "i18next";
import { beforeAll, expect, test } from "vitest";
import type { Measure } from "#domain/measure.ts";
import { startWords } from "../../../client/words/start-words.ts";
import { rowWords } from "../../../client/workbench/side/row-words.ts";
import { measuredFilter, wholeProgress } from "../../../client/workbench/side/whole.ts";
import { seededApi } from "../../factories.ts";

beforeAll(() => startWords("zh-CN"));
const words = (...of: [Parameters<typeof rowWords>[0], Measure]) => rowWords(...of, "zh-CN", i18next.t);

test("n of a share counts the items whose stage is known, not all that lie there (truth rule 2)", async () => {
  const api = await seededApi();
  const rows = await api.progress.byRegion({ level: "reporting", measure: "started" });
  const xilingol = rows.find((row) => row.code === "152500");
  // Three of its projects have no stage that the source states.
  expect([xilingol?.n, xilingol?.stages]).toEqual([4, { preparation: 1, unstated: 3 }]);
  expect(words(xilingol ?? null, "started")).toEqual({ said: "0%，1 项阶段已知", value: "0%", n: "n=1" });
});

test("a count has no n, and what was not measured says why", () => {
  const none = { n: 2, stages: { unstated: 2 }, value: null };
  expect(words({ n: 3, stages: { planned: 3 }, value: 3 }, "projects")).toMatchObject({ value: "3", n: "" });
  expect(words(none, "started").said).toBe(i18next.t("side.noStage"));
  expect(words({ ...none, n: 0, stages: {} }, "started").said).toBe(i18next.t("side.noData"));
  expect(words(null, "items").value).toBe("–");
});

test("the whole is measured as its regions are: distinct items of a count, a share of a share", async () => {
  const api = await seededApi();
  const { counts } = await api.progress.summary();
  const provinceOf = async (measure: Measure) =>
    (await api.progress.byRegion({ level: "province", measure }))[0];
  for (const measure of ["items", "projects", "policies", "started", "landed", "mix"] as const) {
    const province = await provinceOf(measure);
    const whole = wholeProgress(counts, measure);
    expect(whole, measure).toEqual({ n: province?.n, stages: province?.stages, value: province?.value });
  }
});

test("how many lie in no league follows the measure: no project does", async () => {
  const api = await seededApi();
  const regionWide = async (measure: Measure) =>
    (await api.progress.summary({ filter: measuredFilter(measure, {}) })).counts.regionWide;
  const all = await regionWide("items");
  expect(all).toBeGreaterThan(0);
  expect([await regionWide("projects"), await regionWide("started")]).toEqual([0, 0]);
  expect([await regionWide("policies"), await regionWide("landed")]).toEqual([all, all]);
});
