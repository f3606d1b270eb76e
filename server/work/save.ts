import { UnauthorizedError } from "#domain/error.ts";
import type { Who } from "#domain/permission.ts";
import type { WorkSave } from "#domain/work/exchange.ts";
import type { WorkNoun } from "#domain/work/nouns.ts";
import { factsOf, type Work, workStateAfter } from "#domain/work/work.ts";
import type { Deed } from "../act.ts";
import { findWork, insertWork, nextNumber, rewriteVersion, touch, workRow } from "../db/work/rows.ts";
import { changedFields } from "../filing/changed-fields.ts";
import { requireEdition } from "../filing/edition.ts";
import { requireOwnFiles } from "./files.ts";
import { allowedWork } from "./reach.ts";
import { workFor } from "./read.ts";
import { requireReferences } from "./references.ts";

/**
 * Saves what is drawn up, complete or not, under the edition that its writer saw.
 * @throws ConflictError, ForbiddenError, NotFoundError; InvalidInputError for a unit or an item that does not exist
 */
export async function saveWork<N extends WorkNoun>(
  { tx, note }: Deed,
  who: Who | null,
  noun: N,
  { id, edition, content }: WorkSave<N>,
): Promise<Work<N>> {
  if (who === null) throw new UnauthorizedError();
  const hand = { id: who.id, name: who.name, at: new Date().toISOString() };
  const before = (await findWork(tx, noun, id)) && (await allowedWork(tx, "work.manage", who, { noun, id }));
  requireEdition(before, edition);
  await requireReferences(tx, noun, content);
  await requireOwnFiles(tx, who, noun, { id, content });
  const { lead: unit } = factsOf(noun, content);
  const noted = { action: `${noun}.save`, noun, target: id, unit };
  if (before === undefined) {
    const number = await nextNumber(tx, noun);
    await insertWork(tx, { id, noun, number, content, step: "save", state: "draft" }, hand);
    await note({ ...noted, ...changedFields(null, content) });
    return workFor(noun, await workRow(tx, noun, id), who);
  }
  workStateAfter(noun, before.state, "save");
  await rewriteVersion(tx, { id, noun, version: before.version, content, at: hand.at });
  await touch(tx, before, hand);
  await note({ ...noted, ...changedFields(JSON.parse(before.content), content) });
  return workFor(noun, await workRow(tx, noun, id), who);
}
