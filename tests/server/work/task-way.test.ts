import { expect, test } from "vitest";
import { newId } from "#server/db/filing/filed.ts";
import { aLedger, apiOf } from "../../factories.ts";
import { as, codeOf, NOW, OFFICE, someone, WATER } from "../filing/filing-office.ts";
import { anAssignedTask, aTask, said, step } from "./work-office.ts";

const later = (days: number) => new Date(NOW.getTime() + days * 86_400_000);

test("a task is drawn up, assigned, reported, given back, reported again and closed, and every step is kept", async () => {
  const ledger = await aLedger();
  const task = await anAssignedTask(ledger);
  expect(task).toMatchObject({ state: "assigned", version: 1, standing: { assignedOn: "2012-10-03" } });
  const going = await step(ledger, WATER, task, "progress", { percent: 40, words: "可研已上报" });
  const reported = await step(ledger, WATER, going, "report", { words: "已批复", doneOn: "2012-10-02" });
  expect(reported.standing).toMatchObject({ percent: 100, doneOn: "2012-10-02" });
  const back = await step(ledger, OFFICE, reported, "return", { words: "请附批复文号" });
  expect(back).toMatchObject({ state: "assigned", standing: { doneOn: null } });
  const again = await step(ledger, WATER, back, "report", {
    words: "发改投资〔2012〕1号",
    doneOn: "2012-10-02",
  });
  const closed = await step(ledger, OFFICE, again, "close");
  expect(closed.state).toBe("closed");

  const { steps, may } = await as(ledger, OFFICE).task.get({ id: task.id });
  expect(steps.map((one) => [one.step, one.state, one.by])).toEqual([
    ["save", "draft", OFFICE.name],
    ["assign", "assigned", OFFICE.name],
    ["progress", "assigned", WATER.name],
    ["report", "reported", WATER.name],
    ["return", "assigned", OFFICE.name],
    ["report", "reported", WATER.name],
    ["close", "closed", OFFICE.name],
  ]);
  expect(steps[4]?.said).toEqual({ words: "请附批复文号" });
  expect(may).toEqual(["reopen"]);
  await ledger.database.close();
});

test("a task that is not whole is not assigned, and each fault is named at its field", async () => {
  const ledger = await aLedger();
  const { task } = as(ledger, OFFICE);
  const bad = aTask({
    title: " ",
    goal: "",
    helpers: ["dept-water", "dept-forestry", "dept-forestry"],
    origin: { kind: "words", words: "" },
  });
  const drawn = await task.save({ id: newId(), edition: 0, content: bad });
  const refusal = await step(ledger, OFFICE, drawn, "assign").catch((error) => error);
  expect(refusal.cause.issues.map((issue: { path: unknown[] }) => issue.path.join("."))).toEqual([
    "content.title",
    "content.goal",
    "content.helpers.0",
    "content.helpers.2",
    "content.origin.words",
  ]);
  expect((await task.get({ id: drawn.id })).work.state).toBe("draft");
  await ledger.database.close();
});

test("a unit or an item that does not exist is refused even in a draft", async () => {
  const ledger = await aLedger();
  const { task } = as(ledger, OFFICE);
  for (const content of [
    aTask({ lead: "dept-nowhere" }),
    aTask({ lead: "ndrc" }),
    aTask({ helpers: ["x"] }),
    aTask({ items: ["N-9999"] }),
    aTask({ origin: { kind: "clause", item: "S-9-99" } }),
  ])
    expect(await codeOf(task.save({ id: newId(), edition: 0, content }))).toBe("BAD_REQUEST");
  expect((await task.list({ states: ["draft"] })).total).toBe(0);
  await ledger.database.close();
});

