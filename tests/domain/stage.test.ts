import { describe, expect, test } from "vitest";
import { ITEM_TYPES, LADDER_OF, zItem } from "#domain/item.ts";
import { isKnownStage, LADDERS, ladderSteps, OFF_LADDER, STAGES, stepOf } from "#domain/stage.ts";
import { itemOf } from "./ledger.ts";

describe("ladders", () => {
  test("every stage is a step of some ladder or stands off all of them", () => {
    expect(new Set([...Object.values(LADDERS).flat(), ...OFF_LADDER])).toEqual(new Set(STAGES));
  });

  test("steps rise from 0; off the ladder and on another's there is no order", () => {
    expect(ladderSteps("project").map((stage) => stepOf("project", stage))).toEqual([0, 1, 2, 3, 4]);
    expect(stepOf("project", "unstated")).toBeNull();
    expect(stepOf("project", "signed")).toBeNull();
    expect(stepOf("policy", "issued")).toBe(4);
    expect(stepOf("mechanism", "issued")).toBe(2);
  });

  test("an item may stand on its own ladder alone", () => {
    const item = itemOf("S-1.4-15");
    expect(zItem.safeParse(item).success).toBe(true);
    for (const stage of ["signed", "listed", "included", "required"] as const)
      expect(zItem.safeParse({ ...item, stage }).error?.issues[0]?.path).toEqual(["stage"]);
    expect(zItem.safeParse({ ...item, stage: "suspended" }).success).toBe(true);
    for (const type of ITEM_TYPES) expect(ladderSteps(LADDER_OF[type]).length).toBeGreaterThan(1);
  });

  test("an item names a region once", () => {
    const item = itemOf("S-1.4-15");
    const regions = [...item.regions, { code: "150600", basis: "inferred" as const }];
    expect(zItem.safeParse({ ...item, regions }).error?.issues[0]?.path).toEqual(["regions"]);
  });

  test("progress without a stage, suspended and cancelled are in no rate", () => {
    expect(STAGES.filter((stage) => !isKnownStage(stage))).toEqual(["unstated", "suspended", "cancelled"]);
  });
});
