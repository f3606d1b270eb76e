import { expect, test } from "vitest";
import type { Who } from "#domain/permission.ts";
import type { Work } from "#domain/work/work.ts";
import type { Ledger } from "#server/ledger.ts";
import { aLedger, apiOf } from "../../factories.ts";
import { as, codeOf, FORESTRY, NOW, OFFICE, someone, WATER } from "../filing/filing-office.ts";
import { SYSTEM } from "../people/visitor.ts";
import { aDraft, aRecord, SAMPLES, take } from "./samples.ts";
import { said } from "./work-office.ts";

const EDUCATION = someone("reporter", "dept-education");
const VIEWER = someone("viewer", null);
const UNITS = ["dept-water", "dept-forestry"];
const BULLETIN = { kind: "bulletin" as const, issue: 3, answerBy: null, lead: "office-leading-group" };

/** A unit says that it has read it, or answers. */
const receive = (
  ledger: Ledger,
  who: Who | null,
  { id, edition }: Pick<Work<"publication">, "id" | "edition">,
  step: "read" | "reply",
  words: string | null = null,
  now = NOW,
) => as(ledger, who, now).publication.receive({ id, edition, step, said: said({ words }) });
const readBy = (ledger: Ledger, who: Who, id: string, now = NOW) =>
  as(ledger, who, now).publication.get({ id });
const stepsOf = async (ledger: Ledger, id: string) =>
  (
    await ledger.database.read
      .selectFrom("work_step")
      .select("step")
      .where("work_id", "=", id)
      .orderBy("seq")
      .execute()
  ).map(({ step }) => step);

test("what goes to all goes to every unit that files when it is published, and is nobody's while it is drawn up", async () => {
  const ledger = await aLedger();
  await apiOf(ledger, SYSTEM).unit.add({ kind: "county", region: "150121" });
  const units = (await apiOf(ledger).unit.list()).filter(({ files }) => files).map(({ id }) => id);
  expect(units).toContain("county-150121");
  const draft = await aDraft(ledger, "publication", { ...BULLETIN, audience: [] });
  expect(await codeOf(readBy(ledger, EDUCATION, draft.id))).toBe("FORBIDDEN");
  await take(ledger, OFFICE, "publication", draft, "publish");
  const { work } = await readBy(ledger, OFFICE, draft.id);
  expect([...work.standing.receivers].sort()).toEqual([...units].sort());
  expect(work.standing.publishedOn).toBe("2012-10-03");
  for (const unit of ["dept-education", "county-150121", "league-150600"]) {
    const { rows } = await as(ledger, someone("reporter", unit)).publication.list({});
    expect([unit, rows.map(({ id }) => id)]).toEqual([unit, [draft.id]]);
  }
  await ledger.database.close();
});

test("the office sees who has read and what was answered, a unit its own receipt, and who reads along none", async () => {
  const ledger = await aLedger();
  const sent = await aRecord(ledger, "publication", { audience: UNITS });
  expect((await readBy(ledger, FORESTRY, sent.id)).may).toEqual(["read", "reply"]);
  const unread = async (who: Who) => (await as(ledger, who).digest.get()).work?.unread;
  expect([await unread(FORESTRY), await unread(EDUCATION), await unread(OFFICE)]).toEqual([1, 0, 0]);
  await receive(ledger, FORESTRY, sent, "read");
  expect(await unread(FORESTRY)).toBe(0);
  // Who has it open as it is may act on it, whoever read it meanwhile.
  const answered = await receive(ledger, WATER, sent, "reply", "水利项目进展已报送");
  expect(answered.standing.receivers).toEqual(["dept-water"]);
  await receive(ledger, WATER, sent, "reply", "更正：又开工一项", new Date("2012-10-04T02:00:00Z"));

  const whole = await readBy(ledger, OFFICE, sent.id);
  expect(whole.work.standing.receipts).toEqual([
    { unit: "dept-forestry", readAt: NOW.toISOString(), answeredAt: null, words: null },
    {
      unit: "dept-water",
      readAt: NOW.toISOString(),
      answeredAt: "2012-10-04T02:00:00.000Z",
      words: "更正：又开工一项",
    },
  ]);
  expect(whole.brief).toMatchObject({ kind: "notice", receivers: 2, read: 2, answered: 1 });
  expect(whole.may).toEqual(["adjust", "recall"]);
  const own = await readBy(ledger, FORESTRY, sent.id);
  expect(own.work.standing).toMatchObject({
    receivers: ["dept-forestry"],
    receipts: [{ unit: "dept-forestry", words: null }],
  });
  expect(own.brief).toMatchObject({ receivers: 1, read: 1, answered: 0 });
  expect(own.may).toEqual(["reply"]);
  for (const who of [FORESTRY, VIEWER]) {
    const told = JSON.stringify([
      await readBy(ledger, who, sent.id),
      await as(ledger, who).publication.list({ text: "水利项目" }),
    ]);
    expect([who.name, /又开工|已报送|reporter of dept-water/.test(told)]).toEqual([who.name, false]);
  }
  const { rows } = await as(ledger, OFFICE).publication.list({});
  expect(rows[0]?.standing.receipts.map(({ words }) => words)).toEqual([null, null]);
  expect(rows[0]?.brief).toMatchObject({ read: 2, answered: 1 });
  await ledger.database.close();
});

