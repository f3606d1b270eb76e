import { UnauthorizedError } from "#domain/error.ts";
import type { Who } from "#domain/permission.ts";
import type { WorkSave } from "#domain/work/exchange.ts";
import type { WorkNoun } from "#domain/work/nouns.ts";
import { factsOf, type StateOf, saveRight, specOf, type Work, workStateAfter } from "#domain/work/work.ts";
import type { Deed } from "../act.ts";
import {
  addWorkStep,
  findWork,
  insertVersion,
  insertWork,
  isOfThisMonth,
  nextNumber,
  rewriteVersion,
  touch,
  workRow,
} from "../db/work/rows.ts";
import { changedFields } from "../filing/changed-fields.ts";
import { requireEdition } from "../filing/edition.ts";
import { requireOwnFiles } from "./files.ts";
import { allowedWork, allowLead } from "./reach.ts";
import { workFor } from "./read.ts";
import { requireReferences } from "./references.ts";
import { requireUnique } from "./unique.ts";

/**
 * Saves what is drawn up, complete or not, under the edition that its writer saw: in the place of what he wrote before,
 * or as another version where that stood at the end of a month.
 * @throws ConflictError, ForbiddenError, NotFoundError; InvalidInputError for a unit or an item that does not exist
 */
export async function saveWork<N extends WorkNoun>(
  { tx, note }: Deed,
  who: Who | null,
  noun: N,
  { id, edition, content }: WorkSave<N>,
  now: Date,
): Promise<Work<N>> {
  if (who === null) throw new UnauthorizedError();
  const hand = { id: who.id, name: who.name, at: now.toISOString() };
  const right = saveRight(noun);
  const { lead: unit } = factsOf(noun, content);
  const before = (await findWork(tx, noun, id)) && (await allowedWork(tx, right, who, { noun, id }));
  requireEdition(before, edition);
  await requireReferences(tx, who, noun, content);
  await allowLead(tx, right, who, unit);
  await requireOwnFiles(tx, who, noun, { id, content });
  const [state] = specOf(noun).states;
  await requireUnique(tx, noun, {
    ...{ id, content },
    standing: before === undefined ? specOf(noun).start : JSON.parse(before.standing),
    state: (before?.state ?? state) as StateOf<N>,
  });
  const noted = { action: `${noun}.save`, noun, target: id, unit };
  if (before === undefined) {
    const number = await nextNumber(tx, noun);
    await insertWork(tx, { id, noun, number, content, step: "save", state: "draft" }, hand);
    await note({ ...noted, ...changedFields(null, content) });
    return workFor(noun, await workRow(tx, noun, id), who);
  }
  workStateAfter(noun, before.state, "save");
  if (isOfThisMonth(before, hand.at)) {
    await rewriteVersion(tx, { id, noun, version: before.version, content, at: hand.at });
    await touch(tx, before, hand);
  } else {
    const version = before.version + 1;
    await insertVersion(tx, { id, noun, version, content, reason: null, at: hand.at });
    const { state, standing } = before;
    await addWorkStep(
      tx,
      before,
      { step: "save", state, version, standing: JSON.parse(standing), said: {} },
      hand,
    );
  }
  await note({ ...noted, ...changedFields(JSON.parse(before.content), content) });
  return workFor(noun, await workRow(tx, noun, id), who);
}
