import { expect, test } from "vitest";
import type { ConflictError, InvalidInputError } from "#domain/error.ts";
import { EMPTY_DRAFT } from "#domain/report/draft.ts";
import {
  aFilingLedger,
  aReport,
  as,
  codeOf,
  FORESTRY,
  ledItem,
  MONTH,
  NOW,
  OFFICE,
  REVIEWER,
  someone,
  WATER,
} from "./filing-office.ts";

test("a report goes from the unit to the office and back, and is accepted once it is mended", async () => {
  const ledger = await aFilingLedger();
  const [unit, reviewer] = [as(ledger, WATER), as(ledger, REVIEWER)];
  const { item, stageBefore } = await ledItem(ledger, WATER);
  const begun = await unit.report.save({
    unit: "dept-water",
    month: MONTH,
    item: item.id,
    edition: 0,
    content: { ...EMPTY_DRAFT, done: "写到一半" },
  });
  expect(begun).toMatchObject({ state: "draft", edition: 1, version: 1, editedBy: WATER.name });
  const saved = await unit.report.save({
    unit: "dept-water",
    month: MONTH,
    item: item.id,
    edition: begun.edition,
    content: aReport({ stage: stageBefore }),
  });
  const submitted = await unit.report.submit({ id: saved.id, edition: saved.edition });
  expect(submitted.state).toBe("submitted");
  expect(submitted.content.investment.month).toEqual({ planned: "100.00", actual: "80.50" });
  expect((await reviewer.report.inbox()).map(({ id }) => id)).toEqual([saved.id]);
  const returned = await reviewer.report.return({
    id: saved.id,
    edition: submitted.edition,
    comments: [{ path: ["investment", "year", "actual"], words: "与财政数不符" }],
  });
  const mine = await unit.period.mine({ month: MONTH });
  expect(mine.items.find((one) => one.item.id === item.id)).toMatchObject({
    report: { state: "returned" },
    comments: [{ path: ["investment", "year", "actual"], words: "与财政数不符" }],
  });
  const mended = await unit.report.save({
    unit: "dept-water",
    month: MONTH,
    item: item.id,
    edition: returned.edition,
    content: aReport({ stage: stageBefore, next: "继续" }),
  });
  expect(mended.state).toBe("returned");
  const again = await unit.report.submit({ id: saved.id, edition: mended.edition });
  const [accepted] = await reviewer.report.accept({ reports: [{ id: saved.id, edition: again.edition }] });
  expect(accepted?.state).toBe("accepted");
  const [version] = await unit.report.history({ id: saved.id });
  expect(version?.steps.map(({ step, by }) => [step, by])).toEqual([
    ["save", WATER.name],
    ["submit", WATER.name],
    ["return", REVIEWER.name],
    ["submit", WATER.name],
    ["accept", REVIEWER.name],
  ]);
  await ledger.database.close();
});

test("of two people on one report the second is told who was there, and nothing is overwritten", async () => {
  const ledger = await aFilingLedger();
  const { item } = await ledItem(ledger, WATER);
  const [one, two] = ["甲", "乙"].map((name) => as(ledger, someone("reporter", "dept-water", name)));
  if (one === undefined || two === undefined) throw new Error("two people");
  const where = { unit: "dept-water", month: MONTH, item: item.id };
  const first = await one.report.save({ ...where, edition: 0, content: aReport({ done: "甲写的" }) });
  const later = two.report.save({ ...where, edition: 0, content: aReport({ done: "乙写的" }) });
  const error = await later.catch((refusal: { code: string; cause: unknown }) => refusal);
  expect(error).toMatchObject({ code: "CONFLICT" });
  expect((error as { cause: ConflictError }).cause.meanwhile).toEqual({
    by: "甲",
    at: first.editedAt,
    edition: 1,
  });
  expect((await one.report.get({ id: first.id })).report.content.done).toBe("甲写的");
  // At the same moment: one of many is first, all others are told.
  const race = await Promise.all(
    Array.from({ length: 8 }, (_, n) =>
      codeOf(
        (n % 2 === 0 ? one : two).report.save({ ...where, edition: 1, content: aReport({ done: `${n}` }) }),
      ),
    ),
  );
  expect(race.filter((code) => code === "OK")).toHaveLength(1);
  expect(race.filter((code) => code === "CONFLICT")).toHaveLength(7);
  await ledger.database.close();
});

