import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Ledger, openLedger } from "#server/ledger.ts";
import { Rooms } from "#server/remote/rooms.ts";
import { createCaller } from "#server/router.ts";

const made: string[] = [];
const sweep = () => {
  for (const dir of made.splice(0)) rmSync(dir, { recursive: true, force: true });
};
// The test runner ends its processes by signal, plain node by itself.
process.once("exit", sweep);
process.once("SIGTERM", () => {
  sweep();
  process.exit();
});

/** A directory of its own, gone when the process ends. */
export function aDataDir(): string {
  const dir = mkdtempSync(join(tmpdir(), "one-map-test-"));
  made.push(dir);
  return dir;
}

/** The real router over a ledger, without HTTP. */
export const apiOf = ({ database, revisions }: Ledger) =>
  createCaller({
    db: database.read,
    revisions,
    rooms: new Rooms(),
    boundary: { reviewNumber: null, credits: ["credit of the data"] },
    origin: "http://one-map.test",
    asker: "here",
  });

let shared: Promise<Ledger> | undefined;

/** The real router over a real database with the seed in it: one for all that only read. */
export async function seededApi() {
  shared ??= openLedger(aDataDir(), "test");
  return apiOf(await shared);
}
