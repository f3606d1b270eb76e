import { expect, test } from "vitest";
import { DUE_DAY } from "#domain/report/period.ts";
import { openMonth } from "#server/db/filing/periods.ts";
import { aFilingLedger, as, OFFICE, WATER } from "./filing-office.ts";

test("the office's rule is for months that are opened later, and is in the trail with why", async () => {
  const ledger = await aFilingLedger("2012-10");
  const { period } = as(ledger, OFFICE);
  const dueOf = async () => (await period.list()).map(({ month, dueOn }) => [month, dueOn]);
  const before = await dueOf();
  expect(await period.rule()).toEqual({ dueDay: DUE_DAY, note: null });

  const rule = { dueDay: 8, note: "国庆长假后再报" };
  expect(await period.setRule(rule)).toEqual(rule);
  await openMonth(ledger.database.write, "2012-11", new Date());
  expect(await dueOf()).toEqual([["2012-11", "2012-12-08"], ...before]);
  // The last word holds, and says what it took the place of.
  await period.setRule({ dueDay: 3, note: "提前" });
  await openMonth(ledger.database.write, "2012-12", new Date());
  expect((await dueOf())[0]).toEqual(["2012-12", "2013-01-03"]);
  const notes = await ledger.database.read
    .selectFrom("audit")
    .select(["before", "after"])
    .where("action", "=", "period.setRule")
    .orderBy("seq")
    .execute();
  expect(notes.map((one) => [JSON.parse(one.before ?? ""), JSON.parse(one.after ?? "")])).toEqual([
    [{ dueDay: DUE_DAY, note: null }, rule],
    [rule, { dueDay: 3, note: "提前" }],
  ]);
  await ledger.database.close();
});

test("it is a day that every month has, set with a reason, by the office alone", async () => {
  const ledger = await aFilingLedger();
  const set = (who: typeof OFFICE, dueDay: number, note = "x") =>
    as(ledger, who)
      .period.setRule({ dueDay, note })
      .then(
        () => "OK",
        (error: { code: string }) => error.code,
      );
  expect(await Promise.all([0, 29, 1.5].map((day) => set(OFFICE, day)))).toEqual(
    Array(3).fill("BAD_REQUEST"),
  );
  expect(await set(OFFICE, 6, " ")).toBe("BAD_REQUEST");
  expect(await set(WATER, 6)).toBe("FORBIDDEN");
  expect(await as(ledger, WATER).period.rule()).toEqual({ dueDay: DUE_DAY, note: null });
  expect([await set(OFFICE, 1), await set(OFFICE, 28)]).toEqual(["OK", "OK"]);
  await ledger.database.close();
});
