import { expect, test } from "vitest";
import { matrixOf } from "#domain/work/matrix.ts";

const UNITS = ["league-150100", "dept-water", "dept-forestry", "dept-education"];
const task = (
  lead: string | null,
  parts: string[] = [],
  title = "方案",
  leadWords: string | null = null,
) => ({
  title,
  due: "2012-09-30",
  lead,
  brief: { leadWords },
  parts,
});

test("tasks that ask the same of several units are one line, and each unit has its part in it", () => {
  const { lines, units, leads, helps } = matrixOf(
    [task("dept-water", ["dept-forestry"]), task("dept-forestry"), task("dept-water", [], "移民")],
    UNITS,
  );
  expect(lines.map(({ title, count, parts }) => [title, count, Object.fromEntries(parts)])).toEqual([
    ["方案", 2, { "dept-forestry": "lead", "dept-water": "lead" }],
    ["移民", 1, { "dept-water": "lead" }],
  ]);
  expect(units).toEqual(["dept-water", "dept-forestry"]);
  expect([...leads]).toEqual([
    ["dept-water", 2],
    ["dept-forestry", 1],
  ]);
  expect([...helps]).toEqual([["dept-forestry", 1]]);
});

test("the same words for another day are another line", () => {
  const other = { ...task("dept-water"), due: null };
  expect(matrixOf([task("dept-water"), other], UNITS).lines).toHaveLength(2);
});

test("what nobody leads is counted, with whom the source means", () => {
  const { unled, lines } = matrixOf(
    [task(null, [], "制度", "各重点工作牵头部门"), task("dept-water")],
    UNITS,
  );
  expect(unled).toBe(1);
  expect(lines[0]).toMatchObject({ unnamed: "各重点工作牵头部门", count: 1 });
});

test("the units that lead the most are named where they lead more than one, at most three", () => {
  expect(matrixOf([task("dept-water"), task("dept-forestry")], UNITS).heaviest).toEqual([]);
  const twice = UNITS.flatMap((unit) => [task(unit), task(unit, [], "二")]);
  expect(matrixOf(twice, UNITS).heaviest).toEqual(UNITS.slice(0, 3));
  expect(matrixOf([...twice, task("dept-education", [], "三")], UNITS).heaviest).toEqual(["dept-education"]);
  expect(matrixOf([], UNITS)).toMatchObject({ lines: [], units: [], heaviest: [], unled: 0 });
});
