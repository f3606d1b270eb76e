import type { Who } from "#domain/permission.ts";
import { settleMonths } from "../months/settle.ts";
import { writeRollup } from "../rollup.ts";
import type { Db } from "../schema.ts";
import { insertRows } from "../version-rows.ts";
import { stepColumns } from "./filed.ts";
import { rebuildItems } from "./item-history.ts";
import type { ReportRow } from "./reports.ts";

/** A month as it is being published: who does it, when, and which reports come out with it. */
export type Publishing = {
  month: string;
  who: Who;
  at: string;
  /** Reports that are published now, as they were accepted. */
  reports: readonly ReportRow[];
  /** Items whose master data a proposal changes now, or that come in by one. */
  changed: readonly string[];
  /** Why what was said before of the month is another now: those of corrections, and of proposals. */
  reasons: readonly string[];
};

/** One thing that is done when a month is published, in the transaction of all others. */
export type PublishStep = (tx: Db, publishing: Publishing) => Promise<void>;

/**
 * What is done when a month is published, in this order. Whatever is worked out of published reports stands here, so
 * that it is there, and gone again if anything fails, with them.
 */
export const PUBLISH_STEPS: readonly PublishStep[] = [
  publishReports,
  (tx, { reports, changed }) =>
    rebuildItems(tx, [...new Set([...reports.map(({ item_id }) => item_id), ...changed])]),
  countAnew,
  settle,
];

/** Reports that are accepted and wait for their month to be published, in the ledger's order. */
export async function acceptedReports(tx: Db, month: string): Promise<ReportRow[]> {
  return tx
    .selectFrom("report as r")
    .innerJoin("item as i", "i.id", "r.item_id")
    .selectAll("r")
    .where("r.month", "=", month)
    .where("r.state", "=", "accepted")
    .orderBy("i.ordinal")
    .orderBy("r.unit_id")
    .execute();
}

/** Writes down that a month stands in the ledger. True where it did not before. */
export async function addPublication(tx: Db, month: string, at: string): Promise<boolean> {
  const known = await tx
    .selectFrom("publication")
    .select("as_of")
    .where("as_of", "=", month)
    .executeTakeFirst();
  if (known !== undefined) return false;
  await tx.insertInto("publication").values({ as_of: month, published_at: at }).execute();
  return true;
}

/** The month of the source itself: before it there is nothing to report on. */
export async function firstPublication(db: Db): Promise<string | null> {
  const row = await db
    .selectFrom("publication")
    .select((eb) => eb.fn.min("as_of").as("month"))
    .executeTakeFirst();
  return row?.month ?? null;
}

const CHUNK = 500;

async function publishReports(tx: Db, { month, who, at, reports }: Publishing): Promise<void> {
  const led = await ledNow(tx, month, reports);
  const edited = { edited_by: who.id, edited_by_name: who.name, edited_at: at };
  for (let from = 0; from < reports.length; from += CHUNK) {
    const ids = reports.slice(from, from + CHUNK).map(({ id }) => id);
    await tx
      .updateTable("report")
      .set((eb) => ({ state: "published", edition: eb("edition", "+", 1), ...edited }))
      .where("id", "in", ids)
      .execute();
    const leading = ids.filter((id) => led.has(id));
    if (leading.length > 0)
      await tx.updateTable("report").set({ led: 1 }).where("id", "in", leading).execute();
    const steps = await tx
      .selectFrom("report_step")
      .select((eb) => ["report_id", eb.fn.max("seq").as("seq")])
      .where("report_id", "in", ids)
      .groupBy("report_id")
      .execute();
    const lastStep = new Map(steps.map(({ report_id, seq }) => [report_id, seq]));
    await insertRows(
      tx,
      "report_step",
      ids.map((report_id) => ({
        report_id,
        ...stepColumns(lastStep.get(report_id), { step: "publish", state: "published", at, who }),
      })),
    );
  }
}

/**
 * Reports whose word moves their item: those of its lead, and corrections of what moved it. An item that another
 * unit led when its month was first published is moved by that unit alone.
 */
async function ledNow(tx: Db, month: string, reports: readonly ReportRow[]): Promise<Set<string>> {
  const leads = await tx
    .selectFrom("assignment")
    .select(["item_id", "unit_id"])
    .where("lead", "=", 1)
    .execute();
  const before = await tx
    .selectFrom("report")
    .select(["item_id", "unit_id"])
    .where("month", "=", month)
    .where("state", "=", "published")
    .where("led", "=", 1)
    .execute();
  const leadOf = new Map(leads.map(({ item_id, unit_id }) => [item_id, unit_id]));
  const ledBy = new Map(before.map(({ item_id, unit_id }) => [item_id, unit_id]));
  return new Set(
    reports
      .filter(({ item_id, unit_id }) => unit_id === (ledBy.get(item_id) ?? leadOf.get(item_id)))
      .map(({ id }) => id),
  );
}

/** The counts of this month and of all later ones, which an old month's report may change. */
async function countAnew(tx: Db, { month }: Publishing): Promise<void> {
  const months = await tx
    .selectFrom("publication")
    .select("as_of")
    .where("as_of", ">=", month)
    .orderBy("as_of")
    .execute();
  for (const { as_of } of months) await writeRollup(tx, as_of);
}

/** Lights, and further versions of frozen months, with the reasons of what made them. */
async function settle(tx: Db, { month, who, reasons }: Publishing): Promise<void> {
  const told = [...new Set(reasons)].join("；");
  await settleMonths(tx, month, who, told === "" ? `补充发布 ${month}` : told);
}
