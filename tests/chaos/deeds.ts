import { monthAfter } from "#domain/month.ts";
import type { Who } from "#domain/permission.ts";
import { EMPTY_DRAFT } from "#domain/report/draft.ts";
import { OFFICE_UNIT } from "#domain/unit.ts";
import { actOf } from "#server/act.ts";
import { listAssignments } from "#server/db/filing/assignments.ts";
import { openMonth } from "#server/db/filing/periods.ts";
import type { Database } from "#server/db/open.ts";
import type { Db, Schema } from "#server/db/schema.ts";
import { publishMonth } from "#server/filing/publish.ts";
import { saveReports } from "#server/filing/save.ts";
import type { Ledger } from "#server/ledger.ts";
import { freezeMonth } from "#server/months/freeze.ts";
import { accept } from "../second-month.ts";

/** What units and the office do: one report, a whole workbook in one transaction, a month published, or frozen as well. */
export const DEEDS = ["save", "import", "publish", "freeze"] as const;
export type Deed = (typeof DEEDS)[number];

/** How often something was done, seen from the database: whole so many times, or by half and how. */
export type Trace = { times: number; half: string | null };

const UNIT = "dept-water";
const WRITER: Who = { id: "w1", name: "王芳", roles: ["reporter"], unit: UNIT };
const OFFICE: Who = { id: "o1", name: "李强", roles: ["office"], unit: OFFICE_UNIT };
const FIRST_MONTH = "2013-01";
/** Months that take reports: each deed but a publication has one to itself. */
export const MOST_DEEDS = 600;

/** The item that each publication moves. */
const MOVED = "S-1.4-15";

const monthOf = (n: number): string => monthAfter(FIRST_MONTH, n);
const markOf = (n: number): string => `mark-${n}`;

/** Months that take reports, before anything goes wrong. */
export async function prepare({ database }: Ledger): Promise<void> {
  await database.write.transaction().execute(async (tx) => {
    for (let n = 0; n < MOST_DEEDS; n += 1) await openMonth(tx, monthOf(n), new Date());
  });
}

const itemsOf = async (db: Db): Promise<string[]> =>
  (await listAssignments(db, UNIT)).map(({ item }) => item);

/** Does the deed numbered `n`, whose kind is settled by its number. @throws what the server would answer with */
export async function doDeed(ledger: Ledger, deed: Deed, n: number): Promise<void> {
  const act = actOf(
    {
      write: ledger.database.write,
      revisions: ledger.revisions,
      auditHash: "sha256",
      keepHead: ledger.database.keepHead,
    },
    { id: WRITER.id, name: WRITER.name, address: "", requestId: String(n) },
  );
  if (deed === "publish" || deed === "freeze") {
    return act(async (done) => {
      await accept(done.tx, MOVED, monthOf(n), n % 16 === 4 ? "construction" : "planned", {
        done: markOf(n),
      });
      await publishMonth(done, OFFICE, { month: monthOf(n) });
      if (deed === "freeze") await freezeMonth(done, OFFICE, { month: monthOf(n) });
    });
  }
  const items = (await itemsOf(ledger.database.read)).slice(0, deed === "save" ? 1 : undefined);
  const content = { ...EMPTY_DRAFT, done: markOf(n) };
  const reports = items.map((item) => ({ item, edition: 0, content }));
  await act(async (done) => {
    await saveReports(done, WRITER, { unit: UNIT, month: monthOf(n), reports });
  });
}

/** What the database has of the deed numbered `n`. */
export async function traceOf(database: Database, deed: Deed, n: number): Promise<Trace> {
  const notes = await database.read
    .selectFrom("audit")
    .select(["target"])
    .where("request_id", "=", String(n))
    .orderBy("seq")
    .execute();
  return deed === "publish" || deed === "freeze"
    ? publication(database, deed, n, notes.length)
    : reports(database, deed, n, notes);
}

async function reports(
  { read }: Database,
  deed: Deed,
  n: number,
  notes: readonly Pick<Schema["audit"], "target">[],
): Promise<Trace> {
  const rows = await read
    .selectFrom("report")
    .select(["id", "content"])
    .where("month", "=", monthOf(n))
    .execute();
  const steps = await read
    .selectFrom("report_step as s")
    .innerJoin("report as r", "r.id", "s.report_id")
    .select("s.report_id")
    .where("r.month", "=", monthOf(n))
    .execute();
  const expected = deed === "save" ? 1 : (await itemsOf(read)).length;
  const marked = rows.filter((row) => row.content.includes(`"${markOf(n)}"`)).length;
  const counts = [rows.length, marked, steps.length, notes.length];
  if (counts.every((count) => count === 0)) return { times: 0, half: null };
  if (counts.every((count) => count === expected)) return { times: 1, half: null };
  return { times: 0, half: `of ${expected}: ${counts.join(", ")} reports, marks, steps, notes` };
}

async function publication(
  { read }: Database,
  deed: "publish" | "freeze",
  n: number,
  notes: number,
): Promise<Trace> {
  const month = monthOf(n);
  const count = async (table: "publication" | "item_version" | "rollup"): Promise<number> =>
    (await read.selectFrom(table).select("as_of").where("as_of", "=", month).execute()).length;
  const found = await read
    .selectFrom("report")
    .select(["state", "content"])
    .where("month", "=", month)
    .execute();
  const published = found.filter(
    (row) => row.state === "published" && row.content.includes(`"${markOf(n)}"`),
  );
  const counts = {
    ...{ reports: found.length, published: published.length, notes },
    ...{
      months: await count("publication"),
      versions: await count("item_version"),
      cells: await count("rollup"),
    },
  };
  const frozen = await read.selectFrom("snapshot").select("id").where("month", "=", month).execute();
  const { cells, versions, notes: told, ...ones } = { ...counts };
  const froze = deed === "freeze" ? 1 : 0;
  if ([frozen.length, ...Object.values(counts)].every((one) => one === 0)) return { times: 0, half: null };
  // An item that stands where it stood has no new version.
  const whole =
    cells > 0 &&
    versions <= 1 &&
    frozen.length === froze &&
    told === 1 + froze &&
    Object.values(ones).every((one) => one === 1);
  if (whole) return { times: 1, half: null };
  return { times: 0, half: JSON.stringify({ ...counts, frozen: frozen.length }) };
}
