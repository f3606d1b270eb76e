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

/** Made once; says on standard output how far it is, and with what one signs in. */
async function prepareDemo(dir: string): Promise<void> {
  const [{ makeDemo }, { DEMO_PASSWORD }, { serverBuild }] = await Promise.all([
    import("./demo/make.ts"),
    import("./demo/accounts.ts"),
    import("./client/build.ts"),
  ]);
  const say = (line: string) => process.stdout.write(`${line}\n`);
  await makeDemo(dir, await serverBuild(), (month) => say(`演示数据 demonstration data, ${month}`));
  say(
    `演示账号 demonstration accounts: 演示浏览, 演示填报, 演示审核, 演示办公室, 演示系统管理员, 演示安全管理员, 演示审计员; ${DEMO_PASSWORD}`,
  );
}

try {
  const [{ parseEnv }, { start }] = await Promise.all([import("./env.ts"), import("./start.ts")]);
  const isDemo = process.argv.includes("--demo");
  const env = parseEnv(isDemo ? { DATA_DIR: "data-demo", ...process.env } : process.env);
  if (isDemo) await prepareDemo(env.DATA_DIR);
  const running = await start(env, { dev: process.argv.includes("--dev") });
  stopOnSignal(running);
  // Here and in no log: whoever opens it first is the administrator.
  const setup = running.setup === null ? "" : `管理员账号 administrator's account: ${running.setup}\n`;
  process.stdout.write(`一张图 ${running.url} (Node ${process.version})\n${setup}`);
} catch (error) {
  process.stderr.write(`${explain(error)}\n`);
  process.exit(1);
}
