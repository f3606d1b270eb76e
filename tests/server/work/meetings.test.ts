import { expect, test } from "vitest";
import { type MeetingContent, type MeetingStep, taskOfDecision } from "#domain/work/meeting.ts";
import type { Work } from "#domain/work/work.ts";
import { newId } from "#server/db/filing/filed.ts";
import type { Ledger } from "#server/ledger.ts";
import { aLedger } from "../../factories.ts";
import { as, codeOf, FORESTRY, NOW, OFFICE, WATER } from "../filing/filing-office.ts";
import { said } from "./work-office.ts";

const DECIDED = {
  words: "十月底前完成移民安置方案",
  lead: "dept-water",
  helpers: ["league-152200"],
  due: "2012-10-31",
};
const aMeeting = (content: Partial<MeetingContent> = {}): MeetingContent => ({
  title: "水利重点工程厅际联席会议第一次会议",
  kind: "joint",
  lead: "dept-water",
  attendees: ["dept-forestry"],
  heldOn: "2012-09-28",
  place: "呼和浩特",
  agenda: ["文得根水库前期工作"],
  minutes: "会议议定如下事项。",
  decisions: [DECIDED, { words: "林地手续加快办理", lead: "dept-forestry", helpers: [], due: null }],
  ...content,
});
const step = (ledger: Ledger, meeting: Work<"meeting">, name: MeetingStep, words?: string) =>
  as(ledger, OFFICE).meeting.manage({
    id: meeting.id,
    edition: meeting.edition,
    step: name,
    said: said({ words: words ?? null }),
  });

test("when a meeting is concluded each decision is a task of its unit, and each leads to the other", async () => {
  const ledger = await aLedger();
  const drawn = await as(ledger, OFFICE).meeting.save({ id: newId(), edition: 0, content: aMeeting() });
  expect(drawn.number).toBe("M-0001");
  const held = await step(ledger, drawn, "hold");
  const before = (await as(ledger, OFFICE).task.list()).total;
  const concluded = await step(ledger, held, "conclude");
  expect(concluded.state).toBe("concluded");
  const { related } = await as(ledger, OFFICE).meeting.get({ id: drawn.id });
  expect(related.map(({ noun, title, state }) => [noun, title, state])).toEqual([
    ["task", DECIDED.words, "assigned"],
    ["task", "林地手续加快办理", "assigned"],
  ]);
  expect((await as(ledger, OFFICE).task.list()).total).toBe(before + 2);
  const [first] = related;
  const read = await as(ledger, WATER).task.get({ id: first?.id ?? "" });
  expect(read.work.content).toEqual(taskOfDecision(drawn.id, DECIDED, 0));
  expect(read.work.standing.assignedOn).toBe("2012-10-03");
  expect(read.related.map(({ noun, id }) => [noun, id])).toEqual([["meeting", drawn.id]]);
  await ledger.database.close();
});

test("of a meeting's tasks one sees those of one's own unit, and the meeting if one was there", async () => {
  const ledger = await aLedger();
  const drawn = await as(ledger, OFFICE).meeting.save({ id: newId(), edition: 0, content: aMeeting() });
  expect(await codeOf(as(ledger, FORESTRY).meeting.get({ id: drawn.id }))).toBe("FORBIDDEN");
  await step(ledger, await step(ledger, drawn, "hold"), "conclude");
  const { related } = await as(ledger, FORESTRY).meeting.get({ id: drawn.id });
  expect(related.map(({ title }) => title)).toEqual(["林地手续加快办理"]);
  await ledger.database.close();
});

test("a meeting that is not whole is not concluded, no task is made of it, and each fault has its field", async () => {
  const ledger = await aLedger();
  const { meeting, task } = as(ledger, OFFICE);
  const content = aMeeting({
    minutes: "",
    decisions: [
      { ...DECIDED, lead: null },
      { ...DECIDED, words: "", helpers: ["dept-water"] },
    ],
  });
  const held = await step(ledger, await meeting.save({ id: newId(), edition: 0, content }), "hold");
  const before = (await task.list()).total;
  const refusal = await step(ledger, held, "conclude").catch((error) => error);
  expect(refusal.cause.issues.map((issue: { path: unknown[] }) => issue.path.join("."))).toEqual([
    "content.minutes",
    "content.decisions.0.lead",
    "content.decisions.1.words",
    "content.decisions.1.helpers",
  ]);
  expect((await task.list()).total).toBe(before);
  const tomorrow = new Date(NOW.getTime() + 86_400_000).toISOString().slice(0, 10);
  const early = await meeting.save({ id: newId(), edition: 0, content: aMeeting({ heldOn: tomorrow }) });
  expect(await codeOf(step(ledger, early, "hold"))).toBe("BAD_REQUEST");
  const stranger = aMeeting({ decisions: [{ ...DECIDED, lead: "dept-nowhere" }] });
  const held2 = await step(
    ledger,
    await meeting.save({ id: newId(), edition: 0, content: stranger }),
    "hold",
  ).catch((error) => error.code);
  expect(held2).toBe("BAD_REQUEST");
  expect(await codeOf(step(ledger, early, "cancel"))).toBe("BAD_REQUEST");
  expect((await step(ledger, early, "cancel", "改期")).state).toBe("cancelled");
  await ledger.database.close();
});
