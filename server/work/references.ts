import { ForbiddenError, type InputIssue, InvalidInputError, NotFoundError } from "#domain/error.ts";
import type { Who } from "#domain/permission.ts";
import { isOfLedger } from "#domain/work/noun.ts";
import type { WorkNoun } from "#domain/work/nouns.ts";
import { type ContentOf, factsOf } from "#domain/work/work.ts";
import type { Db } from "../db/schema.ts";
import { referable } from "../db/work/history.ts";
import { allowedWork } from "./reach.ts";

/**
 * A draft may lack anything, but what it names exists, and a record that it names is one that its writer may read.
 * @throws InvalidInputError
 */
export async function requireReferences<N extends WorkNoun>(
  db: Db,
  who: Who,
  noun: N,
  content: ContentOf<N>,
): Promise<void> {
  const known = await referable(db);
  const { lead, parts, links } = factsOf(noun, content);
  const issues: InputIssue[] = [];
  const say = (message: string) => issues.push({ path: ["content"], message });
  for (const unit of lead === null ? parts : [lead, ...parts])
    if (!known.units.has(unit)) say(`${unit} is no unit that can be named`);
  for (const { kind, target } of links) {
    if (isOfLedger(kind)) {
      if (!known.items.has(target)) say(`no item has the id ${target}`);
    } else if (!(await isRead(db, who, kind, target))) say(`no ${kind} has the id ${target}`);
  }
  if (issues.length > 0) throw new InvalidInputError(issues);
}

async function isRead(db: Db, who: Who, noun: WorkNoun, id: string): Promise<boolean> {
  try {
    await allowedWork(db, "work.read", who, { noun, id });
    return true;
  } catch (error) {
    if (error instanceof NotFoundError || error instanceof ForbiddenError) return false;
    throw error;
  }
}
