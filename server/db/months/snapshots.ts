import { randomBytes } from "node:crypto";
import { gunzipSync, gzipSync } from "node:zlib";
import type { Selectable } from "kysely";
import { ConflictError, NotFoundError } from "#domain/error.ts";
import type { MonthEntry, Snapshot } from "#domain/months/snapshot.ts";
import { auditHead } from "../audit.ts";
import type { Db, Schema } from "../schema.ts";

const HEAD = [
  "id",
  "month",
  "version",
  "hash",
  "revision",
  "reason",
  "frozen_at",
  "audit_seq",
  "audit_hash",
] as const;
type Head = Pick<Selectable<Schema["snapshot"]>, (typeof HEAD)[number]>;

const snapshotOf = ({ frozen_at, audit_seq: seq, audit_hash: hash, ...row }: Head): Snapshot => ({
  ...row,
  frozenAt: frozen_at,
  auditHead: seq === null || hash === null ? null : { seq, hash },
});

/** Every published month, the oldest first, with its frozen versions. */
export async function listMonths(db: Db): Promise<MonthEntry[]> {
  const [months, snapshots] = await Promise.all([
    db.selectFrom("publication").selectAll().orderBy("as_of").execute(),
    db.selectFrom("snapshot").select(HEAD).orderBy("version", "desc").execute(),
  ]);
  const byMonth = Map.groupBy(snapshots.map(snapshotOf), ({ month }) => month);
  return months.map(({ as_of: month, published_at: publishedAt }) => ({
    month,
    publishedAt,
    snapshots: byMonth.get(month) ?? [],
  }));
}

/** The latest frozen version of a month; null while it is not frozen. */
export async function snapshotIn(db: Db, month: string): Promise<Snapshot | null> {
  const row = await db
    .selectFrom("snapshot")
    .select(HEAD)
    .where("month", "=", month)
    .orderBy("version", "desc")
    .limit(1)
    .executeTakeFirst();
  return row === undefined ? null : snapshotOf(row);
}

/** The last month that is frozen; null where none is. */
export async function lastFrozen(db: Db): Promise<string | null> {
  const row = await db
    .selectFrom("snapshot")
    .select((eb) => eb.fn.max("month").as("month"))
    .executeTakeFirst();
  return row?.month ?? null;
}

/** A frozen month takes no reports but corrections, no other lights. @throws ConflictError */
export async function refuseFrozen(db: Db, month: string): Promise<void> {
  const snapshot = await snapshotIn(db, month);
  if (snapshot !== null) throw new ConflictError(`${month} is frozen (version ${snapshot.version})`);
}

/** @throws NotFoundError, which does not say the id again */
export async function readSnapshot(db: Db, id: string): Promise<{ snapshot: Snapshot; json: string }> {
  const row = await db
    .selectFrom("snapshot")
    .select([...HEAD, "content"])
    .where("id", "=", id)
    .executeTakeFirst();
  if (row === undefined) throw new NotFoundError("frozen month");
  const { content, ...head } = row;
  return { snapshot: snapshotOf(head), json: gunzipSync(Buffer.from(content, "base64")).toString() };
}

/** Keeps a month's canonical JSON as its next version. */
export async function addSnapshot(
  tx: Db,
  of: {
    month: string;
    version: number;
    hash: string;
    json: string;
    reason: string | null;
    revision: number;
    by: { id: string; name: string } | null;
  },
): Promise<Snapshot> {
  const { json, by, ...rest } = of;
  const trail = await auditHead(tx);
  const head = {
    ...rest,
    id: randomBytes(16).toString("hex"),
    frozen_at: new Date().toISOString(),
    audit_seq: trail.seq,
    audit_hash: trail.hash,
  };
  await tx
    .insertInto("snapshot")
    .values({
      ...head,
      content: gzipSync(json).toString("base64"),
      author_id: by?.id ?? null,
      author_name: by?.name ?? "",
    })
    .execute();
  return snapshotOf(head);
}

/** The heads of the trail that frozen months carry, each with whose it is. */
export async function frozenHeads(db: Db): Promise<{ seq: number; hash: string; from: string }[]> {
  const rows = await db
    .selectFrom("snapshot")
    .select(["month", "version", "audit_seq", "audit_hash"])
    .where("audit_seq", ">", 0)
    .orderBy("month")
    .orderBy("version")
    .execute();
  return rows.flatMap(({ month, version, audit_seq: seq, audit_hash: hash }) =>
    seq === null || hash === null
      ? []
      : [{ seq, hash, from: `The frozen month ${month} (version ${version})` }],
  );
}
