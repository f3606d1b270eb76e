import { type KyselyPlugin, PostgresQueryCompiler } from "kysely";
import { expect, test } from "vitest";
import type { DrilledFilter } from "#domain/filter.ts";
import type { Who } from "#domain/permission.ts";
import { SORTS } from "#domain/sort.ts";
import { readRegions } from "#geo/read.ts";
import { readSeeds } from "#seeds/read.ts";
import { actOf } from "#server/act.ts";
import { sealTrail } from "#server/audit/seal.ts";
import { verifyTrail } from "#server/audit/verify.ts";
import { appendAudit } from "#server/db/audit.ts";
import { searchAudit } from "#server/db/audit-search.ts";
import { seedAssignments } from "#server/db/filing/assignments.ts";
import { monthsToOpen } from "#server/db/filing/periods.ts";
import { MIGRATIONS } from "#server/db/migrate.ts";
import { frozenHeads } from "#server/db/months/snapshots.ts";
import { openDatabase } from "#server/db/open.ts";
import { bumpRevision, noteBuild, readRevision } from "#server/db/revision.ts";
import { checkRollup } from "#server/db/rollup.ts";
import type { Db, Dialect } from "#server/db/schema.ts";
import { seedDatabase } from "#server/db/seed.ts";
import type { Ledger } from "#server/ledger.ts";
import { peopleOf } from "#server/people/people.ts";
import { Rooms } from "#server/remote/rooms.ts";
import { RevisionFeed } from "#server/revision-feed.ts";
import { createCaller } from "#server/router.ts";
import { unitSheet } from "#server/workbook/sheet-files.ts";
import { Uploads } from "#server/workbook/uploads.ts";
import { ASSETS, aDataDir, apiOf } from "../../factories.ts";
import { fillWithHostile } from "../../hostile-ledger.ts";
import { FORESTRY, MONTH, NOW, OFFICE, WATER } from "../filing/filing-office.ts";

/** Says every statement that passes in PostgreSQL's words too, and lets it pass. */
class Twin implements KyselyPlugin {
  readonly statements = new Set<string>();
  readonly #compiler = new PostgresQueryCompiler();

