import { expect, test } from "vitest";
import { rebuildItems } from "#server/db/filing/item-history.ts";
import { checkRollup } from "#server/db/rollup.ts";
import { accept } from "../../second-month.ts";
import {
  aFilingLedger,
  aReport,
  as,
  codeOf,
  FORESTRY,
  ledItem,
  MONTH,
  OFFICE,
  REVIEWER,
  WATER,
} from "./filing-office.ts";

type Ledger = Awaited<ReturnType<typeof aFilingLedger>>;

/** Files a report of an item that 水利厅 leads, hands it in and has it accepted. */
async function accepted(ledger: Ledger, item: string, month: string, content: Parameters<typeof aReport>[0]) {
  const unit = as(ledger, WATER);
  const where = { unit: "dept-water", month, item };
  const saved = await unit.report.save({ ...where, edition: 0, content: aReport(content) });
  const { id, edition } = await unit.report.submit({ id: saved.id, edition: saved.edition });
  await as(ledger, REVIEWER).report.accept({ reports: [{ id, edition }] });
  return id;
}

test("what the lead reports moves its item from that month on, in the unit's own words", async () => {
  const ledger = await aFilingLedger("2012-10");
  const { item, stageBefore } = await ledItem(ledger, WATER, "project");
  const office = as(ledger, OFFICE);
  await accepted(ledger, item.id, MONTH, { stage: "construction", done: "  大坝主体开工  " });
  const { revision, reports } = await office.report.publish({ month: MONTH });
  expect(reports).toBe(1);
  const guest = as(ledger, null);
  const now = await guest.project.get({ id: item.id });
  expect(now).toMatchObject({
    stage: "construction",
    stageWords: "大坝主体开工",
    stageBasis: "reported",
    stageNote: null,
  });
  expect(await guest.project.get({ id: item.id, asOf: "2012-08" })).toMatchObject({ stage: stageBefore });
  const { items } = await guest.project.list({ filter: { stages: ["construction"] } });
  expect(items.find(({ id }) => id === item.id)).toMatchObject({ stageBasis: "reported" });
  expect(await checkRollup(ledger.database.read)).toEqual([]);
  expect(revision).toBe(ledger.revisions.current);
  expect(await codeOf(office.report.publish({ month: MONTH }))).toBe("CONFLICT");
  await ledger.database.close();
});

test("a report that names no doing stands by its stage's name, a long one by its beginning", async () => {
  const ledger = await aFilingLedger();
  const { item } = await ledItem(ledger, WATER, "project");
  await accepted(ledger, item.id, MONTH, { stage: "construction", done: "𠮷".repeat(300) });
  await as(ledger, OFFICE).report.publish({ month: MONTH });
  expect([...(await as(ledger, null).project.get({ id: item.id })).stageWords]).toHaveLength(200);
  await ledger.database.close();
});

test("a correction of an old month leaves later months with what they said themselves", async () => {
  const ledger = await aFilingLedger("2012-10", "2012-11", "2012-12");
  const { item, stageBefore } = await ledItem(ledger, WATER, "project");
  const office = as(ledger, OFFICE);
  const unit = as(ledger, WATER);
  const first = await accepted(ledger, item.id, MONTH, { stage: "construction", done: "九月" });
  await office.report.publish({ month: MONTH });
  await office.report.publish({ month: "2012-10" });
  await accepted(ledger, item.id, "2012-11", { stage: "completed", done: "十一月" });
  await office.report.publish({ month: "2012-11" });
  const stages = async () => {
    const api = as(ledger, null);
    const months = ["2012-08", MONTH, "2012-10", "2012-11", "2012-12"];
    return Promise.all(months.map(async (asOf) => (await api.project.get({ id: item.id, asOf })).stage));
  };
  expect(await stages()).toEqual([stageBefore, "construction", "construction", "completed", "completed"]);
  const next = await unit.report.correct({ id: first, reason: "误报" });
  expect(next).toMatchObject({ version: 2, state: "draft", reason: "误报" });
  expect(await codeOf(unit.report.correct({ id: first, reason: "again" }))).toBe("CONFLICT");
  // Until it is published the old one stands.
  expect(await stages()).toEqual([stageBefore, "construction", "construction", "completed", "completed"]);
  const saved = await unit.report.save({
    unit: "dept-water",
    month: MONTH,
    item: item.id,
    edition: next.edition,
    content: aReport({ stage: "approved", backReason: "尚未开工", done: "核准" }),
  });
  const submitted = await unit.report.submit({ id: saved.id, edition: saved.edition });
  await as(ledger, REVIEWER).report.accept({ reports: [{ id: saved.id, edition: submitted.edition }] });
  await office.report.publish({ month: MONTH });
  expect(await stages()).toEqual([stageBefore, "approved", "approved", "completed", "completed"]);
  expect(await checkRollup(ledger.database.read)).toEqual([]);
  expect(
    (await unit.report.history({ id: first })).map(({ report }) => [report.version, report.state]),
  ).toEqual([
    [2, "published"],
    [1, "published"],
  ]);
  await ledger.database.close();
});

