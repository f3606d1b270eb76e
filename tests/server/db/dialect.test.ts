import { type KyselyPlugin, PostgresQueryCompiler } from "kysely";
import { expect, test } from "vitest";
import type { DrilledFilter } from "#domain/filter.ts";
import { SORTS } from "#domain/query.ts";
import { readRegions } from "#geo/read.ts";
import { readSeeds } from "#seeds/read.ts";
import { MIGRATIONS } from "#server/db/migrate.ts";
import { openDatabase } from "#server/db/open.ts";
import { bumpRevision, noteBuild, readRevision } from "#server/db/revision.ts";
import { checkRollup } from "#server/db/rollup.ts";
import type { Dialect } from "#server/db/schema.ts";
import { seedDatabase } from "#server/db/seed.ts";
import { Rooms } from "#server/remote/rooms.ts";
import { RevisionFeed } from "#server/revision-feed.ts";
import { createCaller } from "#server/router.ts";
import { aDataDir } from "../../factories.ts";

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
  const api = createCaller({
    db: read,
    revisions: new RevisionFeed(await readRevision(read)),
    boundary: { reviewNumber: null, credits: [] },
    rooms: new Rooms(),
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
  await database.close();
  return [...twin.statements];
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
