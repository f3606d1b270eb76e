import { expect, test } from "vitest";
import { BLOCKS } from "#domain/brief/brief.ts";
import type { InvalidInputError } from "#domain/error.ts";
import { LEDGER_COLUMNS } from "#domain/export/columns.ts";
import { featureOf } from "#domain/export/feature.ts";
import { zItem } from "#domain/item.ts";
import { zPlace } from "#domain/place.ts";
import { EMPTY_PROPOSAL, type ProposalContent } from "#domain/report/proposal.ts";
import { openMonth } from "#server/db/filing/periods.ts";
import { ledgerRows, readNames, readRecords } from "#server/db/ledger-export.ts";
import { checkRollup } from "#server/db/rollup.ts";
import { openLedger } from "#server/ledger.ts";
import { aDataDir } from "../../factories.ts";
import { aBrief } from "../brief/a-brief.ts";
import { textOf } from "../brief/sheet-text.ts";
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
  WATER,
} from "./filing-office.ts";

const RESERVOIR: ProposalContent = {
  why: "2012 年 9 月立项",
  title: "扎敦水库二期",
  type: "project",
  stage: "preparation",
  sector: "water",
  regions: ["150782"],
  units: [{ unit: "dept-water", role: "responsible", words: "" }],
  geometry: {
    kind: "point",
    places: [],
    points: [{ name: "扎敦水库二期坝址", nameEn: null, at: [120.6, 49.2], errorKm: 5 }],
  },
  figures: [{ value: 2.6, unit: "亿元", words: "总投资2.6亿元", kind: "exact" }],
};

type Ledger = Awaited<ReturnType<typeof aFilingLedger>>;

async function publish(ledger: Ledger, month: string, item: string | null, content: ProposalContent) {
  const unit = as(ledger, WATER);
  const saved = await unit.proposal.save({ id: null, edition: 0, unit: "dept-water", month, item, content });
  const { id, edition } = await unit.proposal.submit({ id: saved.id, edition: saved.edition });
  await as(ledger, REVIEWER).proposal.accept({ id, edition });
  return (await as(ledger, OFFICE).report.publish({ month })).items;
}

test("a unit's own item comes in by the same road, with its place, and says whose word it rests on", async () => {
  const ledger = await aFilingLedger("2012-10");
  const guest = as(ledger, null);
  const before = (await guest.progress.summary()).counts.projects;
  expect(await publish(ledger, MONTH, null, RESERVOIR)).toEqual(["N-0001"]);
  const item = await guest.project.get({ id: "N-0001" });
  expect(item).toMatchObject({
    title: "扎敦水库二期",
    stage: "preparation",
    stageBasis: "reported",
    sources: [],
    origin: { unit: "dept-water", month: MONTH },
    units: [{ unit: "dept-water", words: expect.stringContaining("水利"), basis: "stated" }],
    figures: [{ words: "总投资2.6亿元", value: 2.6 }],
  });
  const { read } = ledger.database;
  const { record } = await read
    .selectFrom("item_version as v")
    .innerJoin("item_text as t", "t.version_id", "v.id")
    .select("t.record")
    .where("v.item_id", "=", "N-0001")
    .executeTakeFirstOrThrow();
  expect(zItem.safeParse(JSON.parse(record)).error).toBeUndefined();
  const place = await read
    .selectFrom("place")
    .select("record")
    .orderBy("ordinal", "desc")
    .executeTakeFirstOrThrow();
  expect(zPlace.parse(JSON.parse(place.record))).toMatchObject({ name: "扎敦水库二期坝址", errorKm: 5 });
  expect((await guest.map.features()).points.filter((point) => point.item === "N-0001")).toHaveLength(1);
  expect((await guest.project.list({ filter: { text: "扎敦水库二期" } })).items.map(({ id }) => id)).toEqual([
    "N-0001",
  ]);
  expect((await guest.progress.summary()).counts.projects).toBe(before + 1);
  expect((await guest.progress.summary({ asOf: "2012-08" })).counts.projects).toBe(before);
  expect(await checkRollup(read)).toEqual([]);
  // Its proposer files for it from then on; its first report may be of the very month it came in by.
  const unit = as(ledger, WATER);
  const where = { unit: "dept-water", month: MONTH, item: "N-0001" };
  const saved = await unit.report.save({
    ...where,
    edition: 0,
    content: aReport({ stage: "approved", done: "已核准" }),
  });
  const { id, edition } = await unit.report.submit({ id: saved.id, edition: saved.edition });
  await as(ledger, REVIEWER).report.accept({ reports: [{ id, edition }] });
  await as(ledger, OFFICE).report.publish({ month: MONTH });
  expect(await guest.project.get({ id: "N-0001" })).toMatchObject({
    stage: "approved",
    stageWords: "已核准",
  });
  expect(await publish(ledger, "2012-10", null, { ...RESERVOIR, title: "另一个" })).toEqual(["N-0002"]);
  expect(await checkRollup(read)).toEqual([]);
  await ledger.database.close();
});