test("a unit that it was not sent to gets nothing of it and leaves nothing, and no other right takes its steps", async () => {
  const ledger = await aLedger();
  const sent = await aRecord(ledger, "publication", { lead: "office-leading-group" });
  expect(await codeOf(readBy(ledger, EDUCATION, sent.id))).toBe("FORBIDDEN");
  expect((await as(ledger, EDUCATION).publication.list({})).total).toBe(0);
  // The office's own unit leads it and did not get it; a viewer reads it and answers for nobody.
  for (const who of [EDUCATION, WATER, OFFICE, VIEWER])
    for (const step of ["read", "reply"] as const)
      expect([who.name, await codeOf(receive(ledger, who, sent, step, "不"))]).toEqual([
        who.name,
        "FORBIDDEN",
      ]);
  expect(await codeOf(receive(ledger, null, sent, "read"))).toBe("UNAUTHORIZED");
  const asked = { id: sent.id, edition: sent.edition, said: said({ words: "不" }) };
  for (const step of ["adjust", "recall", "publish"] as const)
    expect(await codeOf(as(ledger, FORESTRY).publication.receive({ ...asked, step }))).toBe("FORBIDDEN");
  for (const verb of ["manage", "report"] as const)
    expect(await codeOf(as(ledger, FORESTRY).publication[verb]({ ...asked, step: "read" }))).toBe(
      "FORBIDDEN",
    );
  expect(await stepsOf(ledger, sent.id)).toEqual(["save", "publish"]);
  await ledger.database.close();
});

test("what is read twice is read once: the second writes no step and no note", async () => {
  const ledger = await aLedger();
  const sent = await aRecord(ledger, "publication");
  const first = await receive(ledger, FORESTRY, sent, "read");
  const again = await receive(ledger, FORESTRY, sent, "read", null, new Date("2012-10-09T02:00:00Z"));
  expect(again).toEqual(first);
  expect(await stepsOf(ledger, sent.id)).toEqual(["save", "publish", "read"]);
  const { entries } = await apiOf(ledger, someone("audit", null)).audit.search({
    filter: { target: sent.id },
  });
  expect(entries.map(({ action, unit }) => [action, unit])).toEqual([
    ["publication.read", "dept-forestry"],
    ["publication.publish", "dept-water"],
    ["publication.save", "dept-water"],
  ]);
  // Two people of the unit at once.
  const other = await aRecord(ledger, "publication");
  const colleague = someone("reviewer", "dept-forestry");
  await Promise.all([receive(ledger, colleague, other, "read"), receive(ledger, FORESTRY, other, "read")]);
  expect(await stepsOf(ledger, other.id)).toEqual(["save", "publish", "read"]);
  await ledger.database.close();
});

