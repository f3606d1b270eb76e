import { expect, test } from "vitest";
import { aLedger, apiOf } from "../../factories.ts";
import { as, codeOf, FORESTRY, OFFICE, someone, WATER } from "../filing/filing-office.ts";
import { aPart, aRecord, SAMPLES, take } from "./samples.ts";

test("of the 25 ministries of the source the three that it names are kept, as it says, and none is invented", async () => {
  const ledger = await aLedger();
  const { rows } = await as(ledger, OFFICE).opinion.list();
  expect(rows.map(({ state, brief }) => [state, brief.ministry, brief.form, brief.issuedOn])).toEqual(
    ["central-ndrc", "central-mep", "central-mot"].map((unit) => ["issued", unit, "untold", null]),
  );
  const { work, items, steps } = await as(ledger, OFFICE).opinion.get({ id: rows[0]?.id ?? "" });
  const item = await apiOf(ledger).policy.get({ id: "S-1.1-02.1" });
  expect(items).toEqual([{ id: item.id, title: item.title, noun: "policy" }]);
  expect(work.content).toMatchObject({ document: "", documentNumber: "", grants: [], lead: null });
  expect(steps.map(({ step, by, at }) => [step, by, at])).toEqual([
    ["issue", "", "2012-07-23T16:00:00.000Z"],
  ]);
  const { entries } = await apiOf(ledger, someone("audit", null)).audit.search({
    filter: { action: "opinion.seed" },
  });
  expect(entries.map(({ after }) => after)).toEqual(['{"opinions":3}']);
  await ledger.database.close();
});

test("an opinion is listed, drawn up, issued, and each of its grants with a unit becomes a task once", async () => {
  const ledger = await aLedger();
  const listed = await aRecord(ledger, "opinion");
  const told = await take(ledger, WATER, "opinion", listed, "tell", { words: { words: "水利部已会签" } });
  const drawn = await take(ledger, OFFICE, "opinion", told, "draw", { words: { words: "文本已商定" } });
  const issued = await take(ledger, OFFICE, "opinion", drawn, "issue");
  expect(issued.state).toBe("issued");
  expect(await codeOf(take(ledger, WATER, "opinion", issued, "tell"))).toBe("BAD_REQUEST");

  const divided = await take(ledger, OFFICE, "opinion", issued, "divide");
  const [grant, unled] = SAMPLES.opinion.content.grants;
  const { related } = await as(ledger, OFFICE).opinion.get({ id: listed.id });
  expect(related.map(({ noun, title, state, part }) => [noun, title, state, part])).toEqual([
    ["task", grant?.words, "assigned", grant?.id],
  ]);
  const task = await as(ledger, FORESTRY).task.get({ id: related[0]?.id ?? "" });
  expect(task.work.content).toMatchObject({ lead: "dept-forestry", items: ["S-1.3-06.1"] });
  expect(task.related.map(({ noun, id }) => [noun, id])).toEqual([["opinion", listed.id]]);
  // Nothing is left, until a grant that had no unit has one.
  expect(await codeOf(take(ledger, OFFICE, "opinion", divided, "divide"))).toBe("BAD_REQUEST");
  const grants = [aPart(), { ...aPart(), ...unled, lead: "dept-water" }, ...(grant ? [grant] : [])];
  const content = { ...SAMPLES.opinion.content, grants: grants.slice(1) };
  const adjusted = await take(ledger, OFFICE, "opinion", divided, "adjust", {
    words: { words: "明确单位" },
    content,
  });
  await take(ledger, OFFICE, "opinion", adjusted, "divide");
  const after = (await as(ledger, OFFICE).opinion.get({ id: listed.id })).related;
  expect(after.map(({ title }) => title)).toEqual([grant?.words, unled?.words]);
  await ledger.database.close();
});

test("what is said to be an agreement or a policy says its document and day, and the source's own say neither", async () => {
  const ledger = await aLedger();
  const listed = await aRecord(ledger, "opinion", { document: "" });
  expect(await codeOf(take(ledger, OFFICE, "opinion", listed, "issue"))).toBe("BAD_REQUEST");
  const { rows } = await as(ledger, OFFICE).opinion.list({ states: ["issued"] });
  const [first] = rows;
  if (first === undefined) throw new Error("the source names three");
  const { work } = await as(ledger, OFFICE).opinion.get({ id: first.id });
  const content = { ...work.content, lead: "dept-water" };
  const words = { words: "明确对口厅局" };
  const adjusted = await take(ledger, OFFICE, "opinion", work, "adjust", { words, content });
  expect(adjusted).toMatchObject({ state: "issued", version: 2 });
  const told = { ...content, form: "policy" as const };
  expect(await codeOf(take(ledger, OFFICE, "opinion", adjusted, "adjust", { words, content: told }))).toBe(
    "BAD_REQUEST",
  );
  await ledger.database.close();
});

test("a ministry that has issued nothing by its day turns red, and what is issued has no colour", async () => {
  const ledger = await aLedger();
  const listed = await aRecord(ledger, "opinion");
  const slipOn = async (day: string) =>
    (await as(ledger, OFFICE, new Date(`${day}T04:00:00Z`)).opinion.get({ id: listed.id })).slip;
  expect([await slipOn("2012-12-15"), await slipOn("2012-12-16"), await slipOn("2013-01-01")]).toEqual([
    null,
    "blue",
    "red",
  ]);
  await take(ledger, OFFICE, "opinion", listed, "issue");
  expect(await slipOn("2013-01-01")).toBeNull();
  await ledger.database.close();
});
