import { type ChildProcess, fork } from "node:child_process";
import { aDataDir } from "../factories.ts";
import type { Said, Told } from "./child.ts";
import { childCode } from "./child-code.ts";
import { DEEDS, type Deed } from "./deeds.ts";

/** What a caller knows of a deed: it was done, it was refused, or nobody answered. */
export type Outcome = "ok" | "failed" | "unknown";
export type Asked = Map<number, { deed: Deed; outcome: Outcome; why?: string }>;

export type Round = {
  dir: string;
  /** Number of its first deed. */
  from: number;
  /** Deeds at most. */
  most: number;
  env?: Record<string, string>;
  execArgv?: string[];
  /** Kills the process by this time after it is ready; it may die by itself before. */
  killAfterMs?: number;
};

/** Deeds under way at once: as many askers. */
const AT_ONCE = 4;
const PATIENCE_MS = 60_000;

/** Where processes keep the code that they have compiled. */
let codeCache: string | undefined;

export type Ended = { asked: Asked; refused: string | null; signal: NodeJS.Signals | null };

/** Starts the process, gives it deeds to do, and is there when it ends, in whatever way. */
export async function runRound(round: Round): Promise<Ended> {
  const { dir, from, most, env = {}, execArgv = [], killAfterMs } = round;
  const asked: Asked = new Map();
  /** What nobody has answered yet. */
  const open = new Set<number>();
  let refused: string | null = null;
  codeCache ??= aDataDir();
  const child = fork(await childCode(), {
    env: {
      PATH: process.env.PATH ?? "",
      DATA_DIR: dir,
      UV_USE_IO_URING: "0",
      NODE_COMPILE_CACHE: codeCache,
      ...env,
    },
    execArgv,
    stdio: ["ignore", "ignore", "ignore", "ipc"],
  });
  let next = from;
  let timer: NodeJS.Timeout | undefined;
  const patience = setTimeout(() => child.kill("SIGKILL"), PATIENCE_MS);
  const tell = () => {
    if (!child.connected) return;
    if (next >= from + most) {
      if (open.size === 0) child.disconnect();
      return;
    }
    // Mostly single reports, as in life.
    const deed = next % 4 === 0 ? (DEEDS[1 + ((next / 4) % 3)] ?? "save") : "save";
    asked.set(next, { deed, outcome: "unknown" });
    open.add(next);
    send(child, { n: next, deed });
    next += 1;
  };
  child.on("message", (said: Said) => {
    if ("refused" in said) refused = said.refused;
    else if ("ready" in said) {
      if (killAfterMs !== undefined) timer = setTimeout(() => child.kill("SIGKILL"), killAfterMs);
      for (let n = 0; n < AT_ONCE; n += 1) tell();
    } else {
      open.delete(said.n);
      const one = asked.get(said.n);
      if (one !== undefined) {
        one.outcome = said.ok ? "ok" : said.isKnown ? "failed" : "unknown";
        if (!said.ok) one.why = said.why;
      }
      tell();
    }
  });
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", (_code, signal) => {
      clearTimeout(timer);
      clearTimeout(patience);
      const end = () => resolve({ asked, refused, signal });
      // Answers that it gave before it died may still be on their way.
      if (child.connected) child.once("disconnect", end);
      else end();
    });
  });
}

const send = (child: ChildProcess, told: Told) => child.send(told, () => {});
