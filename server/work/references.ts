import { type InputIssue, InvalidInputError } from "#domain/error.ts";
import { type ContentOf, factsOf, type WorkNoun } from "#domain/work/work.ts";
import type { Db } from "../db/schema.ts";
import { referable } from "../db/work/history.ts";

/**
 * A draft may lack anything, but what it names exists.
 * @throws InvalidInputError
 */
export async function requireReferences<N extends WorkNoun>(
  db: Db,
  noun: N,
  content: ContentOf<N>,
): Promise<void> {
  const known = await referable(db);
  const { lead, parts, links } = factsOf(noun, content);
  const issues: InputIssue[] = [];
  for (const unit of lead === null ? parts : [lead, ...parts])
    if (!known.units.has(unit))
      issues.push({ path: ["content"], message: `${unit} is no unit that can be named` });
  for (const { kind, target } of links)
    if (kind !== "meeting" && !known.items.has(target))
      issues.push({ path: ["content"], message: `no item has the id ${target}` });
  if (issues.length > 0) throw new InvalidInputError(issues);
}
