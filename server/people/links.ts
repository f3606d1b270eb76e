import { randomUUID } from "node:crypto";
import { ConflictError, NotFoundError } from "#domain/error.ts";
import { foldName } from "#domain/people/account.ts";
import { NEW_PASSWORD_PATH, SETUP_PATH } from "#domain/people/session.ts";
import { ADMINISTRATORS } from "#domain/permission.ts";
import type { Act } from "../act.ts";
import {
  accountById,
  accountByName,
  addAccount,
  hasAdministrator,
  updateAccount,
} from "../db/people/accounts.ts";
import { addLink, dropLinks, linkByToken } from "../db/people/links.ts";
import { endSessionsOf } from "../db/people/sessions.ts";
import { forgetTries } from "../db/people/tries.ts";
import type { Db } from "../db/schema.ts";
import { isoAt } from "./iso-at.ts";
import { refuseWeak } from "./own-password.ts";
import type { People } from "./people.ts";
import { type Asking, enter } from "./sign-in.ts";
import { aToken, hashOfToken } from "./token.ts";
import { nameKey } from "./tries.ts";

const SETUP_MS = 60 * 60_000;
/** For a link that is handed over on paper or by telephone. */
const PASSWORD_MS = 24 * 60 * 60_000;

/** Path of the link that makes the first account, in place of any earlier one; null where an administrator exists. */
export async function setupLink(db: Db, act: Act, { now }: Pick<People, "now">): Promise<string | null> {
  if (await hasAdministrator(db)) return null;
  const token = aToken();
  await act(async ({ tx, note }) => {
    await addLink(tx, { token: hashOfToken(token), account_id: null, expires_at: isoAt(now() + SETUP_MS) });
    await note({ action: "setup.link", noun: "account", target: "first" });
  });
  return `${SETUP_PATH}#${token}`;
}

/** Path of a link by which an account's owner sets his password, in place of any earlier one. */
export async function passwordLink(tx: Db, account: string, { now }: Pick<People, "now">): Promise<string> {
  const token = aToken();
  const expires_at = isoAt(now() + PASSWORD_MS);
  await addLink(tx, { token: hashOfToken(token), account_id: account, expires_at });
  return `${NEW_PASSWORD_PATH}#${token}`;
}

type Asked = { token: string; password: string };

/**
 * Makes the first account, all three administrators in one, and signs it in.
 * @throws NotFoundError for a link that is none, used, or older than an hour; InvalidInputError for the password
 */
export async function finishSetup(
  asking: Asking,
  { token, name, password }: Asked & { name: string },
): Promise<void> {
  const { db, people } = asking;
  await goodLink(asking, token, "setup");
  if (await hasAdministrator(db)) throw new NotFoundError("link");
  await refuseWeak(people, name, password);
  const kept = await people.hasher.hash(password);
  const account = { id: randomUUID(), name, second_factor: null };
  await enter(asking, account, async (tx, note) => {
    // Asked again in the one transaction: two at once make one.
    if (await hasAdministrator(tx)) throw new NotFoundError("link");
    if (await accountByName(tx, foldName(name))) throw new ConflictError("the name is taken");
    await dropLinks(tx, null);
    const at = isoAt(people.now());
    await addAccount(tx, {
      ...account,
      folded: foldName(name),
      roles: JSON.stringify(ADMINISTRATORS),
      password: kept,
      password_at: at,
      created_at: at,
    });
    const after = { name, roles: ADMINISTRATORS };
    await note({ action: "setup.finish", noun: "account", target: account.id, after }, account);
  });
}

/**
 * Sets the password of the link's account, ends its sessions and signs it in.
 * @throws NotFoundError for a link that is none, used or old; InvalidInputError for the password
 */
export async function setPassword(asking: Asking, { token, password }: Asked): Promise<void> {
  const { db, people } = asking;
  const id = await goodLink(asking, token, "password");
  const account = id === null ? undefined : await accountById(db, id);
  if (account === undefined || account.state !== "active" || account.identity !== null)
    throw new NotFoundError("link");
  await refuseWeak(people, account.name, password);
  const kept = await people.hasher.hash(password);
  await enter(asking, account, async (tx, note) => {
    const link = await linkByToken(tx, hashOfToken(token));
    if (link === undefined) throw new NotFoundError("link");
    await dropLinks(tx, account.id);
    await endSessionsOf(tx, account.id);
    await forgetTries(tx, nameKey(account.folded));
    await updateAccount(tx, account.id, { password: kept, password_at: isoAt(people.now()) });
    await note({ action: "session.setPassword", noun: "account", target: account.id }, account);
  });
}

/** The account of a link that is good; null for the first one. */
async function goodLink(
  { db, people }: Asking,
  token: string,
  kind: "setup" | "password",
): Promise<string | null> {
  const link = await linkByToken(db, hashOfToken(token));
  const isGood = link !== undefined && Date.parse(link.expires_at) > people.now();
  if (!isGood || (link.account_id === null) !== (kind === "setup")) throw new NotFoundError("link");
  return link.account_id;
}