test("a reviewer who looked at an older edition accepts nothing", async () => {
  const ledger = await aFilingLedger();
  const [unit, reviewer] = [as(ledger, WATER), as(ledger, REVIEWER)];
  const { item, stageBefore } = await ledItem(ledger, WATER);
  const where = { unit: "dept-water", month: MONTH, item: item.id };
  const { id, edition } = await unit.report.save({
    ...where,
    edition: 0,
    content: aReport({ stage: stageBefore }),
  });
  const seen = await unit.report.submit({ id, edition });
  const back = await unit.report.withdraw({ id, edition: seen.edition });
  await unit.report.submit({ id, edition: back.edition });
  expect(await codeOf(reviewer.report.accept({ reports: [{ id, edition: seen.edition }] }))).toBe("CONFLICT");
  expect((await unit.report.get({ id })).report.state).toBe("submitted");
  await ledger.database.close();
});

test("many reports are accepted at once, or none where one is another by now", async () => {
  const ledger = await aFilingLedger();
  const [unit, reviewer] = [as(ledger, WATER), as(ledger, REVIEWER)];
  const { items } = await unit.period.mine({ month: MONTH });
  const where = { unit: "dept-water", month: MONTH };
  const reports: { id: string; edition: number }[] = [];
  for (const { item, prefilled } of items.slice(0, 3)) {
    const { id, edition } = await unit.report.save({
      ...where,
      item: item.id,
      edition: 0,
      content: prefilled,
    });
    reports.push({ id, edition: (await unit.report.submit({ id, edition })).edition });
  }
  const states = async () => {
    const read = await Promise.all(reports.map(({ id }) => unit.report.get({ id })));
    return read.map(({ report }) => report.state);
  };
  const [, , last] = reports;
  if (last === undefined) throw new Error("three items");
  const back = await unit.report.withdraw(last);
  expect(await codeOf(reviewer.report.accept({ reports }))).toBe("CONFLICT");
  expect(await states()).toEqual(["submitted", "submitted", "draft"]);
  last.edition = (await unit.report.submit({ id: last.id, edition: back.edition })).edition;
  const accepted = await reviewer.report.accept({ reports });
  expect(accepted.map(({ id, state }) => [id, state])).toEqual(reports.map(({ id }) => [id, "accepted"]));
  expect(await states()).toEqual(["accepted", "accepted", "accepted"]);
  await ledger.database.close();
});

test("handing in a month takes what is whole and leaves the rest with its faults", async () => {
  const ledger = await aFilingLedger();
  const unit = as(ledger, WATER);
  const { items } = await unit.period.mine({ month: MONTH });
  const [whole, half] = items;
  if (whole === undefined || half === undefined) throw new Error("two items");
  const where = { unit: "dept-water", month: MONTH };
  expect(await codeOf(unit.report.submitAll(where))).toBe("BAD_REQUEST");
  await unit.report.save({ ...where, item: whole.item.id, edition: 0, content: whole.prefilled });
  await unit.report.save({ ...where, item: half.item.id, edition: 0, content: EMPTY_DRAFT });
  const result = await unit.report.submitAll(where);
  expect(result.submitted.map((one) => one.item)).toEqual([whole.item.id]);
  expect(result.refused).toMatchObject([{ item: half.item.id, issues: [{ path: ["stage"] }] }]);
  const refusal = await unit.report
    .submitAll(where)
    .catch((error: { cause: InvalidInputError }) => error.cause);
  expect((refusal as InvalidInputError).issues[0]?.path).toEqual([half.item.id, "stage"]);
  await ledger.database.close();
});

test("a unit says in one click that it has nothing to report, unless it has reported something", async () => {
  const ledger = await aFilingLedger();
  const unit = as(ledger, WATER);
  const where = { unit: "dept-water", month: MONTH };
  expect(await unit.report.nil(where)).toMatchObject({ by: WATER.name });
  expect(await codeOf(unit.report.nil(where))).toBe("CONFLICT");
  expect(await unit.period.mine({ month: MONTH })).toMatchObject({ state: "nil", reminder: null });
  // Whoever reports something after all takes it back.
  const { item } = await ledItem(ledger, WATER);
  await unit.report.save({ ...where, item: item.id, edition: 0, content: EMPTY_DRAFT });
  expect(await unit.period.mine({ month: MONTH })).toMatchObject({
    state: "waiting",
    reminder: "blue",
    nil: null,
  });
  expect(await codeOf(unit.report.nil(where))).toBe("CONFLICT");
  await ledger.database.close();
});

