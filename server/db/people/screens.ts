import type { Screen } from "#domain/people/screen.ts";
import type { Db, Schema } from "../schema.ts";

type ScreenRow = Schema["screen"];

export async function listScreens(db: Db): Promise<Screen[]> {
  const rows = await db.selectFrom("screen").selectAll().orderBy("created_at").orderBy("id").execute();
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    createdAt: row.created_at,
    usedAt: row.used_at,
    revokedAt: row.revoked_at,
  }));
}

/** One that is not revoked. @param token its sha256 */
export const screenByToken = (db: Db, token: string): Promise<ScreenRow | undefined> =>
  db
    .selectFrom("screen")
    .selectAll()
    .where("token", "=", token)
    .where("revoked_at", "is", null)
    .executeTakeFirst();

export const screenById = (db: Db, id: string): Promise<ScreenRow | undefined> =>
  db.selectFrom("screen").selectAll().where("id", "=", id).executeTakeFirst();

export async function addScreen(tx: Db, screen: ScreenRow): Promise<void> {
  await tx.insertInto("screen").values(screen).execute();
}

export async function updateScreen(
  tx: Db,
  id: string,
  change: Partial<Pick<ScreenRow, "used_at" | "revoked_at">>,
): Promise<void> {
  await tx.updateTable("screen").set(change).where("id", "=", id).execute();
}
