import { randomUUID } from "node:crypto";
import { UnauthorizedError } from "#domain/error.ts";
import { foldName } from "#domain/people/account.ts";
import type { Deed } from "../act.ts";
import {
  type AccountRow,
  accountByName,
  takeRecoveryCode,
  takeStep,
  updateAccount,
} from "../db/people/accounts.ts";
import { addSession, endSession, sweepSessions, updateSession } from "../db/people/sessions.ts";
import { forgetTries } from "../db/people/tries.ts";
import type { Context } from "../trpc.ts";
import { ABSOLUTE_MS, type OpenSession } from "./asker.ts";
import { isoAt } from "./iso-at.ts";
import type { People } from "./people.ts";
import { stepOf } from "./second-factor.ts";
import { aToken, hashOfToken } from "./token.ts";
import { beginTry, codeKey, countAddress, nameKey } from "./tries.ts";

export type Asking = Pick<Context, "db" | "act" | "people" | "session" | "cookies" | "asker" | "agent">;

const WRONG = "the name or the password is wrong";
const MOST_AGENT = 200;

/** @throws UnauthorizedError in the same words, after the same time, whichever of the two is wrong; TooManyError */
export async function signIn(
  asking: Asking,
  { name, password }: { name: string; password: string },
): Promise<void> {
  const { db, people, act, asker } = asking;
  const folded = foldName(name);
  const key = nameKey(folded);
  const isLast = await beginTry(people, key, asker);
  const account = await accountByName(db, folded);
  const isRight = await people.hasher.verify(password, account?.password ?? null);
  if (account === undefined || !isRight || account.state !== "active") {
    await act(async ({ tx, note }) => {
      await countAddress(tx, people, asker);
      // Never the name as it was typed: it may be a password in the wrong field.
      const target = account?.id ?? "unknown";
      await note({ action: "session.refused", noun: "account", target });
      if (isLast) await note({ action: "session.blocked", noun: "account", target });
    });
    throw new UnauthorizedError(WRONG);
  }
  await enter(asking, account, (tx) => forgetTries(tx, key));
}

/** Begins a session of the account in this browser, under a token of its own, and ends the one that was there. */
export async function enter(
  { act, people, session, cookies, asker, agent }: Asking,
  account: Pick<AccountRow, "id" | "name" | "second_factor">,
  also: (tx: Deed["tx"], note: Deed["note"]) => Promise<void>,
): Promise<void> {
  const token = aToken();
  const now = people.now();
  const strength = account.second_factor === null ? "full" : "password";
  await act(async ({ tx, note }) => {
    await also(tx, note);
    if (session !== null) await endSession(tx, session.account_id, session.id);
    await sweepSessions(tx, isoAt(now - ABSOLUTE_MS), isoAt(now - people.idleMs));
    await addSession(tx, {
      id: randomUUID(),
      token: hashOfToken(token),
      account_id: account.id,
      created_at: isoAt(now),
      used_at: isoAt(now),
      address: asker,
      agent: agent.slice(0, MOST_AGENT),
      strength,
    });
    await updateAccount(tx, account.id, { used_at: isoAt(now) });
    const action = strength === "full" ? "session.signIn" : "session.password";
    await note({ action, noun: "account", target: account.id }, account);
  });
  cookies.set("session", token);
}

/** The second step, by a code of the second factor or a recovery code. @throws UnauthorizedError, TooManyError */
export async function confirmSignIn(asking: Asking, code: string): Promise<void> {
  const session = sessionAt(asking, "second-factor");
  const token = aToken();
  await checkCode(asking, session, code, async ({ tx, note }) => {
    await updateSession(tx, session.id, { token: hashOfToken(token), strength: "full" });
    await note({ action: "session.signIn", noun: "account", target: session.account_id });
  });
  asking.cookies.set("session", token);
}

/** Does something if the code is right and was not used before. @throws UnauthorizedError, TooManyError */
export async function checkCode(
  { act, people, asker }: Asking,
  session: OpenSession,
  code: string,
  deed: (deed: Deed) => Promise<void>,
): Promise<void> {
  const { account_id: id, second_factor: secret } = session;
  const key = codeKey(id);
  const isLast = await beginTry(people, key, asker);
  const isRight = await act(async (doing) => {
    const { tx, note } = doing;
    if (await isCodeOf(tx, people, { id, secret }, code)) {
      await forgetTries(tx, key);
      await deed(doing);
      return true;
    }
    await countAddress(tx, people, asker);
    await note({ action: "session.refused", noun: "account", target: id, after: { step: "second factor" } });
    if (isLast) await note({ action: "session.blocked", noun: "account", target: id });
    return false;
  });
  if (!isRight) throw new UnauthorizedError("the code is wrong or was used before");
}

async function isCodeOf(
  tx: Deed["tx"],
  { now }: People,
  { id, secret }: { id: string; secret: string | null },
  code: string,
): Promise<boolean> {
  if (secret === null) return false;
  if (code.length > 6) return takeRecoveryCode(tx, id, hashOfToken(code));
  const step = stepOf(secret, code, now());
  return step !== null && (await takeStep(tx, id, step));
}

/** The asker's session, if it is where this can be done. @throws UnauthorizedError */
export function sessionAt(
  { session }: Pick<Asking, "session">,
  ...steps: OpenSession["step"][]
): OpenSession {
  if (session === null || !steps.includes(session.step)) throw new UnauthorizedError();
  return session;
}

/** Ends the asker's session; nobody's is ended already. */
export async function signOut({ act, session, cookies }: Asking): Promise<void> {
  cookies.clear("session");
  if (session === null) return;
  await act(async ({ tx, note }) => {
    await endSession(tx, session.account_id, session.id);
    await note({ action: "session.signOut", noun: "account", target: session.account_id });
  });
}
