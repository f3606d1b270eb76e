/** `npm run bench:wall`, or with the names of some: prints medians and ratios; asserts nothing. */
import { machine } from "./statistics.ts";

const BENCHES = {
  loads: async () => (await import("./wall/loads.ts")).benchLoads(),
  complete: async () => (await import("./wall/complete.ts")).benchComplete(),
  flights: async () => (await import("./wall/flights.ts")).benchFlights(),
};
const names = Object.keys(BENCHES) as (keyof typeof BENCHES)[];
const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !(names as string[]).includes(name));
if (unknown.length > 0) throw new Error(`no bench ${unknown.join(", ")}; there are ${names.join(", ")}`);

for (const name of names.filter((one) => asked.length === 0 || asked.includes(one))) {
  console.log(`\n${name} · ${machine()}`);
  await BENCHES[name]();
}
