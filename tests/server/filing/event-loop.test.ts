import { expect, test } from "vitest";
import type { Mine } from "#domain/report/exchange.ts";
import { longestHold } from "../longest-hold.ts";
import { addManyItems } from "../workbook/many-items.ts";
import { aFilingLedger, aReport, as, MONTH, OFFICE, WATER } from "./filing-office.ts";

const ITEMS = 10_000;
const NEXT = "2012-10";
/** ms, of the clause. */
const MOST = 50;

test("a unit's month of ten thousand items, each with a report before, is read and kept without holding the event loop", async () => {
  const ledger = await aFilingLedger(NEXT);
  await addManyItems(ledger.database.write, "dept-water", MONTH, ITEMS);
  await ledger.database.write.updateTable("report").set({ state: "submitted" }).execute();
  const api = as(ledger, WATER);
  const items = new Set<string>();
  const held: Record<string, number> = {};
  for (const month of [MONTH, NEXT]) {
    held[`pages of ${month}`] = await longestHold(async () => {
      let cursor: number | null = 0;
      while (cursor !== null) {
        const page: Mine = await api.period.mine({ month, cursor });
        for (const { item, previous } of page.items) if (previous !== null) items.add(item.id);
        cursor = page.nextCursor;
      }
    });
  }
  expect(items.size).toBe(ITEMS);
  held["who has filed"] = await longestHold(async () => {
    const { units } = await as(ledger, OFFICE).period.get({ month: MONTH });
    expect(units.find(({ unit }) => unit === "dept-water")).toMatchObject({ submitted: ITEMS });
  });
  held["one saved"] = await longestHold(() =>
    api.report.save({
      unit: "dept-water",
      month: NEXT,
      item: "N-05000",
      edition: 0,
      content: aReport({ stage: "construction" }),
    }),
  );
  expect(Object.entries(held).filter(([, ms]) => ms >= MOST)).toEqual([]);
  await ledger.database.close();
}, 60_000);
