import { UnauthorizedError } from "#domain/error.ts";
import type { Who } from "#domain/permission.ts";
import type { WorkSave } from "#domain/work/exchange.ts";
import { factsOf, type Work, type WorkNoun, workStateAfter } from "#domain/work/work.ts";
import type { Deed } from "../act.ts";
import { newId } from "../db/filing/reports.ts";
import { insertWork, nextNumber, rewriteVersion, touch, workRow } from "../db/work/rows.ts";
import { changedFields } from "../filing/changed-fields.ts";
import { requireEdition } from "../filing/edition.ts";
import { allowedWork } from "./reach.ts";
import { workOf } from "./read.ts";
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
  const before = id === null ? undefined : await allowedWork(tx, "work.manage", who, { noun, id });
  requireEdition(before, edition);
  await requireReferences(tx, noun, content);
  if (before === undefined) {
    const made = { id: newId(), noun, number: await nextNumber(tx, noun), content };
    await insertWork(tx, { ...made, step: "save", state: "draft" }, hand);
    const { lead } = factsOf(noun, content);
    await note({
      action: `${noun}.save`,
      noun,
      target: made.id,
      unit: lead,
      ...changedFields(null, content),
    });
    return workOf(noun, await workRow(tx, noun, made.id));
  }
  workStateAfter(noun, before.state, "save");
  await rewriteVersion(tx, { id: before.id, noun, version: before.version, content, at: hand.at });
  await touch(tx, before, hand);
  await note({
    action: `${noun}.save`,
    noun,
    target: before.id,
    unit: factsOf(noun, content).lead,
    ...changedFields(JSON.parse(before.content), content),
  });
  return workOf(noun, await workRow(tx, noun, before.id));
}
