import { describe, expect, test } from "vitest";
import { ITEM_TYPES, LADDER_OF } from "#domain/item.ts";
import { isMarkedNorm, normsOf, policyType, sectorOfWords, stageOfNorm } from "#domain/norm.ts";
import { ladderSteps, OFF_LADDER } from "#domain/stage.ts";
import { seeds } from "./ledger.ts";

describe("norms", () => {
  test("every norm of a type means a step of that type's own ladder, or none", () => {
    for (const type of ITEM_TYPES) {
      const steps = [...ladderSteps(LADDER_OF[type]), ...OFF_LADDER];
      for (const norm of normsOf(LADDER_OF[type])) expect(steps).toContain(stageOfNorm(type, norm));
    }
  });

  test.each([
    ["project", "unspecified_progress", "unstated"],
    ["project", "feasibility_study_done", "preparation"],
    ["project", "feasibility_under_review", "preparation"],
    ["project", "operating", "completed"],
    ["support", "adopted_by_regional_government", "listed"],
    ["support", "continuing", "unstated"],
    ["pilot", "applying", "applying"],
    ["agreement", "signed_or_issued", "signed"],
    ["plan", "in_preliminary_scheme", "submitted"],
    ["plan", "included_in_national_plan", "included"],
    ["mechanism", "continuing", "ongoing"],
    ["directive", "context", "noted"],
  ] as const)("%s %s means %s", (type, norm, stage) => {
    expect(stageOfNorm(type, norm)).toBe(stage);
  });

  test("a norm of another ladder means nothing here", () => {
    expect(stageOfNorm("project", "listed")).toBeNull();
    expect(stageOfNorm("plan", "constructor")).toBeNull();
  });

  test("norms that share a step with a plainer one are marked", () => {
    expect(isMarkedNorm("plan", "in_preliminary_scheme")).toBe(true);
    expect(isMarkedNorm("plan", "submitted")).toBe(false);
    expect(isMarkedNorm("pilot", "adopted_by_regional_government")).toBe(true);
  });
});

test("a pilot is known by its words, and the seed's are these", () => {
  expect(policyType("争取列入全国生态文明示范工程试点:林西县")).toBe("pilot");
  expect(policyType("争取商务部支持")).toBe("support");
  const pilots = seeds.items.filter((item) => item.type === "pilot").map((item) => item.id);
  expect(pilots).toEqual([
    "S-1.2-06",
    "S-1.2-07",
    ...[1, 2, 3, 4, 5, 6].map((n) => `S-1.2-07.${n}`),
    "S-1.2-08",
    "S-1.2-19",
    "S-3.3-03",
  ]);
});

test("sector words are read up to their first stroke", () => {
  expect(sectorOfWords("工业/煤化工")).toBe("industry");
  expect(sectorOfWords("机制")).toBe("office");
  expect(sectorOfWords("口岸开放/物流")).toBe("ports");
  expect(sectorOfWords("天文")).toBeNull();
  expect(sectorOfWords("toString")).toBeNull();
});
