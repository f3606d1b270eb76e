import { expect, test } from "vitest";
import { columnOf, monthsIn, spellsOf } from "#domain/work/board.ts";

test("versions of one stage are one spell, and since when the first has lasted is not known", () => {
  const spells = spellsOf([
    { stage: "planned", from: "2012-07" },
    { stage: "planned", from: "2012-08" },
    { stage: "preparation", from: "2012-10" },
    { stage: "approved", from: "2013-01" },
  ]);
  expect(spells).toEqual([
    { stage: "planned", from: null, until: "2012-10" },
    { stage: "preparation", from: "2012-10", until: "2013-01" },
    { stage: "approved", from: "2013-01", until: null },
  ]);
  expect(spells.map((spell) => monthsIn(spell, "2013-02"))).toEqual([null, 3, 2]);
  expect(spellsOf([])).toEqual([]);
});

test("a project that waits for an approval stands there, one that has it by its own stage", () => {
  expect(columnOf("planned", false)).toBe("planned");
  expect(columnOf("planned", true)).toBe("approval");
  expect(columnOf("preparation", true)).toBe("approval");
  expect(columnOf("construction", true)).toBe("construction");
  expect(columnOf("unstated", false)).toBe("beside");
  expect(columnOf("suspended", true)).toBe("beside");
});
