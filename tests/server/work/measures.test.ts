import { expect, test } from "vitest";
import { isOfficeType } from "#domain/item.ts";
import { TAKEN } from "#domain/work/noun.ts";
import { classCounts, isVague, policyLines } from "#domain/work/policy-table.ts";
import { aLedger, apiOf } from "../../factories.ts";
import { as, codeOf, FORESTRY, OFFICE, WATER } from "../filing/filing-office.ts";
import { aDraft, aPart, aRecord, deskOf, SAMPLES, take } from "./samples.ts";

const words = { words: "补充措施" };

test("the source classes no policy by itself: the ledger begins with none classed, and each can be", async () => {
  const ledger = await aLedger();
  const all = (await apiOf(ledger).policy.list({ limit: 200 })).items;
  // The office's own work is no policy.
  const items = all.filter(({ type }) => !isOfficeType(type));
  const { rows } = await as(ledger, OFFICE).measure.list();
  expect(rows).toEqual([]);
  expect(classCounts(policyLines(items, rows))).toEqual({
    ...{ clear: 0, general: 0, placeholder: 0, vague: 0 },
    none: items.length,
  });
  for (const { id } of items) await aDraft(ledger, "measure", { item: id });
  const drafts = await as(ledger, OFFICE).measure.list();
  expect(classCounts(policyLines(items, drafts.rows)).none).toBe(items.length);
  for (const { id } of drafts.rows)
    expect((await take(ledger, OFFICE, "measure", { id, edition: 1 }, "list")).state).toBe("open");
  const after = await as(ledger, OFFICE).measure.list();
  expect(classCounts(policyLines(items, after.rows))).toMatchObject({ placeholder: items.length, none: 0 });
  await ledger.database.close();
});

test("a policy is classed with a reason, and only a policy", async () => {
  const ledger = await aLedger();
  for (const wrong of [
    { item: null },
    // A project, an arrangement of the office's, and a part of a policy.
    { item: "S-1.3-06.1" },
    { item: "S-3.3-01" },
    { item: "S-1.1-02.1" },
    { reading: null },
    { why: " " },
    { title: " " },
    { helpers: ["dept-water"] },
    { measures: [aPart({ words: " " })] },
  ]) {
    const draft = await aDraft(ledger, "measure", wrong);
    expect([wrong, await codeOf(take(ledger, OFFICE, "measure", draft, "list"))]).toEqual([
      wrong,
      "BAD_REQUEST",
    ]);
  }
  // Who leads it may still be open.
  const listed = await aRecord(ledger, "measure", { lead: null });
  expect(listed.state).toBe("open");
  await ledger.database.close();
});

