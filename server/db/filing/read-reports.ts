/** What is read of reports beside their rows: the items they are of, the way they went. */
import type { ItemType } from "#domain/item.ts";
import type { ItemRow } from "#domain/query.ts";
import type { Comment, Inbox, MineQuery, ReportHistory } from "#domain/report/exchange.ts";
import { MOST_INBOX } from "#domain/report/exchange.ts";
import type { ReportDraft, ReportState } from "#domain/report/report.ts";
import type { Stage } from "#domain/stage.ts";
import { ROW_COLUMNS, rowOf } from "../items.ts";
import { lightStates } from "../lights/read.ts";
import type { Db } from "../schema.ts";
import { stepOf } from "./filed.ts";
import { reportOf } from "./reports.ts";

/** Where items stood before a month began: as they came in, for those that came in with it. */
export async function stagesBefore(
  db: Db,
  month: string,
  items: readonly string[],
): Promise<Map<string, { type: ItemType; stage: Stage; title: string }>> {
  if (items.length === 0) return new Map();
  const rows = await db
    .selectFrom("item_version as v")
    .select(["v.item_id", "v.type", "v.stage", "v.title", "v.as_of"])
    .where("v.item_id", "in", items)
    .where("v.as_of", "<=", month)
    .where("v.until", ">=", month)
    .orderBy("v.as_of", "desc")
    .execute();
  // The earlier of two that meet in this month comes last, and stays.
  return new Map(rows.map(({ item_id, type, stage, title }) => [item_id, { type, stage, title }]));
}

/** Items asked for at once: few enough that putting their answer together holds nobody up. */
const PAGE = 200;

/** The rows of a list for the items that a unit files for, in the ledger's order: a page of them, or one item. */
export async function itemsOfUnit(
  db: Db,
  unit: string,
  month: string,
  { cursor = 0, item }: Pick<MineQuery, "cursor" | "item">,
): Promise<{ items: { row: ItemRow; lead: boolean }[]; nextCursor: number | null }> {
  let query = db
    .selectFrom("assignment as a")
    .innerJoin("item_version as v", "v.item_id", "a.item_id")
    .select([...ROW_COLUMNS, "a.lead", "v.ordinal"])
    .where("a.unit_id", "=", unit)
    .where("v.as_of", "<=", month)
    .where("v.until", ">", month)
    .where("v.ordinal", ">=", cursor)
    .orderBy("v.ordinal")
    .limit(PAGE + 1);
  if (item !== undefined) query = query.where("a.item_id", "=", item);
  const found = await query.execute();
  const rows = found.slice(0, PAGE);
  const lights = await lightStates(
    db,
    month,
    rows.map((row) => row.item_id),
  );
  return {
    items: rows.map((row) => ({ row: rowOf(row, lights.get(row.item_id) ?? null), lead: row.lead === 1 })),
    nextCursor: found[PAGE]?.ordinal ?? null,
  };
}

/** What was said at the last return of each report. */
export async function lastComments(db: Db, reports: readonly string[]): Promise<Map<string, Comment[]>> {
  if (reports.length === 0) return new Map();
  const rows = await db
    .selectFrom("report_step")
    .select(["report_id", "comments"])
    .where("report_id", "in", reports)
    .where("step", "=", "return")
    .orderBy("seq")
    .execute();
  return new Map(rows.map((row) => [row.report_id, JSON.parse(row.comments) as Comment[]]));
}

/** Every version of one unit's report of an item for a month, latest first, each with its way. */
export async function historyOf(
  db: Db,
  of: { item: string; unit: string; month: string },
): Promise<ReportHistory> {
  const reports = await db
    .selectFrom("report")
    .selectAll()
    .where("item_id", "=", of.item)
    .where("unit_id", "=", of.unit)
    .where("month", "=", of.month)
    .orderBy("version", "desc")
    .execute();
  const ids = reports.map(({ id }) => id);
  const steps =
    ids.length === 0
      ? []
      : await db.selectFrom("report_step").selectAll().where("report_id", "in", ids).orderBy("seq").execute();
  return reports.map((row) => ({
    report: reportOf(row),
    steps: steps.filter((step) => step.report_id === row.id).map(stepOf),
  }));
}

/** Reports of some units in some states, the oldest month first, unit by unit. */
export async function inboxOf(
  db: Db,
  asked: { units: readonly string[]; states: readonly ReportState[]; month?: string | undefined },
): Promise<Inbox> {
  if (asked.units.length === 0 || asked.states.length === 0) return [];
  let query = db
    .selectFrom("report as r")
    .innerJoin("item as i", "i.id", "r.item_id")
    .innerJoin("unit as u", "u.id", "r.unit_id")
    .selectAll("r")
    .select("u.name as unit_name")
    .where("r.unit_id", "in", asked.units)
    .where("r.state", "in", asked.states)
    .orderBy("r.month")
    .orderBy("u.ordinal")
    .orderBy("i.ordinal")
    .orderBy("r.version")
    .limit(MOST_INBOX);
  if (asked.month !== undefined) query = query.where("r.month", "=", asked.month);
  const rows = await query.execute();
  const before = new Map<string, Awaited<ReturnType<typeof stagesBefore>>>();
  for (const month of new Set(rows.map((row) => row.month))) {
    const items = rows.filter((row) => row.month === month).map((row) => row.item_id);
    before.set(month, await stagesBefore(db, month, items));
  }
  return rows.flatMap((row) => {
    const item = before.get(row.month)?.get(row.item_id);
    if (item === undefined) return [];
    const content = JSON.parse(row.content) as ReportDraft;
    return {
      id: row.id,
      item: row.item_id,
      title: item.title,
      type: item.type,
      unit: row.unit_id,
      unitName: row.unit_name,
      month: row.month,
      version: row.version,
      state: row.state,
      edition: row.edition,
      stage: content.stage,
      stageBefore: item.stage,
      plannedPercent: content.plannedPercent,
      actualPercent: content.actualPercent,
      hasProblem: content.problem !== null,
      editedBy: row.edited_by_name,
      editedAt: row.edited_at,
    };
  });
}
