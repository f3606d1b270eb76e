import { createHash } from "node:crypto";
import { TooManyError } from "#domain/error.ts";
import { keepTries, sweepTries, type Tries, triesOf } from "../db/people/tries.ts";
import type { Db } from "../db/schema.ts";
import type { People } from "./people.ts";

const MINUTE_MS = 60_000;
/** What is wrong so often is blocked, for twice as long each time after. */
const FIRST_BLOCK_MS = 15 * MINUTE_MS;
const LONGEST_BLOCK_MS = 24 * 60 * MINUTE_MS;
/** Wrong tries older than this are forgotten. */
const MEMORY_MS = 24 * 60 * MINUTE_MS;

const MOST_BY_NAME = 5;
/** An office of thirty people has one address. */
const MOST_BY_ADDRESS = 30;
/** A proxy on this machine asks for everyone. */
const MOST_BY_LOOPBACK = 300;
const LOOPBACK = /^(::1|127\.|::ffff:127\.)/;

/** A name that does not exist is counted as one that does: nobody learns which is which. */
export const nameKey = (folded: string): string =>
  `name:${createHash("sha256").update(folded).digest("hex")}`;
export const codeKey = (account: string): string => `code:${account}`;
export const addressKey = (asker: string): string => `address:${asker}`;

const mostBy = (key: string): number => {
  if (!key.startsWith("address:")) return MOST_BY_NAME;
  return LOOPBACK.test(key.slice("address:".length)) ? MOST_BY_LOOPBACK : MOST_BY_ADDRESS;
};

/** One wrong try more. */
function counted(key: string, before: Tries | undefined, now: number): Tries {
  const isRemembered = before !== undefined && now - Date.parse(before.tried_at) < MEMORY_MS;
  const tries = (isRemembered ? before.tries : 0) + 1;
  const over = tries - mostBy(key);
  const blockMs = Math.min(FIRST_BLOCK_MS * 2 ** Math.min(over, 20), LONGEST_BLOCK_MS);
  return {
    key,
    tries,
    tried_at: new Date(now).toISOString(),
    blocked_until: over < 0 ? null : new Date(now + blockMs).toISOString(),
  };
}

/** When the last of these is over that holds at the moment, or undefined. A name of nobody has one as any other has. */
const blockedUntil = (rows: readonly (Tries | undefined)[], now: number): string | undefined =>
  rows
    .flatMap((row) => row?.blocked_until ?? [])
    .filter((until) => Date.parse(until) > now)
    .sort()
    .at(-1);

/**
 * Counts a try as wrong before it is made, so that a hundred at once are no more than five. What turns out right is
 * forgiven by `forgetTries`. Returns true when this try, if wrong, is the last.
 * @throws TooManyError while the name or the address is blocked
 */
export async function beginTry({ write, now }: People, key: string, asker: string): Promise<boolean> {
  const at = now();
  return write.transaction().execute(async (tx) => {
    const [row, address] = [await triesOf(tx, key), await triesOf(tx, addressKey(asker))];
    const until = blockedUntil([row, address], at);
    if (until !== undefined) throw new TooManyError("Too many wrong tries, please wait a while.", until);
    const next = counted(key, row, at);
    await keepTries(tx, next);
    return next.blocked_until !== null;
  });
}

/** What was tried was wrong: the address has one more of those. */
export async function countAddress(tx: Db, { now }: People, asker: string): Promise<void> {
  const at = now();
  const key = addressKey(asker);
  await keepTries(tx, counted(key, await triesOf(tx, key), at));
  await sweepTries(tx, new Date(at - MEMORY_MS).toISOString());
}
