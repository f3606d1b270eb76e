/** `npm run bench:wall`, or with the names of some: prints medians and ratios; asserts nothing. */
import { runBenches } from "./run-benches.ts";

await runBenches({
  loads: async () => (await import("./wall/loads.ts")).benchLoads(),
  complete: async () => (await import("./wall/complete.ts")).benchComplete(),
  flights: async () => (await import("./wall/flights.ts")).benchFlights(),
});
