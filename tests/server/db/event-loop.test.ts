import { monitorEventLoopDelay } from "node:perf_hooks";
import { sql } from "kysely";
import { expect, test } from "vitest";
import { openLedger } from "#server/ledger.ts";
import { aDataDir } from "../../factories.ts";

/** Counts far enough to keep one reader busy for a good while. */
const slow = sql<{ n: number }>`
  with recursive tick (n) as (select 1 union all select n + 1 from tick where n < 2000000)
  select count(*) as n from tick`;

test("a slow query holds up neither the event loop nor a query beside it", async () => {
  const { database } = await openLedger(aDataDir(), "test");
  const delay = monitorEventLoopDelay({ resolution: 5 });
  let slowEnded = false;
  delay.enable();
  const long = slow.execute(database.read).then((result) => {
    slowEnded = true;
    return result;
  });
  const item = await database.read.selectFrom("item").select("id").limit(1).execute();
  expect(item).toHaveLength(1);
  expect(slowEnded).toBe(false);
  expect((await long).rows).toEqual([{ n: 2_000_000 }]);
  delay.disable();
  // The query itself takes many times as long; what the loop saw of it is its own timer's grain.
  expect(delay.percentile(99) / 1e6).toBeLessThan(50);
  await database.close();
});

test("writes stand in one queue, and readers see the last committed one meanwhile", async () => {
  const { database } = await openLedger(aDataDir(), "test");
  const steps: string[] = [];
  const nameOf = async () => {
    const query = database.read.selectFrom("unit").select("name").where("id", "=", "dept-drc");
    return (await query.executeTakeFirstOrThrow()).name;
  };
  const write = (name: string) =>
    database.write.transaction().execute(async (tx) => {
      const before = await nameOf();
      steps.push(`${name} begins`);
      await tx.updateTable("unit").set({ name }).where("id", "=", "dept-drc").execute();
      expect(await nameOf()).toBe(before);
      steps.push(`${name} ends`);
      if (name === "second") throw new Error("taken back");
    });
  const done = await Promise.allSettled([write("first"), write("second"), write("third")]);
  expect(done.map((one) => one.status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
  expect(steps).toEqual(["first", "second", "third"].flatMap((name) => [`${name} begins`, `${name} ends`]));
  expect(await nameOf()).toBe("third");
  await database.close();
});

test("readers cannot write, and a foreign key holds", async () => {
  const { database } = await openLedger(aDataDir(), "test");
  const publication = { as_of: "2012-08", published_at: "x" };
  await expect(database.read.insertInto("publication").values(publication).execute()).rejects.toThrow(
    /readonly/,
  );
  const orphan = { version_id: 1, code: "159999", basis: "stated" } as const;
  await expect(database.write.insertInto("item_region").values(orphan).execute()).rejects.toThrow(
    /FOREIGN KEY/,
  );
  await database.close();
});
