/** `npm run bench`: all of it; `npm run bench -- pages api`: those named. Prints medians and ratios; asserts nothing. */
import { machine } from "./statistics.ts";

const BENCHES = {
  pages: async () => (await import("./pages.ts")).benchPages(),
  changes: async () => (await import("./changes.ts")).benchChanges(),
  weight: async () => (await import("./weight.ts")).benchWeight(),
  api: async () => (await import("./api.ts")).benchApi(),
  memory: async () => (await import("./memory.ts")).benchMemory(),
};
const names = Object.keys(BENCHES) as (keyof typeof BENCHES)[];
const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !(names as string[]).includes(name));
if (unknown.length > 0) throw new Error(`no bench ${unknown.join(", ")}; there are ${names.join(", ")}`);

for (const name of names.filter((one) => asked.length === 0 || asked.includes(one))) {
  console.log(`\n${name} · ${machine()}`);
  await BENCHES[name]();
}
