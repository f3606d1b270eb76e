/**
 * `npm run chaos [-- SCENARIO …] [--rounds N] [--seed N]`: what is left of the data after the machine failed, in each
 * of many ways, N times (200). Ends with 1 where an acknowledged write is lost, something is there twice or by half.
 */
import { parseArgs } from "node:util";
import { newTally, type Tally } from "./check.ts";
import { chance, SCENARIOS } from "./scenarios.ts";

const { values, positionals } = parseArgs({
  options: { rounds: { type: "string", default: "200" }, seed: { type: "string", default: "1" } },
  allowPositionals: true,
});
const names = positionals.length > 0 ? positionals : Object.keys(SCENARIOS);
const COLUMNS: (keyof Tally)[] = [
  ...(["rounds", "ok", "failed", "unknown"] as const),
  ...(["lost", "twice", "half", "rollup", "audit", "unopened"] as const),
];
const line = (cells: readonly (string | number)[]): string =>
  cells.map((cell, at) => (at === 0 ? String(cell).padEnd(14) : String(cell).padStart(9))).join("");

/** A line of the table. True where all is as it should be. */
function say(name: string, tally: Tally, started: number): boolean {
  const { about, control = false } = SCENARIOS[name] ?? { about: "" };
  const { lost, twice, half, rollup, audit } = tally;
  const wrong = twice + half + rollup + (control ? 0 : lost + audit);
  const broken = control && lost === 0;
  const verdict = broken ? "LOST NOTHING: THE TEST IS BROKEN" : wrong > 0 ? "NOT AS IT SHOULD BE" : "";
  const seconds = Math.round((performance.now() - started) / 1000);
  console.log(`${line([name, ...COLUMNS.map((column) => tally[column]), seconds])}  ${about} ${verdict}`);
  return wrong === 0 && !broken;
}

let good = true;
console.log(line(["", ...COLUMNS, "seconds"]));
for (const name of names) {
  const scenario = SCENARIOS[name];
  if (scenario === undefined)
    throw new Error(`no scenario ${name}; there are ${Object.keys(SCENARIOS).join(", ")}`);
  const [tally, started] = [newTally(), performance.now()];
  // Hours are long: what was seen so far is said when it is stopped.
  const stop = () => {
    say(name, tally, started);
    process.exit(130);
  };
  // Before the test directories are swept, which ends the process.
  process.prependOnceListener("SIGINT", stop).prependOnceListener("SIGTERM", stop);
  await scenario.run(tally, Number(values.rounds), chance(Number(values.seed)));
  process.off("SIGINT", stop).off("SIGTERM", stop);
  good = say(name, tally, started) && good;
}
process.exitCode = good ? 0 : 1;
