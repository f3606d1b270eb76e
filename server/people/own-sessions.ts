import { NotFoundError } from "#domain/error.ts";
import type { SessionEntry } from "#domain/people/session.ts";
import { endSession, sessionsOf } from "../db/people/sessions.ts";
import type { Context } from "../trpc.ts";
import { sessionIsOver } from "./asker.ts";
import { type Asking, sessionAt } from "./sign-in.ts";

/** Sessions of an account that are not over, the last used first. */
export async function listSessions(
  { db, people, session }: Pick<Context, "db" | "people" | "session">,
  account: string,
): Promise<SessionEntry[]> {
  const rows = await sessionsOf(db, account);
  return rows
    .filter((row) => !sessionIsOver(row, people))
    .map((row) => ({
      id: row.id,
      createdAt: row.created_at,
      usedAt: row.used_at,
      address: row.address,
      agent: row.agent,
      current: row.id === session?.id,
    }));
}

/** @throws NotFoundError for a session that is not the asker's */
export async function revokeSession(asking: Asking, id: string): Promise<void> {
  const { account_id } = sessionAt(asking, "done");
  await asking.act(async ({ tx, note }) => {
    if (!(await endSession(tx, account_id, id))) throw new NotFoundError("session", id);
    await note({ action: "session.revoke", noun: "account", target: account_id, after: { session: id } });
  });
}