test("where another item has its sentence, files and briefing pages name the unit", async () => {
  const ledger = await aFilingLedger("2012-10");
  await publish(ledger, MONTH, null, RESERVOIR);
  const { read } = ledger.database;
  const words = `单位申报：${(await readNames(read)).units.get("dept-water")?.name}，${MONTH}`;
  const brief = aBrief({ blocks: [...BLOCKS] }, "region=150782");
  const { sheet } = await as(ledger, null).brief.sheet(brief);
  expect(textOf(sheet)).toContain(`N-0001 — ${words}`);

  const query = { filter: { text: "扎敦水库二期" }, sort: { by: "source", descending: false } } as const;
  const { rows, month } = await ledgerRows(read, query, 10);
  const names = await readNames(read);
  for await (const records of readRecords(read, rows, month)) {
    const [record] = records;
    if (!record) throw new Error("no record of what was published");
    expect(featureOf(record, names, "zh-CN").properties.origin).toMatchObject({ unit: "dept-water" });
    expect(LEDGER_COLUMNS.map(({ cell }) => cell(record, names, "zh-CN"))).toContain(words);
  }
});

test("a change of master data is of its month, and what the item reports stays with it", async () => {
  const ledger = await aFilingLedger("2012-10", "2012-11");
  const { item, stageBefore } = await ledItem(ledger, WATER, "project");
  const guest = as(ledger, null);
  const change = { ...EMPTY_PROPOSAL, why: "更名", title: "新名字", regions: ["150400"] };
  expect(await publish(ledger, "2012-10", item.id, change)).toEqual([item.id]);
  expect(await guest.project.get({ id: item.id, asOf: MONTH })).toMatchObject({ title: item.title });
  const changed = await guest.project.get({ id: item.id });
  expect(changed).toMatchObject({
    title: "新名字",
    stage: stageBefore,
    regions: [{ code: "150400", basis: "stated" }],
  });
  expect(changed.sources.length).toBeGreaterThan(0);
  const history = await guest.project.history({ id: item.id });
  expect(history.map((entry) => [entry.month, entry.changed.map(({ field }) => field)])).toEqual([
    ["2012-07", []],
    ["2012-10", ["title", "regions"]],
  ]);
  expect(history[1]?.changed[0]).toEqual({ field: "title", before: [item.title], after: ["新名字"] });
  expect((await guest.project.list({ filter: { text: "新名字" } })).items.map(({ id }) => id)).toContain(
    item.id,
  );
  expect(await checkRollup(ledger.database.read)).toEqual([]);
  await ledger.database.close();
});

test("a child's new region is its parent's too, from that month on", async () => {
  const ledger = await aFilingLedger();
  const office = as(ledger, OFFICE);
  await office.assignment.set({ item: "S-1.2-07.3", units: ["dept-water"] });
  await publish(ledger, MONTH, "S-1.2-07.3", { ...EMPTY_PROPOSAL, why: "x", regions: ["150300"] });
  const inWuhai = async (asOf: string) =>
    (await as(ledger, null).policy.list({ filter: { regions: ["150300"] }, asOf })).items.map(({ id }) => id);
  expect(await inWuhai(MONTH)).toContain("S-1.2-07");
  expect(await inWuhai("2012-08")).not.toContain("S-1.2-07");
  expect(await checkRollup(ledger.database.read)).toEqual([]);
  await ledger.database.close();
});

test.each<[string, Partial<ProposalContent>, string]>([
  ["no reason", { why: " " }, "why"],
  ["no title", { title: null }, "title"],
  ["a stage of another ladder", { stage: "issued" }, "stage"],
  ["an unknown region", { regions: ["150499"] }, "regions.0"],
  ["a region twice", { regions: ["150400", "150400"] }, "regions"],
  ["an unknown unit", { units: [{ unit: "dept-magic", role: "responsible", words: "" }] }, "units.0.unit"],
  ["a point without a place", { geometry: { kind: "point", places: [], points: [] } }, "geometry.kind"],
  [
    "lat before lon",
    {
      geometry: {
        kind: "point",
        places: [],
        points: [{ name: "x", nameEn: null, at: [49.2, 120.6], errorKm: 5 }],
      },
    },
    "geometry.points.0.at",
  ],
  [
    "no error",
    {
      geometry: {
        kind: "point",
        places: [],
        points: [{ name: "x", nameEn: null, at: [120, 49], errorKm: 0 }],
      },
    },
    "geometry.points.0.errorKm",
  ],
  ["an unknown place", { geometry: { kind: "point", places: ["pl-none"], points: [] } }, "geometry.places.0"],
])("a new item with %s is refused at its field", async (_, wrong, path) => {
  const ledger = await shared();
  const unit = as(ledger, WATER);
  const { id, edition } = await unit.proposal.save({
    id: null,
    edition: 0,
    unit: "dept-water",
    month: MONTH,
    item: null,
    content: { ...RESERVOIR, ...wrong },
  });
  const refusal = await unit.proposal
    .submit({ id, edition })
    .catch((error: { cause: unknown }) => error.cause);
  expect((refusal as InvalidInputError).issues.map((issue) => issue.path.join("."))).toContain(
    `content.${path}`,
  );
});