test("an adjusted task keeps what it asked for before, with the reason and what changed", async () => {
  const ledger = await aLedger();
  const task = await anAssignedTask(ledger);
  const content = aTask({ due: "2012-11-30", helpers: ["dept-forestry", "league-152200"] });
  expect(await codeOf(step(ledger, OFFICE, task, "adjust", {}, { content }))).toBe("BAD_REQUEST");
  expect(await codeOf(step(ledger, OFFICE, task, "adjust", { words: "水库移民" }))).toBe("BAD_REQUEST");
  expect(await codeOf(step(ledger, OFFICE, task, "adjust", { words: "同上" }, { content: aTask() }))).toBe(
    "BAD_REQUEST",
  );
  const adjusted = await step(ledger, OFFICE, task, "adjust", { words: "移民安置需兴安盟配合" }, { content });
  expect(adjusted).toMatchObject({ version: 2, content: { due: "2012-11-30" } });
  const { versions } = await as(ledger, OFFICE).task.get({ id: task.id });
  expect(versions.map(({ version, reason, content: { due } }) => [version, reason, due])).toEqual([
    [1, null, "2012-10-31"],
    [2, "移民安置需兴安盟配合", "2012-11-30"],
  ]);
  expect(versions[1]?.changed).toEqual([["helpers", 1], ["due"]]);
  await ledger.database.close();
});

test("of two who step or save at once the second is told who was there, and nothing is lost", async () => {
  const ledger = await aLedger();
  const task = await anAssignedTask(ledger);
  await step(ledger, WATER, task, "progress", { percent: 30 });
  const late = await step(ledger, OFFICE, task, "chase").catch((error) => error);
  expect(late.cause.meanwhile).toMatchObject({ by: WATER.name, edition: 3 });
  expect((await as(ledger, OFFICE).task.get({ id: task.id })).work.standing).toMatchObject({
    percent: 30,
    slips: 0,
  });
  await ledger.database.close();
});

test("a step that does not lead on from here, or that says too little or too much, is refused", async () => {
  const ledger = await aLedger();
  const task = await anAssignedTask(ledger);
  expect(await codeOf(step(ledger, OFFICE, task, "close"))).toBe("CONFLICT");
  expect(await codeOf(step(ledger, OFFICE, task, "assign"))).toBe("CONFLICT");
  expect(await codeOf(step(ledger, WATER, task, "progress"))).toBe("BAD_REQUEST");
  expect(await codeOf(step(ledger, WATER, task, "report", { words: "完成" }))).toBe("BAD_REQUEST");
  expect(await codeOf(step(ledger, WATER, task, "report", { words: "完成", doneOn: "2012-10-04" }))).toBe(
    "BAD_REQUEST",
  );
  expect(await codeOf(step(ledger, OFFICE, task, "chase", { percent: 5 }))).toBe("BAD_REQUEST");
  expect(await codeOf(step(ledger, OFFICE, task, "drop"))).toBe("BAD_REQUEST");
  await ledger.database.close();
});

test("slips are blue, yellow and red by the rule; the office sends one, and the unit answers", async () => {
  const ledger = await aLedger();
  const task = await anAssignedTask(ledger, { due: "2012-10-31" });
  const slip = async (days: number) => (await as(ledger, OFFICE, later(days)).task.get({ id: task.id })).slip;
  expect([await slip(0), await slip(12), await slip(13), await slip(28), await slip(29)]).toEqual([
    null,
    null,
    "blue",
    "blue",
    "red",
  ]);
  const behind = await step(ledger, WATER, task, "progress", { percent: 10 });
  expect(await slip(9)).toBe("yellow");
  const at = { now: later(30) };
  const chased = await step(ledger, OFFICE, behind, "chase", {}, at);
  expect(chased.standing).toMatchObject({ chased: "red", slips: 1 });
  const { rows } = await as(ledger, OFFICE, later(30)).task.list({ slips: ["red"], units: ["dept-water"] });
  expect(rows.map(({ title }) => title)).toContain(aTask().title);
  const escalated = await step(ledger, OFFICE, chased, "escalate", { words: "报领导小组" }, at);
  const answered = await step(ledger, WATER, escalated, "answer", { words: "十日内报送" }, at);
  expect(answered.standing).toMatchObject({ chased: null, slips: 2 });
  const { steps } = await as(ledger, OFFICE).task.get({ id: task.id });
  expect(steps.filter((one) => one.slip !== null).map((one) => [one.step, one.slip])).toEqual([
    ["chase", "red"],
    ["escalate", "red"],
  ]);
  await ledger.database.close();
});

