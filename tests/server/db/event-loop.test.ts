import { sql } from "kysely";
import { expect, test } from "vitest";
import { openLedger } from "#server/ledger.ts";
import { aDataDir, apiOf } from "../../factories.ts";
import { longestHold } from "../longest-hold.ts";

/** Counts far enough to keep one reader busy for a good while. */
const slow = sql<{ n: number }>`
  with recursive tick (n) as (select 1 union all select n + 1 from tick where n < 2000000)
  select count(*) as n from tick`;

/** ms, of the clause: no query holds the loop longer. */
const MOST = 50;

test("one hold among many moments is seen", async () => {
  const hold = async () => {
    await new Promise((resolve) => setImmediate(resolve));
    const before = process.threadCpuUsage();
    while (process.threadCpuUsage(before).user < 1.2 * MOST * 1000);
    for (let n = 0; n < 1000; n += 1) await new Promise((resolve) => setImmediate(resolve));
  };
  expect(await longestHold(hold)).toBeGreaterThan(MOST);
});

test("a slow query holds up neither the event loop nor a query beside it", async () => {
  const { database } = await openLedger(aDataDir(), "test");
  const held = await longestHold(async () => {
    let slowEnded = false;
    const long = slow.execute(database.read).then((result) => {
      slowEnded = true;
      return result;
    });
    const item = await database.read.selectFrom("item").select("id").limit(1).execute();
    expect(item).toHaveLength(1);
    expect(slowEnded).toBe(false);
    expect((await long).rows).toEqual([{ n: 2_000_000 }]);
  });
  expect(held).toBeLessThan(MOST);
  await database.close();
});

test("no procedure holds the event loop, asked alone or all at once", async () => {
  const ledger = await openLedger(aDataDir(), "test");
  const api = apiOf(ledger);
  const text = "口岸";
  const questions: Record<string, () => Promise<unknown>> = {
    "project.list": () => api.project.list({ limit: 200 }),
    "policy.list": () => api.policy.list({ limit: 200, filter: { text }, sort: { by: "title" } }),
    "project.get": () => api.project.get({ id: "S-1.4-15" }),
    "progress.byRegion": () => api.progress.byRegion({ level: "county", measure: "mix", filter: { text } }),
    "progress.summary": () => api.progress.summary({ filter: { text } }),
    "map.features": () => api.map.features({ later: true, guofa21: true }),
    "source.get": () => api.source.get({ id: "im-2012-07-24" }),
    "region.list": () => api.region.list(),
    "unit.list": () => api.unit.list(),
  };
  for (const [name, ask] of Object.entries(questions)) {
    // The first time its schema is made ready too.
    for (const time of ["first", "second"]) {
      expect(await longestHold(ask), `${name}, ${time} time`).toBeLessThan(MOST);
    }
  }
  const atOnce = () => Promise.all(Object.values(questions).map((ask) => ask()));
  expect(await longestHold(atOnce)).toBeLessThan(MOST);
  await ledger.database.close();
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
