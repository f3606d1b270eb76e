import { cpSync, rmSync } from "node:fs";
import { openLedger } from "#server/ledger.ts";
import { aDataDir } from "../factories.ts";
import { MOST_DEEDS, prepare } from "./deeds.ts";

let template: Promise<string> | undefined;

async function makeTemplate(): Promise<string> {
  const dir = aDataDir();
  const ledger = await openLedger(dir, "chaos");
  await prepare(ledger);
  await ledger.database.close();
  return dir;
}

/** A data directory with the seed in it that takes reports. */
export async function aPreparedDir(): Promise<string> {
  template ??= makeTemplate();
  const dir = aDataDir();
  cpSync(await template, dir, { recursive: true });
  return dir;
}

/** One directory for many rounds, as a server's goes through many failures; another one once it is full or unusable. */
export class DataDirs {
  #dir: string | null = null;
  #next = 0;

  /** Where the next round goes on, with room for so many deeds. */
  async take(most: number): Promise<{ dir: string; from: number }> {
    if (this.#dir === null || this.#next + most > MOST_DEEDS) {
      this.abandon();
      this.#dir = await aPreparedDir();
    }
    const from = this.#next;
    this.#next += most;
    return { dir: this.#dir, from };
  }

  abandon(): void {
    if (this.#dir !== null) rmSync(this.#dir, { recursive: true, force: true });
    this.#dir = null;
    this.#next = 0;
  }
}