test("only the lead's word moves an item, and only the office publishes", async () => {
  const ledger = await aFilingLedger();
  const { item, stageBefore } = await ledItem(ledger, WATER, "project");
  const office = as(ledger, OFFICE);
  await office.assignment.set({ item: item.id, units: ["dept-forestry", "dept-water"] });
  await accepted(ledger, item.id, MONTH, { stage: "construction" });
  expect(await codeOf(as(ledger, WATER).report.publish({ month: MONTH }))).toBe("FORBIDDEN");
  expect(await codeOf(as(ledger, REVIEWER).report.publish({ month: MONTH }))).toBe("FORBIDDEN");
  expect(await codeOf(office.report.publish({ month: "2012-07" }))).toBe("NOT_FOUND");
  await office.report.publish({ month: MONTH });
  expect((await as(ledger, null).project.get({ id: item.id })).stage).toBe(stageBefore);
  // The lead comes later: the month is published once more.
  const lead = as(ledger, FORESTRY);
  const saved = await lead.report.save({
    unit: "dept-forestry",
    month: MONTH,
    item: item.id,
    edition: 0,
    content: aReport({ stage: "completed" }),
  });
  const { id, edition } = await lead.report.submit({ id: saved.id, edition: saved.edition });
  await as(ledger, REVIEWER).report.accept({ reports: [{ id, edition }] });
  await office.report.publish({ month: MONTH });
  expect((await as(ledger, null).project.get({ id: item.id })).stage).toBe("completed");
  await ledger.database.close();
});

test("a child's move leaves its parent's rows alone, and words are found as before", async () => {
  const ledger = await aFilingLedger();
  const { write, read } = ledger.database;
  const rows = () =>
    read
      .selectFrom("item_version")
      .select(["id", "item_id", "until"])
      .where("item_id", "in", ["S-1.2-07", "S-1.2-07.3"])
      .orderBy("id")
      .execute();
  const before = await rows();
  await accept(write, "S-1.2-07.3", MONTH, "issued", { done: "批复" });
  await as(ledger, OFFICE).report.publish({ month: MONTH });
  const after = await rows();
  expect(after.filter(({ item_id }) => item_id === "S-1.2-07")).toEqual(
    before.filter(({ item_id }) => item_id === "S-1.2-07"),
  );
  expect(after.filter(({ item_id }) => item_id === "S-1.2-07.3")).toHaveLength(2);
  await ledger.database.close();
});

test("an item's history is made of its family's records, and no other item's is looked at", async () => {
  const { database } = await aFilingLedger();
  const { write } = database;
  const child = await write
    .selectFrom("item_version as v")
    .innerJoin("item_text as t", "t.version_id", "v.id")
    .select(["v.item_id", "t.record"])
    .where("t.record", "like", '%"parent":"%')
    .executeTakeFirstOrThrow();
  const { parent } = JSON.parse(child.record) as { parent: string };
  const { children } = JSON.parse(
    (
      await write
        .selectFrom("item_version as v")
        .innerJoin("item_text as t", "t.version_id", "v.id")
        .select("t.record")
        .where("v.item_id", "=", parent)
        .executeTakeFirstOrThrow()
    ).record,
  ) as { children: string[] };
  // A record that cannot be read stops whoever reads it.
  const others = write
    .selectFrom("item_version")
    .select("id")
    .where("item_id", "not in", [parent, ...children]);
  await write.updateTable("item_text").set({ record: "{" }).where("version_id", "in", others).execute();
  await write.transaction().execute((tx) => rebuildItems(tx, [child.item_id]));
  const [other] = await write
    .selectFrom("item_version")
    .select("item_id")
    .where("id", "in", others)
    .execute();
  const another = write.transaction().execute((tx) => rebuildItems(tx, [other?.item_id ?? ""]));
  await expect(another).rejects.toThrow(SyntaxError);
  await database.close();
});
