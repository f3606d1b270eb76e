import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

/** What passes time: a test waits for what is to happen, or turns the clock itself. */
const PASSES_TIME = /\b(?:setTimeout|setInterval|waitForTimeout)\(|["'](?:node:)?timers(?:\/promises)?["']/;

/** Load and chaos are made of waiting, and so is another machine's start. */
const BESIDE = ["tests/bench/", "tests/bundle/", "tests/chaos/", "tests/server/chaos/"];

/** Files that may, and why. */
const MAY: Record<string, string> = {
  "tests/browser/brief-parts.test.ts": "takes the graphics unit away from outside the call that reads it",
  "tests/browser/wall-tour.test.ts": "keeps what each scene says, of a tour that nobody holds",
  "tests/house/no-sleep.test.ts": "has the words that it looks for",
  "tests/server/peak-memory.ts": "measures: nothing waits for it",
};

const files = execFileSync(
  "git",
  ["ls-files", "-z", "--cached", "--others", "--exclude-standard", "tests/*.ts", "tests/*.tsx"],
  { encoding: "utf8" },
)
  .split("\0")
  .filter((file) => file !== "" && !BESIDE.some((room) => file.startsWith(room)));
const passing = files.filter((file) => PASSES_TIME.test(readFileSync(file, "utf8")));

test("no test sleeps to pass: those that pass time are named with their reason, and no other is", () => {
  expect(files.length).toBeGreaterThan(100);
  expect(passing.sort()).toEqual(Object.keys(MAY).sort());
});

test.each([
  "await new Promise((resolve) => setTimeout(resolve, 5));",
  'import { setTimeout as pause } from "node:timers/promises";',
  "await page.waitForTimeout(50);",
])("%s is found", (line) => {
  expect(line).toMatch(PASSES_TIME);
});
