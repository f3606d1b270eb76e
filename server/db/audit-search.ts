import { type SqlBool, sql } from "kysely";
import type { AuditEntry, AuditFilter, AuditPage } from "#domain/audit.ts";
import type { Db, Schema } from "./schema.ts";

const SEARCHED = ["account_name", "target", "before", "after"] as const;

export type Asked = {
  filter?: AuditFilter | undefined;
  before?: number | undefined;
  after?: number | undefined;
  limit: number;
};

/** Entries that a filter lets through, newest first, a page of them: the newest, or those before or after an entry. */
export async function searchAudit(db: Db, { filter = {}, before, after, limit }: Asked): Promise<AuditPage> {
  const query = matching(db, filter).limit(limit + 1);
  if (after !== undefined) {
    const found = await query.where("seq", ">", after).orderBy("seq").execute();
    // Fewer than a page after it: that is the newest page, which is whole.
    if (found.length > limit) {
      const page = found.slice(0, limit).reverse().map(entryOf);
      return { entries: page, nextBefore: page.at(-1)?.seq ?? null, nextAfter: page[0]?.seq ?? null };
    }
  }
  const older = before === undefined ? query : query.where("seq", "<", before);
  const found = await older.orderBy("seq", "desc").execute();
  const page = found.slice(0, limit).map(entryOf);
  return {
    entries: page,
    nextBefore: found.length > limit ? (page.at(-1)?.seq ?? null) : null,
    nextAfter: before === undefined ? null : (page[0]?.seq ?? before - 1),
  };
}

function matching(db: Db, { account, action, noun, target, unit, text, from, to }: AuditFilter) {
  let query = db.selectFrom("audit").selectAll();
  if (account !== undefined) query = query.where("account_id", "=", account);
  if (action !== undefined) query = query.where("action", "=", action);
  if (noun !== undefined) query = query.where("noun", "=", noun);
  if (target !== undefined) query = query.where("target", "=", target);
  if (unit !== undefined) query = query.where("unit_id", "=", unit);
  if (from !== undefined) query = query.where("at", ">=", momentOf(from));
  if (to !== undefined) query = query.where("at", "<", momentOf(to));
  if (text !== undefined) {
    const held = `%${text.replace(/[\\%_]/g, "\\$&")}%`;
    query = query.where(({ or, ref }) =>
      or(SEARCHED.map((column) => sql<SqlBool>`${ref(column)} like ${held} escape '\\'`)),
    );
  }
  return query;
}

/** As the trail writes a moment: with milliseconds, so that texts compare as times do. */
const momentOf = (text: string): string => new Date(text).toISOString();

const entryOf = (row: Schema["audit"]): AuditEntry => ({
  seq: row.seq,
  at: row.at,
  account: { id: row.account_id, name: row.account_name },
  address: row.address,
  requestId: row.request_id,
  action: row.action,
  noun: row.noun,
  target: row.target,
  unit: row.unit_id,
  before: row.before,
  after: row.after,
  hash: row.hash,
});
