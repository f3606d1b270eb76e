import { join } from "node:path";
import { expect, test } from "vitest";
import { verifyTrail } from "#server/audit/verify.ts";
import { makeBackup } from "#server/backup/make-backup.ts";
import { checkRollup } from "#server/db/rollup.ts";
import { openLedger } from "#server/ledger.ts";
import { aDataDir } from "../../factories.ts";
import { run, writeOne, written } from "./commands.ts";

test("a backup is restored whole while another server writes on the same disk, and that one loses nothing by it", {
  timeout: 60_000,
}, async () => {
  const [old, busy] = [aDataDir(), aDataDir()];
  const source = await openLedger(old, "test");
  for (let n = 0; n < 20; n += 1) await writeOne(source, old, n);
  const { folder } = await makeBackup(old, join(aDataDir(), "backup"), "0.1.0");
  await source.database.close();

  const serving = await openLedger(busy, "test");
  let [writing, count] = [true, 0];
  const writers = Array.from({ length: 4 }, async () => {
    while (writing) {
      const n = count;
      count += 1;
      await writeOne(serving, busy, n);
    }
  });
  const target = join(aDataDir(), "data");
  const before = count;
  const made = await run("restore", target, folder);
  const during = count - before;
  writing = false;
  await Promise.all(writers);
  expect([made.code, made.err]).toEqual([0, ""]);
  expect(during).toBeGreaterThan(10);

  const numbers = (some: readonly string[]) => some.toSorted();
  const expected = (length: number) => numbers(Array.from({ length }, (_, n) => `write-${n}`));
  for (const [ledger, dir, length] of [
    [await openLedger(target, "test"), target, 20],
    [serving, busy, count],
  ] as const) {
    const [files, notes] = await written(ledger);
    expect(numbers(files)).toEqual(expected(length));
    expect(numbers(notes)).toEqual(expected(length));
    expect(await verifyTrail(ledger.database.read, dir)).toMatchObject({ faults: [] });
    expect(await checkRollup(ledger.database.read)).toEqual([]);
    await ledger.database.close();
  }
});
