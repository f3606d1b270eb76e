import { expect, test } from "vitest";
import { toggled, unitProblem } from "../../../client/people/grant.ts";

test("who becomes one of the three administrators is nothing else beside, and the other way about", () => {
  expect(toggled(["reporter", "viewer"], "audit")).toEqual(["audit"]);
  expect(toggled(["audit"], "security")).toEqual(["security"]);
  expect(toggled(["system"], "office")).toEqual(["office"]);
  expect(toggled(["viewer", "reporter"], "viewer")).toEqual(["reporter"]);
});

test("a role goes with its kind of unit", () => {
  const water = { id: "dept-water", kind: "department", files: true } as const;
  const league = { id: "league-150100", kind: "league", files: true } as const;
  const office = { id: "office-leading-group", kind: "group", files: false } as const;
  expect(unitProblem(["reporter"], water)).toBeNull();
  expect(unitProblem(["reporter"], office)).toBe("reporter");
  expect(unitProblem(["reporter"], undefined)).toBe("reporter");
  expect(unitProblem(["reviewer"], league)).toBeNull();
  expect(unitProblem(["reviewer"], water)).toBe("reviewer");
  expect(unitProblem(["office"], office)).toBeNull();
  expect(unitProblem(["office"], league)).toBe("office");
  expect(unitProblem(["viewer"], undefined)).toBeNull();
});
