import { ConflictError, InvalidInputError, UnauthorizedError } from "#domain/error.ts";
import { passwordProblem } from "#domain/people/password.ts";
import { accountById, updateAccount } from "../db/people/accounts.ts";
import { endSessionsOf, updateSession } from "../db/people/sessions.ts";
import { forgetTries } from "../db/people/tries.ts";
import { isoAt } from "./iso-at.ts";
import { knownPasswords } from "./known-passwords.ts";
import type { People } from "./people.ts";
import { type Asking, sessionAt } from "./sign-in.ts";
import { aToken, hashOfToken } from "./token.ts";
import { beginTry, countAddress, nameKey } from "./tries.ts";

/** @throws InvalidInputError at `password`, its message one of PASSWORD_PROBLEMS */
export async function refuseWeak({ passwordPolicy }: People, name: string, password: string): Promise<void> {
  const known = await knownPasswords();
  const isKnown = (folded: string) => known.has(folded);
  const problem = passwordProblem(password, { policy: passwordPolicy, name, isKnown });
  if (problem !== null) throw new InvalidInputError([{ path: ["password"], message: problem }]);
}

/** Ends every other session of the account. @throws UnauthorizedError for a wrong present one, InvalidInputError, ConflictError */
export async function changePassword(
  asking: Asking,
  { current, password }: { current: string; password: string },
): Promise<void> {
  const { act, people, cookies } = asking;
  const session = sessionAt(asking, "done");
  await checkPassword(asking, current);
  await refuseWeak(people, session.name, password);
  if (current === password) throw new InvalidInputError([{ path: ["password"], message: "known" }]);
  const kept = await people.hasher.hash(password);
  const token = aToken();
  await act(async ({ tx, note }) => {
    await updateAccount(tx, session.account_id, { password: kept, password_at: isoAt(people.now()) });
    await endSessionsOf(tx, session.account_id, session.id);
    await updateSession(tx, session.id, { token: hashOfToken(token) });
    await note({ action: "session.changePassword", noun: "account", target: session.account_id });
  });
  cookies.set("session", token);
}

/** The owner's password once more, counted as a sign-in is. @throws UnauthorizedError, TooManyError, ConflictError */
export async function checkPassword(asking: Asking, password: string): Promise<void> {
  const { db, act, people, asker } = asking;
  const session = sessionAt(asking, "done", "enrol");
  const account = await accountById(db, session.account_id);
  if (account?.password == null) throw new ConflictError("the account has no password");
  const key = nameKey(session.folded);
  const isLast = await beginTry(people, key, asker);
  const isRight = await people.hasher.verify(password, account.password);
  if (isRight) return await forgetTries(people.write, key);
  await act(async ({ tx, note }) => {
    await countAddress(tx, people, asker);
    await note({ action: "session.refused", noun: "account", target: session.account_id });
    if (isLast) await note({ action: "session.blocked", noun: "account", target: session.account_id });
  });
  throw new UnauthorizedError("the password is wrong");
}
