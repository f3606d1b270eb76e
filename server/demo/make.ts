import { countedItems } from "#domain/count.ts";
import { monthAfter } from "#domain/month.ts";
import type { Who } from "#domain/permission.ts";
import { assignmentsOf } from "#domain/report/assign.ts";
import { readRegions } from "#geo/read.ts";
import { actOf } from "../act.ts";
import { finishDemo, isDemo, isFinishedDemo, markDemo } from "../db/demo.ts";
import { rowsOf } from "../db/filing/assignments.ts";
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
import { demoProjects } from "./projects.ts";
import { coursesOf, file } from "./reports.ts";
import { addMonthUnderWay, handedIn, moveDue } from "./under-way.ts";
import { addWork } from "./work.ts";

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
  const act = actOf(
    { write, revisions, auditHash: "sha256", keepHead },
    { id: office.id, name: office.name, address: "", requestId: "demo" },
  );
  for (const [n, month] of months.entries()) {
    const ago = months.length - 1 - n;
    const { reports } = await act(async (deed) => {
      const { tx } = deed;
      await openMonth(tx, month, new Date(`${month}-01T00:10:00+08:00`));
      if (ago === 0) await moveDue(tx, month);
      const accepted = handedIn(filed, ago).map((one) => ({ filed: one, state: "accepted" as const }));
      await file(tx, month, accepted, { reporter, reviewer });
      return publishMonth(deed, office, { month });
    });
    say(`${month}: ${reports}`);
  }
  const last = months.at(-1);
  await act(async (deed) => {
    if (last !== undefined) {
      const month = monthAfter(last, 1);
      await addMonthUnderWay(deed.tx, month, filed, { reporter, reviewer });
      await deed.note({ action: "period.open", noun: "period", target: month });
    }
    await addWork(deed, { office, reporter });
  });
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
