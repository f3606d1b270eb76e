import { isPasswordOld } from "#domain/people/password.ts";
import type { Need, SessionState } from "#domain/people/session.ts";
import { scopesOf } from "#domain/permission.ts";
import { hasAdministrator } from "../db/people/accounts.ts";
import type { Context } from "../trpc.ts";
import { ABSOLUTE_MS } from "./asker.ts";
import { isoAt } from "./iso-at.ts";

/** Who asks, and what stands in the way. */
export async function sessionState({
  db,
  people,
  session,
  who,
  guest,
}: Pick<Context, "db" | "people" | "session" | "who" | "guest">): Promise<SessionState> {
  const needs: Need[] = [];
  if (session !== null && session.step !== "done") needs.push(session.step);
  if (session !== null && isPasswordOld(people.passwordPolicy, session.password_at, people.now()))
    needs.push("new-password");
  return {
    account: session && {
      id: session.account_id,
      name: session.name,
      roles: [...(who?.roles ?? [])],
      unit: session.unit_id,
      hasPassword: session.has_password,
      hasSecondFactor: session.second_factor !== null,
    },
    signedIn: who !== null,
    needs,
    access: people.access,
    mayRead: scopesOf("ledger.read", who, guest).length > 0,
    canSetUp: !(await hasAdministrator(db)),
    ways: people.providers.map(({ kind, name }) => ({ kind, name, path: `/sign-in/${kind}` })),
    passwordPolicy: people.passwordPolicy,
    idleMinutes: people.idleMs / 60_000,
    endsAt: session && isoAt(Date.parse(session.created_at) + ABSOLUTE_MS),
  };
}
