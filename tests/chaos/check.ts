import { verifyTrail } from "#server/audit/verify.ts";
import { type Database, openDatabase } from "#server/db/open.ts";
import { checkRollup } from "#server/db/rollup.ts";
import { traceOf } from "./deeds.ts";
import type { Asked } from "./round.ts";

/** What is left after something went wrong, counted. All but the first four are to be nought. */
export type Tally = {
  rounds: number;
  ok: number;
  failed: number;
  unknown: number;
  /** Answered with yes, and not there. */
  lost: number;
  /** There more than once, or answered with no and there. */
  twice: number;
  half: number;
  rollup: number;
  audit: number;
  /** The directory is not opened any more. */
  unopened: number;
};

export const newTally = (): Tally => ({
  ...{ rounds: 0, ok: 0, failed: 0, unknown: 0 },
  ...{ lost: 0, twice: 0, half: 0, rollup: 0, audit: 0, unopened: 0 },
});

/**
 * Opens what is left as a start does, and holds it against what was answered. Returns why it was not opened. The seed,
 * which is there, is not read once more: the next process on the directory does so.
 */
export async function checkLeft(dir: string, asked: Asked, tally: Tally): Promise<string | null> {
  tally.rounds += 1;
  for (const { outcome } of asked.values()) tally[outcome] += 1;
  let database: Database;
  try {
    database = await openDatabase(dir);
  } catch (error) {
    tally.unopened += 1;
    return error instanceof Error ? error.message : String(error);
  }
  for (const [n, { deed, outcome }] of asked) {
    const { times, half } = await traceOf(database, deed, n);
    if (half !== null) {
      tally.half += 1;
      console.error(`${deed} ${n}, ${outcome}: ${half}`);
    }
    if (times === 0 && half === null && outcome === "ok") tally.lost += 1;
    if (times > 1 || (times > 0 && outcome === "failed")) tally.twice += 1;
  }
  tally.rollup += (await checkRollup(database.read)).length;
  tally.audit += (await verifyTrail(database.read, dir)).faults.length;
  await database.close();
  return null;
}
