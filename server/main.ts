/** `npm start`: the one module that reads the process's surroundings and may end it. */
import { setFlagsFromString } from "node:v8";
import { GeoDataError } from "#geo/geo-data-error.ts";
import { SeedError } from "#seeds/read.ts";
import { parseEnv } from "./env.ts";
import { type Running, start } from "./start.ts";
import { StartError } from "./start-error.ts";

/** Sentences that say what to do; anything else is a fault of ours and comes with its stack. */
const isForeseen = (error: unknown): error is Error =>
  error instanceof StartError || error instanceof SeedError || error instanceof GeoDataError;

function explain(error: unknown): string {
  if (isForeseen(error)) return error.message;
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

// V8 lets its nursery grow to 128 MB under load; this server's answers are small and need a hundredth of it.
setFlagsFromString("--optimize-for-size");

try {
  const running = await start(parseEnv(process.env), { dev: process.argv.includes("--dev") });
  stopOnSignal(running);
  process.stdout.write(`一张图 ${running.url} (Node ${process.version})\n`);
} catch (error) {
  process.stderr.write(`${explain(error)}\n`);
  process.exit(1);
}
