import { beforeAll, expect, test } from "vitest";
import { listedStages, listedTypes } from "#domain/count.ts";
import { type ItemType, nounOf } from "#domain/item.ts";
import type { Measure } from "#domain/measure.ts";
import type { Stage } from "#domain/stage.ts";
import { listedLadders, stageRows } from "../../../client/workbench/side/stage-choice.ts";
import { seededApi } from "../../factories.ts";

type Api = Awaited<ReturnType<typeof seededApi>>;
let api: Api;
beforeAll(async () => {
  api = await seededApi();
});

/** How long the list is: both nouns, the types that client/data/use-items.ts asks for. */
async function listLength(measure: Measure, stages: Stage[], chosen?: readonly ItemType[]): Promise<number> {
  const types = listedTypes(measure, chosen);
  const of = (noun: "project" | "policy") => ({
    filter: { stages, types: types.filter((type) => nounOf(type) === noun) },
  });
  const [projects, policies] = await Promise.all([
    api.project.list(of("project")),
    api.policy.list(of("policy")),
  ]);
  return projects.total + policies.total;
}

test.each([
  ["items", undefined, ["project", "policy", "agreement", "plan"]],
  ["mix", undefined, ["project", "policy", "agreement", "plan"]],
  ["started", undefined, ["project"]],
  ["landed", undefined, ["policy", "agreement", "plan"]],
  ["items", ["agreement"], ["agreement"]],
  ["items", ["project", "mechanism"], ["project", "mechanism"]],
] as const)(
  "every step of %s, types %j, counts what the list holds after a click",
  async (measure, types, ladders) => {
    const { counts } = await api.progress.summary({ filter: types ? { types: [...types] } : {} });
    const listed = listedStages(counts, measure, types);
    expect(listedLadders(measure, types)).toEqual(ladders);
    const rows = listedLadders(measure, types).flatMap((ladder) => stageRows(ladder, listed, undefined));
    for (const { stage, count } of rows) {
      expect(await listLength(measure, [stage], types), stage).toBe(count);
    }
  },
);

test("every counted item's stage is on one of the ladders offered", async () => {
  const { counts } = await api.progress.summary();
  const listed = listedStages(counts, "items");
  const offered = listedLadders("items", undefined).flatMap((ladder) => stageRows(ladder, listed, undefined));
  const sum = [...new Map(offered.map((row) => [row.stage, row.count])).values()].reduce((a, b) => a + b, 0);
  expect(sum).toBe(counts.items);
});

test("a stop stands only where there is one, or where it is chosen", () => {
  const off = (chosen?: Stage[], listed = {}) =>
    stageRows("project", listed, chosen).flatMap((row) => (row.onLadder ? [] : [row.stage]));
  expect(off()).toEqual(["unstated"]);
  expect(off(["suspended"])).toEqual(["unstated", "suspended"]);
  expect(off(undefined, { cancelled: 1 })).toEqual(["unstated", "cancelled"]);
});