  transformQuery: KyselyPlugin["transformQuery"] = ({ node, queryId }) => {
    this.statements.add(this.#compiler.compileQuery(node, queryId).sql);
    return node;
  };

  transformResult: KyselyPlugin["transformResult"] = async ({ result }) => result;
}

/** Every statement of the server's life, as PostgreSQL would be told it: seeding, reading by all ways, checking. */
async function everyStatement(): Promise<string[]> {
  const database = await openDatabase(aDataDir());
  const twin = new Twin();
  const [read, write] = [database.read.withPlugin(twin), database.write.withPlugin(twin)];
  await seedDatabase(write, readSeeds(), readRegions(), "a");
  await noteBuild(write, "b");
  const regions = readRegions();
  await seedDatabase(
    write,
    readSeeds(),
    regions.map((one) => ({ ...one, nameEn: `${one.nameEn}.` })),
    "b",
  );
  await write.transaction().execute((tx) => bumpRevision(tx, "c"));
  const revisions = new RevisionFeed(await readRevision(read));
  const api = createCaller({
    db: read,
    who: null,
    guest: "guest",
    session: null,
    cookies: { set: () => {}, clear: () => {} },
    people: peopleOf(write),
    agent: "test",
    act: actOf({ write, revisions, auditHash: "sha256" }, { id: null, name: "", address: "", requestId: "" }),
    revisions,
    boundary: { reviewNumber: null, credits: [] },
    assets: ASSETS,
    rooms: new Rooms(),
    uploads: new Uploads(),
    origin: "http://one-map.test",
    asker: "here",
  });
  const filters: DrilledFilter[] = [
    {},
    { types: [], regions: [] },
    {
      regions: ["150400", "150700"],
      within: "150424",
      types: ["pilot", "project"],
      stages: ["listed"],
      sectors: ["water"],
      units: ["dept-water"],
      counterparts: ["central-mwr"],
      lights: ["red"],
      basis: ["stated"],
    },
    { text: "天然气 100%" },
  ];
  for (const filter of filters) {
    for (const by of SORTS) {
      for (const descending of [true, false]) {
        const asked = { filter, sort: { by, descending }, limit: 2, asOf: "2012-07" };
        const { nextCursor } = await api.policy.list(asked);
        if (nextCursor !== null) await api.policy.list({ ...asked, cursor: nextCursor });
      }
    }
    await api.progress.byRegion({ level: "reporting", measure: "mix", filter });
    await api.progress.byRegion({ level: "county", measure: "started", filter });
    await api.progress.summary({ filter });
    await api.map.features({ filter, later: true, guofa21: true });
  }
  for (const id of ["S-1.4-20", "S-1.3-06.1"]) await api.project.get({ id });
  await api.policy.get({ id: "S-1.2-07" });
  await api.source.get({ id: "im-2012-07-24" });
  await Promise.all([api.region.list(), api.unit.list()]);
  await checkRollup(read);
  await theFiling({ database: { ...database, read, write }, revisions });
  await theTrail(read, write);
  await database.close();
  return [...twin.statements];
}

/** Months opened, filed, returned, accepted, published, frozen and corrected; rules, lights, sheets, accounts. */
async function theFiling(ledger: Ledger): Promise<void> {
  const { read, write } = ledger.database;
  await seedAssignments(write, async () => {});
  const { led } = await fillWithHostile(ledger);
  const as = (who: Who) => apiOf(ledger, who, () => NOW);
  const [unit, office] = [as(WATER), as(OFFICE)];
  const of = { unit: "dept-water", unitName: "水利厅", month: "2012-10" };
  await unitSheet(read, of, "zh-CN", "csv");
  await unit.period.mine({ month: MONTH });
  const { items } = await unit.period.mine({ month: "2012-10" });
  await unit.report.submitAll({ unit: of.unit, month: of.month });
  await unit.report.history({ id: items.find(({ report }) => report !== null)?.report?.id ?? "" });
  await Promise.all([office.period.get({ month: MONTH }), office.period.list(), office.report.inbox({})]);
  await Promise.all([office.light.overrides(), office.light.inForce({ month: MONTH }), office.month.list()]);
  await office.light.changes({ from: "2012-07", to: MONTH });
  await office.report.foretell({ month: "2012-10" });
  await office.assignment.list();
  await office.assignment.set({ item: led, units: ["dept-water"] });
  await as(FORESTRY).report.nil({ unit: "dept-forestry", month: "2012-10" });
  const shot = (await office.month.list()).flatMap(({ snapshots }) => snapshots)[0];
  await office.month.verify({ id: shot?.id ?? "" });
  await monthsToOpen(read, NOW);
  await frozenHeads(read);
}

/** The trail written, searched, sealed and followed. */
async function theTrail(read: Db, write: Db): Promise<void> {
  const actor = { id: null, name: "", address: "", requestId: "" };
  for (const target of ["a", "b"]) {
    await write
      .transaction()
      .execute((tx) => appendAudit(tx, actor, { action: "x", noun: "x", target }, "sha256"));
  }
  const word = "x";
  const moment = "2026-01-01T00:00:00Z";
  const filter = {
    ...{ account: word, action: word, noun: word, target: word, unit: word, text: word },
    ...{ from: moment, to: moment },
  };
  await searchAudit(read, { filter, before: 9, limit: 2 });
  const dir = aDataDir();
  const now = new Date("2999-01-01");
  await sealTrail(write, { dir, before: "2998-01", keepMonths: 6, auditHash: "sha256", now });
  await verifyTrail(read, dir);
}

/** What SQLite alone understands. Words are looked for, no PostgreSQL runs here. */
const SQLITE_ONLY =
  /\b(?:rowid|match|glob|regexp|pragma|virtual|fts5|insert or|replace into|autoincrement|strict|nocase|indexed by|ifnull|iif|json_\w+|strftime|date|datetime|julianday|unixepoch|group_concat|instr|printf|total|typeof|random\(\))\b|[`?]|==/i;

test("what the server asks of its database PostgreSQL understands too, the index of grams aside", async () => {
  const statements = await everyStatement();
  expect(statements.length).toBeGreaterThan(100);
  const foreign = statements.filter((statement) =>
    SQLITE_ONLY.test(statement.replace(/'[^']*'|"[^"]*"/g, "''")),
  );
  expect(foreign.filter((statement) => !statement.includes("item_gram"))).toEqual([]);
  // The grams' own SQL is found, so the check would find another's.
  expect(foreign.length).toBeGreaterThan(0);
});

test("the migrations have words of their own for PostgreSQL", () => {
  const foreignTo = (dialect: Dialect) =>
    MIGRATIONS.flatMap(({ statements }) => statements(dialect)).filter((one) => SQLITE_ONLY.test(one));
  expect(foreignTo("postgres")).toEqual([]);
  expect(foreignTo("sqlite")).toHaveLength(1);
});
