import { machine } from "./statistics.ts";

/** Runs all, or those that the command line names, each under a line that says on what. */
export async function runBenches(benches: Readonly<Record<string, () => Promise<void>>>): Promise<void> {
  const names = Object.keys(benches);
  const asked = process.argv.slice(2);
  const unknown = asked.filter((name) => !names.includes(name));
  if (unknown.length > 0) throw new Error(`no bench ${unknown.join(", ")}; there are ${names.join(", ")}`);
  for (const [name, bench] of Object.entries(benches)) {
    if (asked.length > 0 && !asked.includes(name)) continue;
    console.log(`\n${name} · ${machine()}`);
    await bench();
  }
}
