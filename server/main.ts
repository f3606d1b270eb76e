/** `npm start`: the one module that reads the process's surroundings and may end it. */
import { setFlagsFromString } from "node:v8";
import type { Running } from "./start.ts";

// Left alone, V8 lets the nursery grow to 128 MB and the heap to four times what lives in it. Set before the
// rest is loaded, which is why that is imported below. Measured: half the memory, the same speed.
setFlagsFromString("--semi-space-growth-factor=1");
setFlagsFromString("--heap-growing-percent=50");

/** Sentences that say what to do; anything else is a fault of ours and comes with its stack. */
const FORESEEN = ["StartError", "SeedError", "GeoDataError"];

function explain(error: unknown): string {
  if (error instanceof Error && FORESEEN.includes(error.name)) return error.message;
  return `The server did not start, for a reason nobody foresaw:\n${error instanceof Error ? error.stack : String(error)}`;
}

function stopOnSignal(running: Running): void {
  let stopping = false;
  const stop = () => {
    if (stopping) return;
    stopping = true;
    running.stop().then(
      () => process.exit(0),
      (error: unknown) => {
        process.stderr.write(`The server did not stop cleanly: ${String(error)}\n`);
        process.exit(1);
      },
    );
  };
  process.on("SIGTERM", stop).on("SIGINT", stop);
}

try {
  const [{ parseEnv }, { start }] = await Promise.all([import("./env.ts"), import("./start.ts")]);
  const running = await start(parseEnv(process.env), { dev: process.argv.includes("--dev") });
  stopOnSignal(running);
  process.stdout.write(`一张图 ${running.url} (Node ${process.version})\n`);
} catch (error) {
  process.stderr.write(`${explain(error)}\n`);
  process.exit(1);
}
