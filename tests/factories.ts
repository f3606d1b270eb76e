import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { type Ledger, openLedger } from "#server/ledger.ts";
import { createCaller } from "#server/router.ts";

/** A directory of its own, gone when the test or its file ends. */
export function aDataDir(): string {
  const dir = mkdtempSync(join(tmpdir(), "one-map-test-"));
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }));
  return dir;
}

/** A real database in a temporary file with the seed in it. The caller closes it. */
export async function openSeededLedger(
  dir = mkdtempSync(join(tmpdir(), "one-map-test-")),
): Promise<Ledger & { dir: string; close: () => Promise<void> }> {
  const ledger = await openLedger(dir, "test");
  const close = async () => {
    ledger.revisions.close();
    await ledger.database.close();
    rmSync(dir, { recursive: true, force: true });
  };
  return { ...ledger, dir, close };
}

let shared: ReturnType<typeof openSeededLedger> | undefined;

/** The real router over the seeded database, one for all reading tests of a file. */
export async function seededApi() {
  shared ??= openSeededLedger().then((ledger) => {
    // The directory goes with the process: reading tests of one file share it.
    process.once("exit", () => rmSync(ledger.dir, { recursive: true, force: true }));
    return ledger;
  });
  const { database, revisions } = await shared;
  return createCaller({ db: database.read, revisions, requestId: "test", revision: revisions.current });
}
