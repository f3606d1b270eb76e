import { randomUUID } from "node:crypto";
import type { ReportContent } from "#domain/report/report.ts";
import { settleMonths } from "#server/db/months/settle.ts";
import { bumpRevision } from "#server/db/revision.ts";
import { writeRollup } from "#server/db/rollup.ts";
import type { Db } from "#server/db/schema.ts";
import type { Ledger } from "#server/ledger.ts";
import { aContent } from "./domain/light/content.ts";

export type Filed = {
  item: string;
  unit: string;
  said: Partial<ReportContent>;
  version?: number;
  state?: "published" | "accepted";
};

/**
 * Publishes a month with what units say of their items, as the office does it: reports, counts and lights in one
 * transaction. `files` are items and units that file; those that also say something need not be named twice.
 */
export async function publishReports(
  { database, revisions }: Ledger,
  month: string,
  filed: readonly Filed[],
  more: { files?: readonly [item: string, unit: string][]; nil?: readonly string[]; reason?: string } = {},
): Promise<void> {
  const revision = await database.write.transaction().execute(async (tx) => {
    await openMonth(tx, month);
    const files = [...filed.map(({ item, unit }) => [item, unit] as const), ...(more.files ?? [])];
    for (const [item_id, unit_id] of files) {
      await tx
        .insertInto("assignment")
        .values({ item_id, unit_id, ordinal: 0, lead: 1 })
        .onConflict((conflict) => conflict.doNothing())
        .execute();
    }
    for (const { item, unit, said, version = 1, state = "published" } of filed) {
      await tx
        .insertInto("report")
        .values({
          id: randomUUID().replaceAll("-", "").slice(0, 26),
          item_id: item,
          unit_id: unit,
          month,
          version,
          state,
          content: JSON.stringify(aContent(said)),
          edition: 1,
          reason: version === 1 ? null : "更正",
          // It moves no item on its ladder.
          led: 0,
          edited_by: "u",
          edited_by_name: "u",
          edited_at: "2026-12-01T00:00:00.000Z",
        })
        .execute();
    }
    for (const unit_id of more.nil ?? []) {
      await tx
        .insertInto("nil_report")
        .values({ unit_id, month, at: "2026-12-01T00:00:00.000Z", account_id: "u", account_name: "u" })
        .execute();
    }
    await writeRollup(tx, month);
    await settleMonths(tx, month, { id: "o", name: "办公室" }, more.reason ?? "");
    return bumpRevision(tx, `published ${month}`);
  });
  revisions.announce(revision);
}

async function openMonth(tx: Db, month: string): Promise<void> {
  await tx
    .insertInto("period")
    .values({ month, due_on: `${month}-28`, due_note: null, opened_at: "2026-11-01T00:00:00.000Z" })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  await tx
    .insertInto("publication")
    .values({ as_of: month, published_at: "2026-12-05T00:00:00.000Z" })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