test("a placeholder is concrete once it has measures and a lead; they become tasks, and it is put in effect", async () => {
  const ledger = await aLedger();
  const rowOf = async () => (await as(ledger, OFFICE).measure.list()).rows[0] ?? null;
  const listed = await aRecord(ledger, "measure");
  expect(isVague(await rowOf())).toBe(true);
  expect(await codeOf(take(ledger, OFFICE, "measure", listed, "detail"))).toBe("BAD_REQUEST");
  const told = await take(ledger, WATER, "measure", listed, "progress", { words: { percent: 10 } });
  expect(await codeOf(take(ledger, FORESTRY, "measure", told, "progress", { words: { percent: 20 } }))).toBe(
    "FORBIDDEN",
  );
  const [own, others] = [
    aPart({ words: "编制扶持办法", lead: null, helpers: ["dept-water", "dept-forestry"] }),
    aPart({ words: "落实草种", due: null }),
  ];
  const content = { ...SAMPLES.measure.content, measures: [own, others] };
  const unled = await take(ledger, OFFICE, "measure", told, "adjust", {
    words,
    content: { ...content, lead: null },
  });
  expect(await codeOf(take(ledger, OFFICE, "measure", unled, "detail"))).toBe("BAD_REQUEST");
  const adjusted = await take(ledger, OFFICE, "measure", unled, "adjust", { words, content });
  const detailed = await take(ledger, OFFICE, "measure", adjusted, "detail");
  const row = await rowOf();
  expect(isVague(row)).toBe(false);
  expect(row?.brief).toEqual({
    ...{ item: "S-1.2-04", reading: "placeholder", measures: 2, percent: 10 },
    told: [own, others].map(({ id, words: told, due }) => ({ id, words: told, due })),
  });

  const divided = await take(ledger, OFFICE, "measure", detailed, "divide");
  expect(await codeOf(take(ledger, OFFICE, "measure", divided, "divide"))).toBe("BAD_REQUEST");
  const { related } = await as(ledger, OFFICE).measure.get({ id: listed.id });
  expect(related.map(({ noun, title, part }) => [noun, title, part])).toEqual([
    ["task", own.words, own.id],
    ["task", others.words, others.id],
  ]);
  const [ofLead, ofOther] = await Promise.all(
    related.map(async ({ id }) => (await as(ledger, OFFICE).task.get({ id })).work.content),
  );
  // Who is named with no measure is the lead, which does not co-operate with itself.
  expect(ofLead).toMatchObject({ lead: "dept-water", helpers: ["dept-forestry"], items: ["S-1.2-04"] });
  expect(ofOther).toMatchObject({ lead: "dept-forestry", due: null });

  expect(await codeOf(take(ledger, OFFICE, "measure", divided, "effect"))).toBe("BAD_REQUEST");
  const done = { words: "内政发〔2012〕1号", doneOn: "2012-10-01" };
  const effective = await take(ledger, OFFICE, "measure", divided, "effect", { words: done });
  expect(effective).toMatchObject({ state: "effective", standing: { percent: 100, doneOn: "2012-10-01" } });
  const again = await take(ledger, OFFICE, "measure", effective, "reopen", { words });
  expect(again).toMatchObject({ state: "detailed", standing: { doneOn: null } });
  // Without measures it is none that has them.
  expect(
    await codeOf(
      take(ledger, OFFICE, "measure", again, "adjust", { words, content: { ...content, measures: [] } }),
    ),
  ).toBe("BAD_REQUEST");
  const open = await take(ledger, OFFICE, "measure", again, "revert", { words });
  expect(open.state).toBe("open");
  expect(isVague(await rowOf())).toBe(true);
  await ledger.database.close();
});

test("one that is not in effect by its day turns red, and what is has no colour", async () => {
  const ledger = await aLedger();
  const listed = await aRecord(ledger, "measure", { measures: [aPart()] });
  const slipOn = async (day: string) =>
    (await as(ledger, OFFICE, new Date(`${day}T04:00:00Z`)).measure.get({ id: listed.id })).slip;
  expect([await slipOn("2012-12-15"), await slipOn("2012-12-16"), await slipOn("2013-01-01")]).toEqual([
    null,
    "blue",
    "red",
  ]);
  const detailed = await take(ledger, OFFICE, "measure", listed, "detail");
  const done = { words: "号", doneOn: "2012-10-01" };
  await take(ledger, OFFICE, "measure", detailed, "effect", { words: done });
  expect(await slipOn("2013-01-01")).toBeNull();
  await ledger.database.close();
});

test("a policy has one record, drafts too, whoever is second, and another once it was dropped", async () => {
  const ledger = await aLedger();
  const draft = (item: string | null) => aDraft(ledger, "measure", { item });
  const [first, second] = await Promise.allSettled([draft("S-1.2-04"), draft("S-1.2-04")]);
  expect([first.status, second.status].toSorted()).toEqual(["fulfilled", "rejected"]);
  const refused = await draft("S-1.2-04").catch((error) => error);
  expect(refused.cause.issues).toEqual([{ path: ["content", "item"], message: TAKEN }]);
  // None named yet is nobody's double, until it names one.
  const open = await draft(null);
  await draft(null);
  const named = deskOf(ledger, OFFICE, "measure").save({
    id: open.id,
    edition: open.edition,
    content: { ...open.content, item: "S-1.2-04" },
  });
  expect(await codeOf(named)).toBe("BAD_REQUEST");
  const { rows } = await as(ledger, OFFICE).measure.list();
  const one = rows.find(({ brief }) => brief.item === "S-1.2-04");
  const listed = await take(ledger, OFFICE, "measure", { id: one?.id ?? "", edition: 1 }, "list");
  const other = await aRecord(ledger, "measure", { item: "S-1.2-05" });
  const moved = take(ledger, OFFICE, "measure", other, "adjust", {
    words,
    content: { ...other.content, item: "S-1.2-04" },
  });
  expect(await codeOf(moved)).toBe("BAD_REQUEST");
  await take(ledger, OFFICE, "measure", listed, "drop", { words });
  expect((await draft("S-1.2-04")).content.item).toBe("S-1.2-04");
  await ledger.database.close();
});
