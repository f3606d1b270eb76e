import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { expect, test } from "vitest";

const text = readFileSync(resolve("docs/workflows.md"), "utf8");

test("each of the source's 22 arrangements has its row, and every test that is said to walk one is there", () => {
  const rows = [...text.matchAll(/^\| (WF-\d\d) \|/gm)].map(([, id]) => id);
  expect(rows).toEqual(Array.from({ length: 22 }, (_, at) => `WF-${String(at + 1).padStart(2, "0")}`));
  const tests = [...text.matchAll(/`(tests\/[^`]+)`/g)].map(([, path]) => path ?? "");
  expect(tests.length).toBeGreaterThan(5);
  expect(tests.filter((path) => !existsSync(resolve(path)))).toEqual([]);
});