test("nobody reads or writes what is another unit's, whatever id he knows", async () => {
  const ledger = await aFilingLedger();
  const { item, stageBefore } = await ledItem(ledger, WATER);
  const where = { unit: "dept-water", month: MONTH, item: item.id };
  const content = aReport({ stage: stageBefore });
  const { id, edition } = await as(ledger, WATER).report.save({ ...where, edition: 0, content });
  const at = { id, edition };
  const comments = [{ path: [], words: "x" }];
  const all = (api: ReturnType<typeof as>) => [
    api.report.save({ ...where, edition, content }),
    api.report.submit(at),
    api.report.submitAll({ unit: where.unit, month: MONTH }),
    api.report.withdraw(at),
    api.report.correct({ id, reason: "x" }),
    api.report.nil({ unit: where.unit, month: MONTH }),
    api.report.undoNil({ unit: where.unit, month: MONTH }),
    api.report.get({ id }),
    api.report.history({ id }),
    api.period.mine({ unit: where.unit, month: MONTH }),
    api.report.return({ ...at, comments }),
    api.report.accept({ reports: [at] }),
  ];
  const foreign = [
    FORESTRY,
    someone("reviewer", "league-150400"),
    someone("viewer", "dept-water"),
    someone("system", "dept-water"),
    someone("reporter", null),
  ];
  for (const who of foreign) {
    expect(new Set(await Promise.all(all(as(ledger, who)).map(codeOf))), who.name).toEqual(
      new Set(["FORBIDDEN"]),
    );
  }
  expect(new Set(await Promise.all(all(as(ledger, null)).map(codeOf)))).toEqual(new Set(["UNAUTHORIZED"]));
  // The unit itself does not check what it files, and the office does not write it.
  const water = as(ledger, WATER);
  expect(await codeOf(water.report.accept({ reports: [at] }))).toBe("FORBIDDEN");
  expect(await codeOf(as(ledger, OFFICE).report.save({ ...where, edition, content }))).toBe("FORBIDDEN");
  // A unit that there is not tells a stranger nothing; a report of no such id is not found.
  expect(await codeOf(water.period.mine({ unit: "dept-nobody" }))).toBe("FORBIDDEN");
  expect(await codeOf(as(ledger, OFFICE).period.mine({ unit: "dept-nobody" }))).toBe("NOT_FOUND");
  expect(await codeOf(water.report.get({ id: "0".repeat(26) }))).toBe("NOT_FOUND");
  // An item that the unit does not file for.
  expect(await codeOf(water.report.save({ ...where, item: "S-0-01", edition: 0, content }))).toBe(
    "FORBIDDEN",
  );
  expect(await codeOf(water.report.save({ ...where, month: "2099-01", edition: 0, content }))).toBe(
    "NOT_FOUND",
  );
  await ledger.database.close();
});

test("each league's reviewer sees what its own counties hand in, and nothing else", async () => {
  const ledger = await aFilingLedger();
  const { write } = ledger.database;
  const county = {
    ...JSON.parse(
      (
        await write
          .selectFrom("unit")
          .select("record")
          .where("id", "=", "league-150400")
          .executeTakeFirstOrThrow()
      ).record,
    ),
    id: "county-150424",
    kind: "county",
    region: "150424",
  };
  await write
    .insertInto("unit")
    .values({ id: county.id, ordinal: 900, name: "林西县", record: JSON.stringify(county) })
    .execute();
  const { item } = await ledItem(ledger, someone("reporter", "league-150400"));
  const office = as(ledger, OFFICE);
  await office.assignment.set({ item: item.id, units: ["league-150400", county.id] });
  const filer = as(ledger, someone("reporter", county.id));
  const mine = await filer.period.mine({ month: MONTH });
  expect(mine.items.map(({ item: { id }, lead }) => [id, lead])).toEqual([[item.id, false]]);
  const saved = await filer.report.save({
    unit: county.id,
    month: MONTH,
    item: item.id,
    edition: 0,
    content: mine.items[0]?.prefilled ?? EMPTY_DRAFT,
  });
  const at = await filer.report.submit({ id: saved.id, edition: saved.edition });
  expect((await as(ledger, someone("reviewer", "league-150400")).report.inbox()).map(({ id }) => id)).toEqual(
    [saved.id],
  );
  expect(await as(ledger, someone("reviewer", "league-150700")).report.inbox()).toEqual([]);
  expect(await as(ledger, REVIEWER).report.inbox()).toEqual([]);
  expect(
    await codeOf(as(ledger, REVIEWER).report.accept({ reports: [{ id: saved.id, edition: at.edition }] })),
  ).toBe("FORBIDDEN");
  await ledger.database.close();
});

