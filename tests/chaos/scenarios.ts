import { rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { checkLeft, type Tally } from "./check.ts";
import { aPreparedDir, DataDirs } from "./data-dirs.ts";
import { flipBit } from "./flip.ts";
import { underShim } from "./power.ts";
import { type Ended, type Round, runRound } from "./round.ts";

/** Numbers by chance that a seed settles (mulberry32), from 0 to 1. */
export function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Counts into the tally as it goes. */
export type Scenario = (tally: Tally, rounds: number, random: () => number) => Promise<void>;

type Failure = (dir: string, random: () => number) => Pick<Round, "env" | "execArgv" | "killAfterMs">;

/** So many rounds on the same directory, each ended by a failure and looked at after it. */
const failing =
  (most: number, failure: Failure, expectDeath: boolean): Scenario =>
  async (tally, rounds, random) => {
    const dirs = new DataDirs();
    for (let round = 0; round < rounds; round += 1) {
      const { dir, from } = await dirs.take(most);
      const ended = await runRound({ dir, from, most, ...failure(dir, random) });
      if (expectDeath) requireDeath(ended);
      const refused = await checkLeft(dir, ended.asked, tally);
      if (refused !== null) dirs.abandon();
    }
    dirs.abandon();
  };

/** A round that ended by itself has tried nothing. */
function requireDeath({ signal, refused }: Ended): void {
  if (refused !== null) throw new Error(`The process did not start: ${refused}`);
  if (signal !== "SIGKILL") throw new Error("The process ended by itself: it was given too little to do.");
}

const power =
  (mode: "drop" | "mix", execArgv: string[]): Failure =>
  (dir, random) => ({
    execArgv,
    env: underShim(dir, {
      POWER_AT: 1 + Math.floor(random() * 250),
      POWER_MODE: mode,
      POWER_SEED: Math.floor(random() * 1e9),
    }),
  });

const CARELESS = ["--import", fileURLToPath(new URL("./normal.ts", import.meta.url))];

const fault =
  (kind: "EIO" | "ENOSPC"): Failure =>
  (dir, random) => ({
    killAfterMs: 4_000,
    env: underShim(dir, {
      FAULT: kind,
      FAULT_AT: 1 + Math.floor(random() * 250),
      // Once, for a while, or to the end.
      FAULT_FOR: [1, 20, 1_000_000][Math.floor(random() * 3)] ?? 1,
    }),
  });

/** A second process on the folder is refused, and costs the first nothing. */
const second: Scenario = async (tally, rounds) => {
  const dirs = new DataDirs();
  for (let round = 0; round < rounds; round += 1) {
    const { dir, from } = await dirs.take(40);
    const [first, other] = await Promise.all([
      runRound({ dir, from, most: 20, killAfterMs: 3_000 }),
      runRound({ dir, from: from + 20, most: 20, killAfterMs: 3_000 }),
    ]);
    if ([first, other].filter((ended) => ended.refused?.includes("Another process serves")).length !== 1) {
      throw new Error(`Of two processes one is to be refused: ${first.refused}, ${other.refused}.`);
    }
    await checkLeft(dir, new Map([...first.asked, ...other.asked]), tally);
  }
  dirs.abandon();
};

/** A bit turned while nobody serves: the start refuses, or nothing that was acknowledged is touched. */
const flipped =
  (file: string): Scenario =>
  async (tally, rounds, random) => {
    for (let tries = 0; tally.rounds < rounds; tries += 1) {
      if (tries > 3 * rounds) throw new Error(`In ${tries} rounds there was hardly ever a bit of ${file}.`);
      const dir = await aPreparedDir();
      const { asked } = await runRound({ dir, from: 0, most: 400, killAfterMs: 100 + random() * 300 });
      // Killed before its first write it may have left none, which is no round.
      if (flipBit(join(dir, file), random())) await checkLeft(dir, asked, tally);
      rmSync(dir, { recursive: true, force: true });
    }
  };

/** By name, with what is to be nought and is not in a control. */
export const SCENARIOS: Record<string, { run: Scenario; about: string; control?: true }> = {
  kill: {
    about: "kill -9 in the middle of saving, importing, publishing, freezing",
    run: failing(400, (_dir, random) => ({ killAfterMs: random() * 400 }), true),
  },
  power: {
    about: "power failure, unsynced writes dropped",
    run: failing(200, power("drop", []), true),
  },
  "power-mix": {
    about: "power failure, unsynced sectors kept by chance",
    run: failing(200, power("mix", []), true),
  },
  "power-control": {
    about: "the same with synchronous=NORMAL: must lose some",
    run: failing(200, power("drop", CARELESS), true),
    control: true,
  },
  full: { about: "disk full from the nth write", run: failing(32, fault("ENOSPC"), false) },
  eio: { about: "input/output error at the nth write or sync", run: failing(32, fault("EIO"), false) },
  second: { about: "a second process on the folder", run: second },
  "flip-database": { about: "a bit turned in the database", run: flipped("one-map.db") },
  "flip-wal": { about: "a bit turned in the WAL", run: flipped("one-map.db-wal") },
};
