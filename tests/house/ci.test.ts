import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { aDataDir } from "../factories.ts";

const PASSED = { numPassedTests: 3, numFailedTests: 0, testResults: [] };
const UNLOADED = { ...PASSED, testResults: [{ status: "failed", assertionResults: [] }] };

test.each([
  ["all is well", PASSED, "0", "0", "3 passed, 0 failed"],
  ["a test fails", { ...PASSED, numFailedTests: 2 }, "1", "0", "3 passed, 2 failed"],
  ["a file does not load", UNLOADED, "1", "0", "3 passed, 1 failed"],
  ["the run itself fails", PASSED, "1", "0", "3 passed, 1 failed"],
  ["lint and types fail", PASSED, "0", "2", "3 passed, 2 failed"],
  ["there is no report", null, "1", "1", "0 passed, 2 failed"],
])("CI closes with the plain counts when %s", (_what, report, status, beside, line) => {
  const file = join(aDataDir(), "report.json");
  if (report !== null) writeFileSync(file, JSON.stringify(report));
  const counts = spawnSync(process.execPath, [".ci/counts.mjs", file, status, beside], { encoding: "utf8" });
  expect(counts.stdout.trim().split("\n").at(-1)).toBe(line);
  expect(counts.status).toBe(line.endsWith(" 0 failed") ? 0 : 1);
});

test("CI runs every part of npm run check, and nothing else", () => {
  const { scripts } = JSON.parse(readFileSync("package.json", "utf8")) as { scripts: { check: string } };
  const parts = [...scripts.check.matchAll(/npm run (\w+) && /g)].map((part) => part[1]);
  expect(scripts.check).toBe([...parts.map((part) => `npm run ${part}`), "npm test"].join(" && "));
  const script = readFileSync(".ci/run", "utf8");
  expect(script).toContain(`for part in ${parts.join(" ")}; do`);
  expect(script.match(/^\s*npm \S+/gm)?.map((command) => command.trim())).toEqual([
    "npm ci",
    "npm run",
    "npm test",
    "npm exec",
  ]);
});
