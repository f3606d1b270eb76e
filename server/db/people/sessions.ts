import type { Db, Schema } from "../schema.ts";

export type SessionRow = Schema["session"];
type Account = Schema["account"];
export type SessionWithAccount = SessionRow &
  Pick<
    Account,
    "name" | "roles" | "unit_id" | "state" | "second_factor" | "password_at" | "identity" | "folded"
  > & { has_password: boolean };

/** @param token its sha256 */
export async function sessionByToken(db: Db, token: string): Promise<SessionWithAccount | undefined> {
  const row = await db
    .selectFrom("session as s")
    .innerJoin("account as a", "a.id", "s.account_id")
    .selectAll("s")
    .select([
      "a.name",
      "a.folded",
      "a.roles",
      "a.unit_id",
      "a.state",
      "a.second_factor",
      "a.password",
      "a.password_at",
      "a.identity",
    ])
    .where("s.token", "=", token)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  const { password, ...rest } = row;
  return { ...rest, has_password: password !== null };
}

export async function addSession(tx: Db, session: SessionRow): Promise<void> {
  await tx.insertInto("session").values(session).execute();
}

export async function updateSession(
  tx: Db,
  id: string,
  change: Partial<Pick<SessionRow, "token" | "strength" | "used_at">>,
): Promise<void> {
  await tx.updateTable("session").set(change).where("id", "=", id).execute();
}

export const sessionsOf = (db: Db, account: string): Promise<SessionRow[]> =>
  db
    .selectFrom("session")
    .selectAll()
    .where("account_id", "=", account)
    .orderBy("used_at", "desc")
    .orderBy("id")
    .execute();

/** False when the account has no such session. */
export async function endSession(tx: Db, account: string, id: string): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom("session")
    .where("id", "=", id)
    .where("account_id", "=", account)
    .executeTakeFirst();
  return numDeletedRows === 1n;
}

/** Ends an account's sessions, but `kept` where one is named. */
export async function endSessionsOf(tx: Db, account: string, kept: string | null = null): Promise<void> {
  const all = tx.deleteFrom("session").where("account_id", "=", account);
  await (kept === null ? all : all.where("id", "!=", kept)).execute();
}

/** Forgets sessions that are over: begun before one time, or unused since another. */
export async function sweepSessions(tx: Db, begunBefore: string, usedBefore: string): Promise<void> {
  await tx
    .deleteFrom("session")
    .where((eb) => eb.or([eb("created_at", "<=", begunBefore), eb("used_at", "<=", usedBefore)]))
    .execute();
}
