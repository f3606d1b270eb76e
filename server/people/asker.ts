import type { Guest, Role, Who } from "#domain/permission.ts";
import { isAdministrator } from "#domain/permission.ts";
import { screenByToken, updateScreen } from "../db/people/screens.ts";
import { type SessionWithAccount, sessionByToken, updateSession } from "../db/people/sessions.ts";
import { rolesIn } from "../db/people-schema.ts";
import type { Db } from "../db/schema.ts";
import { cookieIn } from "./cookies.ts";
import type { People } from "./people.ts";
import { hashOfToken } from "./token.ts";

/** A session ends then, however busy. */
export const ABSOLUTE_MS = 12 * 60 * 60_000;
/** As exact as "last used" is: a write for every request would cost more than it tells. */
const TOUCH_MS = 60_000;

/** How far a session got: it waits for a code, may only enrol a second factor, or is signed in. */
export type Step = "second-factor" | "enrol" | "done";

export type OpenSession = Omit<SessionWithAccount, "roles"> & { step: Step; roles: readonly Role[] };

/** Who asks. A session that is not signed in yet leaves its owner a guest. */
export type Asker = { who: Who | null; session: OpenSession | null; guest: Guest };

export const sessionIsOver = (
  { created_at, used_at }: Pick<SessionWithAccount, "created_at" | "used_at">,
  { idleMs, now }: Pick<People, "idleMs" | "now">,
): boolean => now() - Date.parse(used_at) >= idleMs || now() - Date.parse(created_at) >= ABSOLUTE_MS;

function stepOfSession(row: SessionWithAccount, roles: readonly Role[]): Step {
  if (row.strength === "password") return "second-factor";
  return row.second_factor === null && roles.some(isAdministrator) ? "enrol" : "done";
}

export function openSession(row: SessionWithAccount): OpenSession {
  const roles = rolesIn(row.roles);
  return { ...row, roles, step: stepOfSession(row, roles) };
}

/** @param isUse false for a request that nobody made by hand: it keeps no session alive */
export async function askerOf(
  db: Db,
  people: People,
  cookies: string | undefined,
  isUse: boolean,
): Promise<Asker> {
  const [session, isScreen] = await Promise.all([
    sessionOf(db, people, cookieIn(cookies, "session", people.tls), isUse),
    isScreenOf(db, people, cookieIn(cookies, "screen", people.tls)),
  ]);
  const guest = people.access === "open" ? "guest" : isScreen ? "screen" : "stranger";
  const who =
    session?.step === "done"
      ? { id: session.account_id, name: session.name, roles: session.roles, unit: session.unit_id }
      : null;
  return { who, session, guest };
}

async function sessionOf(
  db: Db,
  people: People,
  token: string | null,
  isUse: boolean,
): Promise<OpenSession | null> {
  if (token === null) return null;
  const row = await sessionByToken(db, hashOfToken(token));
  if (row === undefined || row.state !== "active" || sessionIsOver(row, people)) return null;
  const now = people.now();
  if (isUse && now - Date.parse(row.used_at) >= TOUCH_MS)
    await updateSession(people.write, row.id, { used_at: new Date(now).toISOString() });
  return openSession(row);
}

async function isScreenOf(db: Db, people: People, token: string | null): Promise<boolean> {
  if (token === null) return false;
  const row = await screenByToken(db, hashOfToken(token));
  if (row === undefined) return false;
  const now = people.now();
  if (row.used_at === null || now - Date.parse(row.used_at) >= TOUCH_MS)
    await updateScreen(people.write, row.id, { used_at: new Date(now).toISOString() });
  return true;
}