test("a change has its reason and makes a version, who had it open before is told, and a later unit gets it", async () => {
  const ledger = await aLedger();
  const sent = await aRecord(ledger, "publication");
  await receive(ledger, FORESTRY, sent, "read");
  const content = {
    ...SAMPLES.publication.content,
    text: "期限改到10月25日。",
    audience: ["dept-forestry", "dept-education"],
  };
  expect(await codeOf(take(ledger, OFFICE, "publication", sent, "adjust", { content }))).toBe("BAD_REQUEST");
  const words = { words: "期限有误" };
  const changed = await take(ledger, OFFICE, "publication", sent, "adjust", { words, content });
  expect(changed).toMatchObject({ state: "published", version: 2 });
  expect(await codeOf(receive(ledger, FORESTRY, sent, "reply", "照办"))).toBe("CONFLICT");
  await receive(ledger, EDUCATION, changed, "reply", "照办");
  const { versions, work, steps } = await readBy(ledger, OFFICE, sent.id);
  expect(versions.map(({ reason, changed: fields }) => [reason, fields.map(([first]) => first)])).toEqual([
    [null, []],
    ["期限有误", expect.arrayContaining(["text", "audience"])],
  ]);
  expect(work.standing.receipts.map(({ unit }) => unit)).toEqual(["dept-forestry", "dept-education"]);
  expect(steps.map(({ step }) => step)).toEqual(["save", "publish", "adjust"]);

  const back = await take(ledger, OFFICE, "publication", changed, "recall", { words: { words: "另行通知" } });
  expect(back.state).toBe("withdrawn");
  for (const step of ["read", "reply"] as const)
    expect(await codeOf(receive(ledger, FORESTRY, back, step, "照办"))).toBe("CONFLICT");
  await ledger.database.close();
});

test("an issue's number is its kind's own in its year, and a notice has none", async () => {
  const ledger = await aLedger();
  await aRecord(ledger, "publication", BULLETIN);
  const published = (content: object) => codeOf(aRecord(ledger, "publication", { ...BULLETIN, ...content }));
  expect(await published({})).toBe("BAD_REQUEST");
  expect(await published({ kind: "handbook" })).toBe("OK");
  expect(await published({ issue: null })).toBe("BAD_REQUEST");
  expect(await published({ issue: 4, answerBy: "2012-10-20" })).toBe("BAD_REQUEST");
  expect(await published({ kind: "notice" })).toBe("BAD_REQUEST");
  expect(await published({ issue: 4, text: " " })).toBe("BAD_REQUEST");
  expect(await published({ issue: 4, text: "长".repeat(20_001) })).toBe("BAD_REQUEST");
  expect(await published({ issue: 4, audience: ["dept-forestry", "dept-forestry"] })).toBe("BAD_REQUEST");
  const { content, first } = { content: { ...BULLETIN, audience: [] }, first: "publish" as const };
  const next = { now: new Date("2013-01-05T02:00:00Z") };
  const later = await take(
    ledger,
    OFFICE,
    "publication",
    await aDraft(ledger, "publication", content),
    first,
    next,
  );
  expect((await readBy(ledger, OFFICE, later.id)).brief).toMatchObject({ issue: 3, year: "2013" });
  await ledger.database.close();
});

test("a notice is red for who has not answered by its day, for the office until all have, and asks nobody else", async () => {
  const ledger = await aLedger();
  const sent = await aRecord(ledger, "publication", { audience: UNITS, lead: "office-leading-group" });
  const late = new Date("2012-10-21T02:00:00Z");
  const slipFor = async (who: Who) => (await readBy(ledger, who, sent.id, late)).slip;
  await receive(ledger, WATER, sent, "reply", "已报送", late);
  expect([
    await slipFor(WATER),
    await slipFor(FORESTRY),
    await slipFor(OFFICE),
    await slipFor(VIEWER),
  ]).toEqual([null, "red", "red", null]);
  const titles = async (who: Who) =>
    (await as(ledger, who, late).digest.get()).work?.rows.map(({ title }) => title) ?? [];
  expect(await titles(FORESTRY)).toContain(sent.content.title);
  expect(await titles(WATER)).not.toContain(sent.content.title);
  await receive(ledger, FORESTRY, sent, "reply", "已报送", late);
  expect(await slipFor(OFFICE)).toBeNull();
  const bulletin = await aRecord(ledger, "publication", BULLETIN);
  expect(await codeOf(receive(ledger, FORESTRY, bulletin, "reply", "收到"))).toBe("CONFLICT");
  expect((await readBy(ledger, FORESTRY, bulletin.id)).may).toEqual(["read"]);
  await ledger.database.close();
});
