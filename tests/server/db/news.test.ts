import { expect, test } from "vitest";
import { checkRollup } from "#server/db/rollup.ts";
import { openLedger } from "#server/ledger.ts";
import { aDataDir, apiOf, seededApi } from "../../factories.ts";
import { publishMonth } from "../../second-month.ts";

test("of the first month nothing is new, and its deadlines are those of the source, nearest first", async () => {
  const { months, changes, deadlines } = await (await seededApi()).wall.news();
  expect(months).toEqual(["2012-07"]);
  expect(changes).toEqual([]);
  expect(deadlines.map(({ due, words }) => [due, words])).toEqual([
    ["2012-08-31", "8月底之前"],
    ["2012-09-30", "第三季度"],
    ["2012-12-31", "年底前"],
  ]);
});

test("a later month tells which items moved, up or down their own ladder or off it", async () => {
  const ledger = await openLedger(aDataDir(), "test");
  const api = apiOf(ledger);
  const { items } = await api.project.list({ filter: { stages: ["preparation"] } });
  const [up, down, off] = items.map(({ id }) => id);
  if (!up || !down || !off) throw new Error("the seed has three projects in preparation");
  await publishMonth(ledger, "2012-08", { [up]: "construction", [down]: "planned", [off]: "unstated" });

  const { months, changes } = await api.wall.news();
  expect(months).toEqual(["2012-07", "2012-08"]);
  expect(new Map(changes.map(({ id, kind, from, stage }) => [id, [kind, from, stage]]))).toEqual(
    new Map([
      [up, ["up", "preparation", "construction"]],
      [down, ["down", "preparation", "planned"]],
      [off, ["restated", "preparation", "unstated"]],
    ]),
  );
  expect(await api.wall.news({ asOf: "2012-07" })).toMatchObject({ months: ["2012-07"], changes: [] });
  expect(await checkRollup(ledger.database.read)).toEqual([]);
  await ledger.database.close();
});

test("a deadline that is met is told no more, and one that is not goes on being told", async () => {
  const ledger = await openLedger(aDataDir(), "test");
  const api = apiOf(ledger);
  const due = async (asOf?: string) =>
    (await api.wall.news(asOf ? { asOf } : {})).deadlines.map(({ id }) => id);
  const [first, second, third] = await due();
  if (!first || !second || !third) throw new Error("the source has three deadlines");
  await publishMonth(ledger, "2012-08", {
    [first]: { stage: "required", actualPercent: 100 },
    [second]: { stage: "required", actualPercent: 99.9 },
  });
  expect(await due()).toEqual([second, third]);
  expect(await due("2012-07")).toEqual([first, second, third]);
  await ledger.database.close();
});

test("before the first month there is nothing to tell", async () => {
  expect(await (await seededApi()).wall.news({ asOf: "2012-06" })).toEqual({
    months: [],
    changes: [],
    lights: {},
    deadlines: [],
  });
});

test("a month that is none is refused by its field", async () => {
  await expect((await seededApi()).wall.news({ asOf: "2012-13" })).rejects.toMatchObject({
    code: "BAD_REQUEST",
  });
});
