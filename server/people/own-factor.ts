import { ConflictError, InvalidInputError } from "#domain/error.ts";
import { accountById, setRecoveryCodes, updateAccount } from "../db/people/accounts.ts";
import { endSessionsOf, updateSession } from "../db/people/sessions.ts";
import { checkPassword } from "./own-password.ts";
import { aFactor, recoveryCodes, stepOf } from "./second-factor.ts";
import { type Asking, checkCode, sessionAt } from "./sign-in.ts";
import { aToken, hashOfToken } from "./token.ts";

/** For so long after a sign-in nobody is asked for the password once more. */
const FRESH_MS = 10 * 60_000;

/**
 * Offers a second factor, good once `confirmEnrol` was told a code of it.
 * @param password asked for by all but a fresh session
 * @throws ConflictError where the account has one, UnauthorizedError
 */
export async function enrol(
  asking: Asking,
  password: string | undefined,
): Promise<{ secret: string; uri: string }> {
  const { act, people } = asking;
  const session = sessionAt(asking, "done", "enrol");
  if (session.second_factor !== null)
    throw new ConflictError("the account has a second factor, drop it first");
  const isFresh = people.now() - Date.parse(session.created_at) < FRESH_MS;
  if (!isFresh && session.has_password) {
    if (password === undefined)
      throw new InvalidInputError([{ path: ["password"], message: "expected the password" }]);
    await checkPassword(asking, password);
  }
  const factor = aFactor(session.name);
  await act(async ({ tx, note }) => {
    await updateAccount(tx, session.account_id, { second_factor_offer: factor.secret });
    await note({ action: "session.enrol", noun: "account", target: session.account_id });
  });
  return factor;
}

/** Takes the offered factor; ends every other session. @throws InvalidInputError for a wrong code, ConflictError */
export async function confirmEnrol(asking: Asking, code: string): Promise<{ recoveryCodes: string[] }> {
  const { db, act, people, cookies } = asking;
  const session = sessionAt(asking, "done", "enrol");
  const offer = (await accountById(db, session.account_id))?.second_factor_offer ?? null;
  if (offer === null) throw new ConflictError("no second factor was offered");
  const step = stepOf(offer, code, people.now());
  if (step === null) throw new InvalidInputError([{ path: ["code"], message: "wrong" }]);
  const [token, codes] = [aToken(), recoveryCodes()];
  await act(async ({ tx, note }) => {
    await updateAccount(tx, session.account_id, {
      second_factor: offer,
      second_factor_offer: null,
      second_factor_step: step,
    });
    await setRecoveryCodes(tx, session.account_id, codes.map(hashOfToken));
    await endSessionsOf(tx, session.account_id, session.id);
    await updateSession(tx, session.id, { token: hashOfToken(token), strength: "full" });
    await note({ action: "session.confirmEnrol", noun: "account", target: session.account_id });
  });
  cookies.set("session", token);
  return { recoveryCodes: codes };
}

/** By a code of it; an administrator may then do nothing but enrol another. @throws UnauthorizedError, TooManyError */
export async function dropSecondFactor(asking: Asking, code: string): Promise<void> {
  const session = sessionAt(asking, "done");
  const token = aToken();
  await checkCode(asking, session, code, async ({ tx, note }) => {
    await updateAccount(tx, session.account_id, { second_factor: null, second_factor_step: null });
    await setRecoveryCodes(tx, session.account_id, []);
    await endSessionsOf(tx, session.account_id, session.id);
    await updateSession(tx, session.id, { token: hashOfToken(token) });
    await note({ action: "session.dropSecondFactor", noun: "account", target: session.account_id });
  });
  asking.cookies.set("session", token);
}
