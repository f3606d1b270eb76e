import type { Db, Schema } from "../schema.ts";

type Link = Schema["one_time_link"];

/** Takes the place of the account's earlier link; without an account, of the earlier link for the first one. */
export async function addLink(tx: Db, link: Link): Promise<void> {
  await dropLinks(tx, link.account_id);
  await tx.insertInto("one_time_link").values(link).execute();
}

export async function dropLinks(tx: Db, account: string | null): Promise<void> {
  const links = tx.deleteFrom("one_time_link");
  await (account === null
    ? links.where("account_id", "is", null)
    : links.where("account_id", "=", account)
  ).execute();
}

/** @param token its sha256 */
export const linkByToken = (db: Db, token: string): Promise<Link | undefined> =>
  db.selectFrom("one_time_link").selectAll().where("token", "=", token).executeTakeFirst();
