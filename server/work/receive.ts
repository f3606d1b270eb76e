import type { Who } from "#domain/permission.ts";
import type { WorkStep } from "#domain/work/exchange.ts";
import type { WorkNoun } from "#domain/work/nouns.ts";
import { type ContentOf, type StandingOf, specOf, type Work, wayOf } from "#domain/work/work.ts";
import type { Act } from "../act.ts";
import type { Db } from "../db/schema.ts";
import { allowedWork } from "./reach.ts";
import { workFor } from "./read.ts";
import { stepWork } from "./step.ts";

/**
 * Takes a step of a unit that a record was sent to. One that it has taken already is not taken again: nothing is
 * written then, and nothing noted.
 * @throws ConflictError where it asks for no answer, or is another than the unit has before it; ForbiddenError where it
 *   does not go to the unit; InvalidInputError, NotFoundError
 */
export async function receiveWork<N extends WorkNoun>(
  { db, act, who }: { db: Db; act: Act; who: Who | null },
  noun: N,
  asked: WorkStep<N>,
  now: Date,
): Promise<Work<N>> {
  const { id, step } = asked;
  const row = await allowedWork(db, "work.receive", who, { noun, id });
  const content = JSON.parse(row.content) as ContentOf<N>;
  const standing = JSON.parse(row.standing) as StandingOf<N>;
  const is = specOf(noun).receiving?.(content, standing, step, who?.unit ?? null);
  if (is === "done" && wayOf(noun)[step]?.leads[row.state] !== undefined) return workFor(noun, row, who);
  return act((deed) => stepWork(deed, who, noun, asked, { action: "work.receive", now }));
}
