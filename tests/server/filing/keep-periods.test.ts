import { expect, test } from "vitest";
import { actOf, SERVER } from "#server/act.ts";
import { listPeriods } from "#server/db/filing/periods.ts";
import { keepPeriodsOpen } from "#server/filing/keep-periods.ts";
import { openLedger } from "#server/ledger.ts";
import { aDataDir } from "../../factories.ts";

const silent = { info: () => {}, error: () => {} };

test("months open by themselves, those that passed meanwhile too, each once and with its note in the trail", async () => {
  const { database, revisions } = await openLedger(aDataDir(), "test");
  const act = actOf({ write: database.write, revisions, auditHash: "sha256" }, SERVER);
  const openOn = async (day: string) => {
    const parts = { read: database.read, act, log: silent };
    const stop = await keepPeriodsOpen(parts, { now: () => new Date(day) });
    stop();
    return (await listPeriods(database.read)).map(({ month }) => month);
  };
  expect(await openOn("2026-08-31T15:59:00Z")).toEqual(["2026-08"]);
  // Midnight in Hohhot is four in the afternoon before by UTC.
  expect(await openOn("2026-08-31T16:00:00Z")).toEqual(["2026-09", "2026-08"]);
  expect(await openOn("2026-11-15T00:00:00Z")).toEqual(["2026-11", "2026-10", "2026-09", "2026-08"]);
  await openOn("2026-11-16T00:00:00Z");
  const notes = await database.read
    .selectFrom("audit")
    .select(["account_id", "target"])
    .where("action", "=", "period.open")
    .orderBy("seq")
    .execute();
  expect(notes).toEqual(
    ["2026-08", "2026-09", "2026-10", "2026-11"].map((target) => ({ account_id: null, target })),
  );
  await database.close();
});

test("the first start says in the trail that it named who files for what, a later one nothing", async () => {
  const dir = aDataDir();
  for (const _ of ["first", "second"]) {
    const { database } = await openLedger(dir, "test", "sm3");
    const notes = await database.read
      .selectFrom("audit")
      .select(["action", "after", "algorithm"])
      .where("action", "=", "assignment.seed")
      .execute();
    const { n } = await database.read
      .selectFrom("assignment")
      .select((eb) => eb.fn.countAll<number>().as("n"))
      .executeTakeFirstOrThrow();
    expect(notes).toEqual([
      { action: "assignment.seed", after: JSON.stringify({ assignments: Number(n) }), algorithm: "sm3" },
    ]);
    await database.close();
  }
});
