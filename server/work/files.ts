import { InvalidInputError } from "#domain/error.ts";
import type { Who } from "#domain/permission.ts";
import { OFFICE_UNIT } from "#domain/unit.ts";
import type { WorkNoun } from "#domain/work/nouns.ts";
import { type ContentOf, specOf } from "#domain/work/work.ts";
import { foreignFiles } from "../db/filing/stored-files.ts";
import type { Db } from "../db/schema.ts";
import { heldHashes } from "../db/work/files.ts";

/**
 * A record holds what its writer's unit has sent in, and what it has held before.
 * @throws InvalidInputError
 */
export async function requireOwnFiles<N extends WorkNoun>(
  tx: Db,
  who: Who,
  noun: N,
  { id, content }: { id: string; content: ContentOf<N> },
): Promise<void> {
  const lists = (specOf(noun).files?.(content) ?? []).filter(({ files }) => files.length > 0);
  if (lists.length === 0) return;
  const held = await heldHashes(tx, id);
  const unit = who.unit ?? OFFICE_UNIT;
  const issues = await Promise.all(
    lists.map(({ path, files }) => foreignFiles(tx, unit, files, ["content", ...path], held)),
  );
  if (issues.some((found) => found.length > 0)) throw new InvalidInputError(issues.flat());
}
