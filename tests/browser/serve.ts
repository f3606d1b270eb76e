import { type ChildProcess, spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

export type Served = { url: string; port: number; stop: () => Promise<void>; process: ChildProcess };

/** A port that was free a moment ago. */
export async function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() =>
        address && typeof address === "object" ? resolve(address.port) : reject(new Error("no port")),
      );
    });
  });
}

/**
 * The product as `npm start` runs it, on a free port and with a data folder of its own that goes with it.
 * A `PORT` or `DATA_DIR` given in `env` is used instead, and the folder is left to its giver. `hear` is given all that
 * the server has said, whenever it says more.
 */
export async function serve(
  env: Record<string, string> = {},
  hear: (said: string) => void = () => {},
): Promise<Served> {
  const folder = env.DATA_DIR ?? (await mkdtemp(join(tmpdir(), "one-map-")));
  const port = env.PORT === undefined ? await freePort() : Number(env.PORT);
  const server = spawn(process.execPath, ["server/main.ts"], {
    env: {
      ...process.env,
      HOST: "127.0.0.1",
      PORT: String(port),
      DATA_DIR: folder,
      LOG_LEVEL: "warn",
      ...env,
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  server.stderr.on("data", (chunk: Buffer) => {
    said += chunk.toString();
  });
  await new Promise<void>((resolve, reject) => {
    server.once("exit", (code) =>
      reject(new Error(`the server ended with ${code} before it served:\n${said}`)),
    );
    server.stdout.on("data", (chunk: Buffer) => {
      said += chunk.toString();
      hear(said);
      if (said.includes(`:${port}`)) resolve();
    });
  });
  const stop = async () => {
    if (server.exitCode === null) {
      const ended = new Promise((resolve) => server.once("exit", resolve));
      server.kill("SIGTERM");
      await ended;
    }
    if (env.DATA_DIR === undefined) await rm(folder, { recursive: true, force: true });
  };
  return { url: `http://127.0.0.1:${port}`, port, stop, process: server };
}
