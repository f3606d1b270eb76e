import { countedItems } from "#domain/count.ts";
import { type Item, isOfficeType, LADDER_OF } from "#domain/item.ts";
import type { Who } from "#domain/permission.ts";
import { assignmentsOf } from "#domain/report/assign.ts";
import type { ReportContent } from "#domain/report/report.ts";
import { readRegions } from "#geo/read.ts";
import { actOf } from "../act.ts";
import { finishDemo, isDemo, isFinishedDemo, markDemo } from "../db/demo.ts";
import { rowsOf } from "../db/filing/assignments.ts";
import { newId, stepColumns } from "../db/filing/filed.ts";
import { openMonth } from "../db/filing/periods.ts";
import { listUnits } from "../db/references.ts";
import { type Db, STILL } from "../db/schema.ts";
import { insertRows, insertVersions } from "../db/version-rows.ts";
import { publishMonth } from "../filing/publish.ts";
import { type Ledger, openLedger } from "../ledger.ts";
import { StartError } from "../start-error.ts";
import { addDemoAccounts } from "./accounts.ts";
import { demoItem } from "./items.ts";
import { DEMO_FIRST, DEMO_MONTHS } from "./months.ts";
import { type Course, contentAt, courseOf, paperAt } from "./progress.ts";
import { demoProjects } from "./projects.ts";

/**
 * Fills an empty data directory with months of made-up reports, for the real items and for 300 projects that nobody
 * planned; the same on every machine but for ids and times. A directory that is a demonstration already stays as it is.
 * @throws StartError for one that holds a ledger in earnest: nothing of it is touched
 */
export async function makeDemo(
  dir: string,
  build: string,
  say: (line: string) => void,
  months: readonly string[] = DEMO_MONTHS,
): Promise<void> {
  const ledger = await openLedger(dir, build);
  try {
    const { read } = ledger.database;
    if (await isDemo(read)) {
      if (await isFinishedDemo(read)) return;
      throw new StartError(
        `DATA_DIR ${dir} holds half a demonstration: remove it, or choose another DATA_DIR.`,
      );
    }
    const used = await read.selectFrom("account").select("id").limit(1).executeTakeFirst();
    const filed = await read.selectFrom("report").select("id").limit(1).executeTakeFirst();
    if (used !== undefined || filed !== undefined) {
      throw new StartError(
        `DATA_DIR ${dir} holds a ledger that is no demonstration: choose another DATA_DIR.`,
      );
    }
    await fill(ledger, say, months);
  } finally {
    await ledger.database.close();
  }
}

async function fill(
  { database, revisions }: Ledger,
  say: (line: string) => void,
  months: readonly string[],
): Promise<void> {
  const { write, keepHead } = database;
  // First of all, and by itself: cut short at any moment, it is a demonstration and no ledger.
  await write.transaction().execute(markDemo);
  const at = new Date().toISOString();
  const people = await write.transaction().execute((tx) => addDemoAccounts(tx, at));
  await write.transaction().execute(addProjects);
  const filed = await coursesOf(write);
  const [reporter, reviewer, office] = [
    who(people, "reporter"),
    who(people, "reviewer"),
    who(people, "office"),
  ];
  for (const month of months) {
    const act = actOf(
      { write, revisions, auditHash: "sha256", keepHead },
      { id: office.id, name: office.name, address: "", requestId: "demo" },
    );
    const { reports } = await act(async (deed) => {
      await openMonth(deed.tx, month, new Date());
      await accept(deed.tx, month, filed, { reporter, reviewer });
      return publishMonth(deed, office, { month });
    });
    say(`${month}: ${reports}`);
  }
  await finishDemo(write);
}

function who(people: readonly Who[], role: Who["roles"][number]): Who {
  const one = people.find(({ roles }) => roles.includes(role));
  if (one === undefined) throw new Error(`no account is ${role}`);
  return one;
}

async function addProjects(tx: Db): Promise<void> {
  const [units, regions] = [await listUnits(tx), readRegions()];
  const items = demoProjects(regions).map(demoItem);
  const [lastItem, lastVersion] = [
    await tx
      .selectFrom("item")
      .select((eb) => eb.fn.max("ordinal").as("last"))
      .executeTakeFirstOrThrow(),
    await tx
      .selectFrom("item_version")
      .select((eb) => eb.fn.max("id").as("last"))
      .executeTakeFirstOrThrow(),
  ];
  const ordinalOf = (n: number) => (lastItem.last ?? 0) + 1 + n;
  await insertRows(
    tx,
    "item",
    items.map(({ id }, n) => ({ id, noun: "project" as const, ordinal: ordinalOf(n) })),
  );
  const counted = new Map(countedItems(items, { units, regions }).map((one) => [one.item.id, one]));
  await insertVersions(
    tx,
    items.map((item, n) => ({
      id: (lastVersion.last ?? 0) + 1 + n,
      item,
      ordinal: ordinalOf(n),
      root: item.id,
      asOf: DEMO_FIRST,
      until: STILL,
      counted: counted.get(item.id),
    })),
  );
  await insertRows(
    tx,
    "assignment",
    items.flatMap((item) => rowsOf(assignmentsOf(item, units))),
  );
}

type Filed = { item: Item; unit: string; content: (month: string) => ReportContent };

/** Who files for what, and how it goes; the office's own work is reported by nobody. */
async function coursesOf(db: Db): Promise<Filed[]> {
  const rows = await db
    .selectFrom("assignment as a")
    .innerJoin("item_version as v", "v.item_id", "a.item_id")
    .innerJoin("item_text as t", "t.version_id", "v.id")
    .select(["a.unit_id", "t.record"])
    .where("v.until", "=", STILL)
    .where("v.counted", "=", 1)
    .orderBy("v.ordinal")
    .orderBy("a.ordinal")
    .execute();
  const projects = new Map(
    demoProjects(readRegions()).map((project, n) => [demoItem(project, n).id, project]),
  );
  return rows.flatMap(({ unit_id, record }) => {
    const item = JSON.parse(record) as Item;
    if (isOfficeType(item.type)) return [];
    const plan = projects.get(item.id) ?? { begins: -6, months: 36, total: 80_000 };
    const course: Course = courseOf(item.id, plan);
    const content = (month: string) =>
      item.type === "project"
        ? contentAt(course, month, item.stage)
        : paperAt(item.id, LADDER_OF[item.type], item.stage, month);
    return [{ item, unit: unit_id, content }];
  });
}

async function accept(
  tx: Db,
  month: string,
  filed: readonly Filed[],
  { reporter, reviewer }: { reporter: Who; reviewer: Who },
): Promise<void> {
  const at = new Date().toISOString();
  const reports = filed.map(({ item, unit, content }) => ({
    id: newId(),
    item_id: item.id,
    unit_id: unit,
    month,
    version: 1,
    state: "accepted" as const,
    content: JSON.stringify(content(month)),
    edition: 3,
    reason: null,
    led: 0,
    edited_by: reviewer.id,
    edited_by_name: reviewer.name,
    edited_at: at,
  }));
  await insertRows(tx, "report", reports);
  const step = (by: Who, seq: number, name: "submit" | "accept", state: "submitted" | "accepted") =>
    reports.map(({ id }) => ({
      report_id: id,
      ...stepColumns(seq - 1, { step: name, state, at, who: by }),
    }));
  await insertRows(tx, "report_step", step(reporter, 1, "submit", "submitted"));
  await insertRows(tx, "report_step", step(reviewer, 2, "accept", "accepted"));
}
