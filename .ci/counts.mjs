// Vitest's JSON report, its exit code and what failed beside it → the line `N passed, N failed`, and the exit code.
import { readFileSync } from "node:fs";

const [, , file, status, beside] = process.argv;
let passed = 0;
let failed = 0;
try {
  const report = JSON.parse(readFileSync(file, "utf8"));
  passed = report.numPassedTests;
  // A file that does not load has no tests to fail: it counts as one.
  const unloaded = report.testResults.filter((one) => one.status === "failed" && one.assertionResults.length === 0).length;
  failed = report.numFailedTests + unloaded;
} catch (error) {
  console.error(`No report from the tests: ${error.message}`);
}
if (failed === 0 && (status !== "0" || passed === 0)) failed = 1;
failed += Number(beside);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
