import { ConflictError, NotFoundError, UnauthorizedError } from "#domain/error.ts";
import type { Freeze, Snapshot, SnapshotContent, Verified } from "#domain/months/snapshot.ts";
import type { Who } from "#domain/permission.ts";
import type { Deed } from "../act.ts";
import { acceptedReports } from "../db/filing/publish.ts";
import { acceptedProposals } from "../db/filing/published-proposals.ts";
import { publishedMonth } from "../db/month.ts";
import { monthContent, sha256 } from "../db/months/content.ts";
import { addSnapshot, readSnapshot, snapshotIn } from "../db/months/snapshots.ts";
import { bumpRevision } from "../db/revision.ts";
import type { Db } from "../db/schema.ts";

/**
 * Freezes a published month: what it says then is kept under an id and a hash. A month that is frozen gets a further
 * version for a reason, where it says something else by now.
 * @throws NotFoundError, ConflictError
 */
export async function freezeMonth(
  { tx, note, announce }: Deed,
  who: Who | null,
  { month, reason }: Freeze,
): Promise<Snapshot> {
  if (who === null) throw new UnauthorizedError();
  if ((await publishedMonth(tx, month)) !== month) throw new NotFoundError("published month", month);
  const before = await snapshotIn(tx, month);
  if (before !== null && reason === undefined) {
    throw new ConflictError(
      `${month} is frozen (version ${before.version}): a further version needs a reason`,
    );
  }
  const waiting = (await acceptedReports(tx, month)).length + (await acceptedProposals(tx, month)).length;
  if (waiting > 0)
    throw new ConflictError(`${waiting} accepted reports and proposals of ${month} wait to be published`);
  const { json, hash } = await monthContent(tx, month);
  if (before?.hash === hash) throw new ConflictError(`${month} says what version ${before.version} says`);
  const revision = await bumpRevision(tx, `froze ${month}`);
  const snapshot = await addSnapshot(tx, {
    month,
    version: (before?.version ?? 0) + 1,
    hash,
    json,
    reason: before === null ? null : (reason ?? null),
    revision,
    by: who,
  });
  await note({
    action: "month.freeze",
    noun: "month",
    target: month,
    before: before && { id: before.id, version: before.version, hash: before.hash },
    after: { id: snapshot.id, version: snapshot.version, hash, reason: snapshot.reason },
  });
  announce(revision);
  return snapshot;
}

/** What was frozen, as it was then. @throws NotFoundError */
export async function snapshotContent(db: Db, id: string): Promise<SnapshotContent> {
  const { snapshot, json } = await readSnapshot(db, id);
  return { snapshot, content: JSON.parse(json) as SnapshotContent["content"] };
}

/** Recomputes the hash of what is kept, and of what the ledger says today. @throws NotFoundError */
export async function verifySnapshot(db: Db, id: string): Promise<Verified> {
  const { snapshot, json } = await readSnapshot(db, id);
  const computed = sha256(json);
  const { hash } = await monthContent(db, snapshot.month);
  return { snapshot, computed, intact: computed === snapshot.hash, current: hash === snapshot.hash };
}