test("every change leaves its mark, with the fields that changed and no telephone number", async () => {
  const ledger = await aFilingLedger();
  const unit = as(ledger, WATER);
  const { item, stageBefore } = await ledItem(ledger, WATER);
  const where = { unit: "dept-water", month: MONTH, item: item.id };
  const first = await unit.report.save({ ...where, edition: 0, content: aReport({ stage: stageBefore }) });
  await unit.report.save({
    ...where,
    edition: 1,
    content: aReport({ stage: stageBefore, done: "联系 13812345678 或 0471-6912345" }),
  });
  const notes = await ledger.database.read
    .selectFrom("audit")
    .selectAll()
    .where("target", "=", first.id)
    .orderBy("seq")
    .execute();
  expect(notes.map(({ action, account_name, unit_id }) => [action, account_name, unit_id])).toEqual([
    ["report.save", WATER.name, "dept-water"],
    ["report.save", WATER.name, "dept-water"],
  ]);
  expect(JSON.parse(notes[1]?.before ?? "")).toEqual({ done: "完成坝基开挖" });
  expect(JSON.parse(notes[1]?.after ?? "")).toEqual({ done: "联系 [phone] 或 [phone]" });
  await ledger.database.close();
});

test("last month's report fills the form, and its differences are named", async () => {
  const ledger = await aFilingLedger("2012-10");
  const unit = as(ledger, WATER);
  const { item, stageBefore } = await ledItem(ledger, WATER);
  const where = { unit: "dept-water", month: MONTH, item: item.id };
  const { id, edition } = await unit.report.save({
    ...where,
    edition: 0,
    content: aReport({ stage: stageBefore }),
  });
  await unit.report.submit({ id, edition });
  const next = (await unit.period.mine({ month: "2012-10" })).items.find((one) => one.item.id === item.id);
  expect(next).toMatchObject({
    report: null,
    previous: { month: MONTH, content: { done: "完成坝基开挖" } },
    prefilled: {
      stage: stageBefore,
      actualPercent: 25.5,
      done: "",
      investment: { month: { actual: null }, year: { actual: "700.25" } },
    },
  });
  await unit.report.save({
    ...where,
    month: "2012-10",
    edition: 0,
    content: {
      ...(next?.prefilled ?? EMPTY_DRAFT),
      actualPercent: 30,
      done: "完成坝基开挖",
      next: "浇筑坝体",
    },
  });
  const begun = (await unit.period.mine({ month: "2012-10" })).items.find((one) => one.item.id === item.id);
  expect(begun?.differences).toEqual([
    ["actualPercent"],
    ["investment", "month", "planned"],
    ["investment", "month", "actual"],
  ]);
  await ledger.database.close();
});

test("the time of asking decides who is late", async () => {
  const ledger = await aFilingLedger();
  const stateOf = async (day: string) => {
    const now = new Date(`${day}T04:00:00Z`);
    const { units } = await as(ledger, OFFICE, now).period.get({ month: MONTH });
    const water = units.find(({ unit }) => unit === "dept-water");
    return [water?.state, water?.reminder];
  };
  expect((await as(ledger, OFFICE, NOW).period.get({ month: MONTH })).units).toHaveLength(33);
  expect(await stateOf("2012-10-01")).toEqual(["waiting", null]);
  expect(await stateOf("2012-10-02")).toEqual(["waiting", "blue"]);
  expect(await stateOf("2012-10-05")).toEqual(["waiting", "blue"]);
  expect(await stateOf("2012-10-06")).toEqual(["late", "yellow"]);
  expect(await stateOf("2012-10-09")).toEqual(["late", "red"]);
  const moved = await as(ledger, OFFICE).period.setDue({
    month: MONTH,
    dueOn: "2012-10-10",
    note: "国庆长假",
  });
  expect(moved).toMatchObject({ dueOn: "2012-10-10", dueNote: "国庆长假" });
  expect(await stateOf("2012-10-09")).toEqual(["waiting", "blue"]);
  expect(
    await codeOf(as(ledger, OFFICE).period.setDue({ month: MONTH, dueOn: "2012-09-20", note: "x" })),
  ).toBe("BAD_REQUEST");
  expect(
    await codeOf(as(ledger, WATER).period.setDue({ month: MONTH, dueOn: "2012-10-10", note: "x" })),
  ).toBe("FORBIDDEN");
  // A unit sees how it stands itself, and nobody else.
  expect((await as(ledger, WATER).period.get({ month: MONTH })).units.map(({ unit }) => unit)).toEqual([
    "dept-water",
  ]);
  await ledger.database.close();
});
