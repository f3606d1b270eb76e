import type { Snapshot } from "#domain/months/snapshot.ts";
import type { Who } from "#domain/permission.ts";
import { lightMonth } from "../lights/light-month.ts";
import { readRevision } from "../revision.ts";
import type { Db } from "../schema.ts";
import { monthContent } from "./content.ts";
import { addSnapshot, snapshotIn } from "./snapshots.ts";

/**
 * What publishing ends with, in its transaction, after items and counts are written: the lights of the month and of
 * all later ones, for an item stands on where nobody reports it anew. A frozen month that says something else by then
 * gets a further version; the one before stays as it is.
 * @param reason what was corrected
 * @returns the new versions
 */
export async function settleMonths(
  tx: Db,
  from: string,
  who: Pick<Who, "id" | "name">,
  reason: string,
): Promise<Snapshot[]> {
  const months = await tx
    .selectFrom("publication")
    .select("as_of")
    .where("as_of", ">=", from)
    .orderBy("as_of")
    .execute();
  const versions: Snapshot[] = [];
  for (const { as_of: month } of months) {
    await lightMonth(tx, month);
    const frozen = await snapshotIn(tx, month);
    if (frozen === null) continue;
    const { json, hash } = await monthContent(tx, month);
    if (hash === frozen.hash) continue;
    const version = frozen.version + 1;
    // The revision counts up when all is published.
    const revision = (await readRevision(tx)) + 1;
    versions.push(await addSnapshot(tx, { month, version, hash, json, reason, revision, by: who }));
  }
  return versions;
}
