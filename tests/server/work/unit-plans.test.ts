import { expect, test } from "vitest";
import { OWN_ALONE } from "#domain/work/noun.ts";
import { newId } from "#server/db/filing/filed.ts";
import { aLedger, apiOf } from "../../factories.ts";
import { as, codeOf, FORESTRY, OFFICE, REVIEWER, someone, WATER } from "../filing/filing-office.ts";
import { aDraft, aPart, deskOf, SAMPLES, take } from "./samples.ts";
import { anAssignedTask, step } from "./work-office.ts";

const EDUCATION = someone("reporter", "dept-education");
const own = { ...aPart({ words: "完成水资源论证", lead: "dept-water" }), task: null };
const content = { ...SAMPLES.plan.content, entries: [own] };
const issuesOf = (error: { cause?: { issues?: { path: unknown[]; message: string }[] } }) =>
  error.cause?.issues?.map(({ path, message }) => [path.join("."), message]);

test("a unit draws its own plan up, adopts and adjusts it, and its tasks go the way of every other", async () => {
  const ledger = await aLedger();
  const desk = deskOf(ledger, WATER, "plan");
  const draft = await desk.save({ id: newId(), edition: 0, content });
  expect(await codeOf(deskOf(ledger, FORESTRY, "plan").get({ id: draft.id }))).toBe("FORBIDDEN");
  expect((await deskOf(ledger, REVIEWER, "plan").list()).total).toBe(0);
  const adopted = await take(ledger, WATER, "plan", draft, "adopt");
  expect(adopted.state).toBe("adopted");
  const added = {
    ...aPart({ words: "开展节水宣传", lead: "dept-water", helpers: ["dept-forestry"] }),
    task: null,
  };
  await take(ledger, WATER, "plan", adopted, "adjust", {
    words: { words: "动态调整" },
    content: { ...content, entries: [own, added] },
  });
  const { related } = await as(ledger, WATER).plan.get({ id: draft.id });
  expect(related.map(({ noun, title, state }) => [noun, title, state])).toEqual([
    ["task", own.words, "assigned"],
    ["task", added.words, "assigned"],
  ]);
  const { work: task } = await as(ledger, WATER).task.get({ id: related[0]?.id ?? "" });
  const reported = await step(ledger, WATER, task, "report", { words: "已批复", doneOn: "2012-10-02" });
  // What is done the office closes, whoever set it.
  expect((await step(ledger, OFFICE, reported, "close")).state).toBe("closed");
  const { entries } = await apiOf(ledger, someone("audit", null)).audit.search({
    filter: { target: draft.id },
  });
  expect(entries.map(({ action, account }) => [action, account?.name])).toEqual(
    ["plan.adjust", "plan.adopt", "plan.save"].map((action) => [action, WATER.name]),
  );
  await ledger.database.close();
});

test("a unit sets tasks to itself alone, and no other unit's plan or the region's is its own", async () => {
  const ledger = await aLedger();
  const desk = deskOf(ledger, WATER, "plan");
  const save = (change: object) => desk.save({ id: newId(), edition: 0, content: { ...content, ...change } });
  for (const lead of [null, "dept-forestry", "office-leading-group"])
    expect([lead, await codeOf(save({ lead }))]).toEqual([lead, "FORBIDDEN"]);
  const others = await save({ entries: [own, { ...aPart({ lead: "dept-forestry" }), task: null }] });
  expect(issuesOf(await take(ledger, WATER, "plan", others, "adopt").catch((error) => error))).toEqual([
    ["content.entries.1.lead", OWN_ALONE],
  ]);
  const region = await save({ scope: "region" });
  expect(issuesOf(await take(ledger, WATER, "plan", region, "adopt").catch((error) => error))).toEqual([
    ["content.scope", OWN_ALONE],
  ]);
  // The office sets what it likes, and the unit goes on with its plan, in which others stand already.
  const mixed = await take(
    ledger,
    OFFICE,
    "plan",
    await aDraft(ledger, "plan", { entries: [own, { ...aPart(), task: null }] }),
    "adopt",
  );
  const words = { words: "调整" };
  const next = { ...mixed.content, title: "水利厅实施方案（调整）" };
  const adjusted = await take(ledger, WATER, "plan", mixed, "adjust", { words, content: next });
  const taken = { words, content: { ...next, lead: "dept-forestry" } };
  expect(await codeOf(take(ledger, WATER, "plan", adjusted, "adjust", taken))).toBe("FORBIDDEN");
  for (const who of [FORESTRY, EDUCATION, REVIEWER])
    expect(await codeOf(take(ledger, who, "plan", adjusted, "end", { words }))).toBe("FORBIDDEN");
  await ledger.database.close();
});

test("a unit's plan leads to tasks that the unit may read, and to no others", async () => {
  const ledger = await aLedger();
  const known = await anAssignedTask(ledger);
  const foreign = await anAssignedTask(ledger, { lead: "dept-education", helpers: [] });
  const save = (task: string) =>
    deskOf(ledger, WATER, "plan").save({
      id: newId(),
      edition: 0,
      content: { ...content, entries: [own, { ...aPart({ lead: "dept-water" }), task }] },
    });
  expect(await codeOf(save(known.id))).toBe("OK");
  expect(await codeOf(save(foreign.id))).toBe("BAD_REQUEST");
  await ledger.database.close();
});
