import { expect, test } from "vitest";
import { aFilingLedger, as, MONTH, OFFICE, WATER } from "./filing-office.ts";

const WHERE = { unit: "dept-water", month: MONTH };
const codeOf = (asked: Promise<unknown>): Promise<string> =>
  asked.then(
    () => "OK",
    (error: { code: string }) => error.code,
  );

test("what was said in one click is unsaid in one, as often as one likes, and the trail has it all", async () => {
  const ledger = await aFilingLedger();
  const { report, period } = as(ledger, WATER);
  expect(await codeOf(report.undoNil(WHERE))).toBe("CONFLICT");
  for (const _ of ["once", "again"]) {
    await report.nil(WHERE);
    await report.undoNil(WHERE);
    expect(await period.mine({ month: MONTH })).toMatchObject({ state: "waiting", nil: null });
  }
  const notes = await ledger.database.read
    .selectFrom("audit")
    .select("after")
    .where("action", "=", "report.nil")
    .orderBy("seq")
    .execute();
  expect(notes.map(({ after }) => after === "null")).toEqual([false, true, false, true]);
  await ledger.database.close();
});

test("once the month is published it stands", async () => {
  const ledger = await aFilingLedger();
  await as(ledger, WATER).report.nil(WHERE);
  await as(ledger, OFFICE).report.publish({ month: MONTH });
  expect(await codeOf(as(ledger, WATER).report.undoNil(WHERE))).toBe("CONFLICT");
  expect((await as(ledger, WATER).period.mine({ month: MONTH })).nil).not.toBeNull();
  await ledger.database.close();
});
