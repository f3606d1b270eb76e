import { InvalidInputError } from "#domain/error.ts";
import { TAKEN } from "#domain/work/noun.ts";
import type { WorkNoun } from "#domain/work/nouns.ts";
import { type ContentOf, type StandingOf, type StateOf, specOf } from "#domain/work/work.ts";
import type { Db } from "../db/schema.ts";
import { listWorkRows } from "../db/work/list.ts";

/**
 * Asked within the transaction that writes, of which there is one at a time: who is second is told.
 * @throws InvalidInputError where another record of the noun has what only one may have
 */
export async function requireUnique<N extends WorkNoun>(
  tx: Db,
  noun: N,
  one: { id: string; content: ContentOf<N>; standing: StandingOf<N>; state: StateOf<N> },
): Promise<void> {
  const { unique } = specOf(noun);
  const own = unique?.(one.content, one.standing, one.state) ?? null;
  if (unique === undefined || own === null) return;
  const others = await listWorkRows(tx, noun, { drafts: "all", limits: null }, {});
  const isTaken = others.some(
    ({ id, content, standing, state }) =>
      id !== one.id &&
      unique(JSON.parse(content), JSON.parse(standing), state as StateOf<N>)?.key === own.key,
  );
  if (isTaken) throw new InvalidInputError([{ path: ["content", own.field], message: TAKEN }]);
}