test("a list as of a month shows what stood at its end: state, version and due day", async () => {
  const ledger = await aLedger();
  const task = await anAssignedTask(ledger);
  const november = new Date("2012-11-10T00:00:00Z");
  const content = aTask({ due: "2012-12-20", lead: "dept-forestry", helpers: [] });
  const adjusted = await step(ledger, OFFICE, task, "adjust", { words: "改派" }, { now: november, content });
  await step(ledger, OFFICE, adjusted, "drop", { words: "并入" }, { now: new Date("2012-12-31T16:30:00Z") });
  const asOf = async (month?: string) =>
    (await as(ledger, OFFICE).task.list({ text: "文得根", ...(month ? { asOf: month } : {}) })).rows.map(
      ({ state, lead, due, parts }) => ({ state, lead, due, parts }),
    );
  expect(await asOf("2012-09")).toEqual([]);
  const first = { lead: "dept-water", due: "2012-10-31", parts: ["dept-forestry"] };
  expect(await asOf("2012-10")).toEqual([{ state: "assigned", ...first }]);
  const second = { lead: "dept-forestry", due: "2012-12-20", parts: [] };
  // 16:30 of the last day in London is the next year in Hohhot.
  expect(await asOf("2012-12")).toEqual([{ state: "assigned", ...second }]);
  expect(await asOf()).toEqual([{ state: "dropped", ...second }]);
  await ledger.database.close();
});

test("every step leaves its note in the trail, with what changed", async () => {
  const ledger = await aLedger();
  const task = await anAssignedTask(ledger);
  await step(ledger, WATER, task, "progress", { percent: 55, words: "电话 13800138000 联系" });
  const { entries } = await apiOf(ledger, someone("audit", null)).audit.search({
    filter: { noun: "task", target: task.id },
  });
  expect(entries.map(({ action, unit }) => [action, unit])).toEqual([
    ["task.progress", "dept-water"],
    ["task.assign", "dept-water"],
    ["task.save", "dept-water"],
  ]);
  expect(JSON.parse(entries[0]?.after ?? "")).toMatchObject({ state: "assigned", said: { percent: 55 } });
  expect(JSON.stringify(entries[0])).not.toContain("13800138000");
  await ledger.database.close();
});

test("a draft is saved again by its edition, and found by its words, of which % and _ are none", async () => {
  const ledger = await aLedger();
  const { task } = as(ledger, OFFICE);
  const drawn = await task.save({ id: newId(), edition: 0, content: aTask({ title: "" }) });
  const saved = await task.save({ id: drawn.id, edition: 1, content: aTask({ goal: "进度 50%_ 以上" }) });
  expect(saved).toMatchObject({ edition: 2, version: 1, number: drawn.number });
  expect(await codeOf(task.save({ id: drawn.id, edition: 1, content: aTask() }))).toBe("CONFLICT");
  for (const [text, total] of [
    ["50%_", 1],
    ["5_%", 0],
    ["helpers", 0],
  ] as const)
    expect((await task.list({ text, states: ["draft"] })).total).toBe(total);
  const taken = { id: drawn.id, edition: 2, step: "save" as const, said: said() };
  expect(await codeOf(task.manage(taken))).toBe("BAD_REQUEST");
  await ledger.database.close();
});

test("a draft whose first answer was lost is not begun twice, and nobody's id is another's", async () => {
  const ledger = await aLedger();
  const { task } = as(ledger, OFFICE);
  const id = newId();
  await task.save({ id, edition: 0, content: aTask() });
  const again = await task.save({ id, edition: 0, content: aTask() }).catch((error) => error);
  expect(again.cause.meanwhile).toMatchObject({ by: OFFICE.name, edition: 1 });
  expect((await task.list({ states: ["draft"] })).total).toBe(1);
  expect(await codeOf(task.save({ id: "short", edition: 0, content: aTask() }))).toBe("BAD_REQUEST");
  await ledger.database.close();
});
