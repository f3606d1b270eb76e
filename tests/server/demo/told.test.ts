import { afterAll, beforeAll, expect, test } from "vitest";
import { markDemo } from "#server/db/demo.ts";
import { openLedger } from "#server/ledger.ts";
import { aDataDir } from "../../factories.ts";
import { ask, type Served, serve } from "../serve.ts";

/** Every page, and every file that is text, of a ledger marked as made up. */
const PAGES = ["/desk", "/desk/sign-in", "/setup", "/wall/remote"];
const FILES = [
  "/overview.svg",
  "/export/ledger.csv",
  "/export/ledger.geojson",
  "/export/projects.oc4ids.json",
];
const WORDS = { "zh-CN": "演示数据", en: "Demonstration data" } as const;

let made: Served;
let earnest: Served;
beforeAll(async () => {
  const dir = aDataDir();
  const { database } = await openLedger(dir, "test");
  await database.write.transaction().execute(markDemo);
  await database.close();
  [made, earnest] = await Promise.all([serve({ DATA_DIR: dir }), serve()]);
});
afterAll(() => Promise.all([made.stop(), earnest.stop()]));

test.each(["zh-CN", "en"] as const)(
  "pages and files of made-up data say so, in %s, and no others do (truth rule 8)",
  async (lang) => {
    const headers = { Cookie: `lang=${lang}` };
    for (const path of [...PAGES, ...FILES]) {
      expect([path, (await ask(made.url + path, { headers })).text.includes(WORDS[lang])]).toEqual([
        path,
        true,
      ]);
      expect([path, (await ask(earnest.url + path, { headers })).text.includes(WORDS[lang])]).toEqual([
        path,
        false,
      ]);
    }
    for (const path of ["/", "/wall"]) {
      expect((await ask(made.url + path, { headers })).text).toContain('"demo":true');
      expect((await ask(earnest.url + path, { headers })).text).toContain('"demo":false');
    }
  },
);

test("a demonstration's month is one of its own, whatever the day", async () => {
  const { read } = made.ledger.database;
  const periods = await read.selectFrom("period").select("month").execute();
  expect(periods).toEqual([{ month: "2014-08" }]);
});
