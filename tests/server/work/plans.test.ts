import { expect, test } from "vitest";
import { newId } from "#server/db/filing/filed.ts";
import { aLedger } from "../../factories.ts";
import { as, codeOf, FORESTRY, OFFICE, WATER } from "../filing/filing-office.ts";
import { aDraft, aPart, SAMPLES, take } from "./samples.ts";
import { anAssignedTask } from "./work-office.ts";

test("an adopted plan makes a task of each entry that is none yet, and leads to those that there were", async () => {
  const ledger = await aLedger();
  const task = await anAssignedTask(ledger);
  const [goal] = SAMPLES.plan.content.entries;
  const entries = [{ ...aPart({ words: task.content.title }), task: task.id }, ...(goal ? [goal] : [])];
  const draft = await aDraft(ledger, "plan", { entries });
  const before = (await as(ledger, OFFICE).task.list()).total;
  const adopted = await take(ledger, OFFICE, "plan", draft, "adopt");
  expect((await as(ledger, OFFICE).task.list()).total).toBe(before + 1);
  const { related } = await as(ledger, OFFICE).plan.get({ id: draft.id });
  expect(related.map(({ id, part, title }) => [id === task.id, part, title])).toEqual([
    [true, null, task.content.title],
    [false, goal?.id, goal?.words],
  ]);
  const own = await as(ledger, FORESTRY).task.get({ id: related[1]?.id ?? "" });
  expect(own.work.content.origin).toEqual({ kind: "plan", work: draft.id, part: goal?.id });
  expect((await as(ledger, WATER).task.get({ id: task.id })).related.map(({ noun }) => noun)).toEqual([
    "plan",
  ]);

  // An adjusted plan makes tasks of what is new alone, and keeps what it said before.
  const added = { ...aPart({ words: "新增的目标", due: "2012-11-30" }), task: null };
  const content = { ...SAMPLES.plan.content, entries: [...entries.slice(1), added] };
  const adjusted = await take(ledger, OFFICE, "plan", adopted, "adjust", {
    words: { words: "动态调整" },
    content,
  });
  expect(adjusted).toMatchObject({ version: 2, state: "adopted" });
  expect((await as(ledger, OFFICE).task.list()).total).toBe(before + 2);
  const { versions } = await as(ledger, OFFICE).plan.get({ id: draft.id });
  expect(
    versions.map(({ reason, content: { entries: of } }) => [reason, of.map(({ words }) => words)]),
  ).toEqual([
    [null, [task.content.title, goal?.words]],
    ["动态调整", [goal?.words, "新增的目标"]],
  ]);
  await ledger.database.close();
});

test("a plan names no task that does not exist, drawn up or adjusted, and none twice", async () => {
  const ledger = await aLedger();
  const task = await anAssignedTask(ledger);
  const listing = (...tasks: (string | null)[]) => tasks.map((one) => ({ ...aPart(), task: one }));
  expect(await codeOf(aDraft(ledger, "plan", { entries: listing(newId()) }))).toBe("BAD_REQUEST");
  for (const entries of [[], listing(task.id, task.id), [{ ...aPart({ lead: null }), task: null }]]) {
    const draft = await aDraft(ledger, "plan", { entries });
    expect(await codeOf(take(ledger, OFFICE, "plan", draft, "adopt"))).toBe("BAD_REQUEST");
  }
  // A task of whom the source does not name has no lead, and stands so in a plan.
  const { rows } = await as(ledger, OFFICE).task.list({ text: "联席会议" });
  const unled = rows.find(({ lead }) => lead === null);
  const entries = [{ ...aPart({ lead: null }), task: unled?.id ?? null }];
  const adopted = await take(ledger, OFFICE, "plan", await aDraft(ledger, "plan", { entries }), "adopt");
  const words = { words: "加一条" };
  const content = { ...SAMPLES.plan.content, entries: listing(newId()) };
  expect(await codeOf(take(ledger, OFFICE, "plan", adopted, "adjust", { words, content }))).toBe(
    "BAD_REQUEST",
  );
  await ledger.database.close();
});