test("a proposal is its unit's alone, of an item that the unit files for, and goes step by step", async () => {
  const ledger = await shared();
  const unit = as(ledger, WATER);
  const { item } = await ledItem(ledger, WATER);
  const where = { id: null, edition: 0, unit: "dept-water", month: MONTH } as const;
  const content = { ...EMPTY_PROPOSAL, why: "x", title: "y" };
  const saved = await unit.proposal.save({ ...where, item: item.id, content });
  const at = { id: saved.id, edition: 1 };
  const other = as(ledger, FORESTRY);
  const all = [
    other.proposal.get({ id: saved.id }),
    other.proposal.submit(at),
    other.proposal.withdraw(at),
    other.proposal.save({ ...where, item: item.id, content }),
    other.proposal.save({ ...where, id: saved.id, unit: "dept-forestry", item: item.id, content }),
    unit.proposal.accept(at),
    unit.proposal.save({ ...where, item: "S-0-01", content }),
  ];
  expect(new Set(await Promise.all(all.map(codeOf)))).toEqual(new Set(["FORBIDDEN"]));
  expect(await codeOf(as(ledger, REVIEWER).proposal.accept(at))).toBe("CONFLICT");
  expect(await codeOf(unit.proposal.save({ ...where, id: saved.id, item: null, edition: 1, content }))).toBe(
    "NOT_FOUND",
  );
  expect(
    await codeOf(unit.proposal.save({ ...where, id: saved.id, item: item.id, edition: 0, content })),
  ).toBe("CONFLICT");
  const empty = await unit.proposal.save({
    ...where,
    item: item.id,
    content: { ...EMPTY_PROPOSAL, why: "x" },
  });
  expect(await codeOf(unit.proposal.submit({ id: empty.id, edition: 1 }))).toBe("BAD_REQUEST");
  expect(await codeOf(unit.proposal.submit(at))).toBe("OK");
  const { steps } = await as(ledger, REVIEWER).proposal.get({ id: saved.id });
  expect(steps.map(({ step }) => step)).toEqual(["save", "submit"]);
  await as(ledger, REVIEWER).proposal.return({
    id: saved.id,
    edition: 2,
    comments: [{ path: ["title"], words: "不必" }],
  });
  expect((await unit.proposal.list({ states: ["returned"] })).map(({ id }) => id)).toEqual([saved.id]);
});

test("a draft that its unit gives up is deleted, what it said stays in the trail, and what is handed in stays", async () => {
  const ledger = await aFilingLedger();
  const unit = as(ledger, WATER);
  const where = { id: null, edition: 0, unit: "dept-water", month: MONTH, item: null } as const;
  const given = await unit.proposal.save({ ...where, content: RESERVOIR });
  const kept = await unit.proposal.save({ ...where, content: { ...RESERVOIR, title: "留下的" } });
  expect(await codeOf(unit.proposal.remove({ id: given.id, edition: 2 }))).toBe("CONFLICT");
  await unit.proposal.remove({ id: given.id, edition: 1 });
  expect((await unit.proposal.list()).map(({ id }) => id)).toEqual([kept.id]);
  expect(await codeOf(unit.proposal.get({ id: given.id }))).toBe("NOT_FOUND");
  expect(await codeOf(unit.proposal.save({ ...where, id: given.id, edition: 1, content: RESERVOIR }))).toBe(
    "NOT_FOUND",
  );
  const { action, before } = await ledger.database.read
    .selectFrom("audit")
    .select(["action", "before"])
    .orderBy("seq", "desc")
    .executeTakeFirstOrThrow();
  expect([action, JSON.parse(before ?? "")]).toMatchObject([
    "proposal.remove",
    { kind: "new", month: MONTH, state: "draft", content: { title: "扎敦水库二期" } },
  ]);

  const { id, edition } = await unit.proposal.submit({ id: kept.id, edition: 1 });
  expect(await codeOf(unit.proposal.remove({ id, edition }))).toBe("CONFLICT");
  await as(ledger, REVIEWER).proposal.return({ id, edition, comments: [{ path: [], words: "不必" }] });
  await unit.proposal.remove({ id, edition: edition + 1 });
  expect(await unit.proposal.list()).toEqual([]);
  await ledger.database.close();
});

let one: Promise<Ledger> | undefined;
const shared = () => {
  one ??= aFilingLedger();
  return one;
};

test("a ledger with proposed items opens again, its words and counts as they were", async () => {
  const dir = aDataDir();
  const ledger = await openLedger(dir, "test");
  await openMonth(ledger.database.write, MONTH, NOW);
  await publish(ledger, MONTH, null, RESERVOIR);
  await ledger.database.close();
  const again = await openLedger(dir, "test");
  expect(again.revisions.current).toBe(ledger.revisions.current);
  expect(await checkRollup(again.database.read)).toEqual([]);
  await again.database.close();
});
