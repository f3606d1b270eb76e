import { expect, test } from "vitest";
import { dueOn } from "#domain/work/task.ts";

test("a task that is given another day no longer has the source's words for its old one", () => {
  const task = { due: "2012-09-30", dueWords: "第三季度" };
  expect({ ...task, ...dueOn("2012-11-30") }).toEqual({ due: "2012-11-30", dueWords: null });
  expect({ ...task, ...dueOn(null) }).toEqual({ due: null, dueWords: null });
});
