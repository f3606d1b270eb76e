/** `npm run bench`: all of it; `npm run bench -- pages api`: those named. Prints medians and ratios; asserts nothing. */
import { runBenches } from "./run-benches.ts";

await runBenches({
  pages: async () => (await import("./pages.ts")).benchPages(),
  changes: async () => (await import("./changes.ts")).benchChanges(),
  weight: async () => (await import("./weight.ts")).benchWeight(),
  api: async () => (await import("./api.ts")).benchApi(),
  memory: async () => (await import("./memory.ts")).benchMemory(),
});
