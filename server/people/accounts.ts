import { randomUUID } from "node:crypto";
import { ConflictError, InvalidInputError, NotFoundError } from "#domain/error.ts";
import { type Account, foldName, UNUSED_DAYS } from "#domain/people/account.ts";
import { isAdministrator, type Role } from "#domain/permission.ts";
import { OFFICE_UNIT } from "#domain/unit.ts";
import {
  type AccountRow,
  accountById,
  accountByName,
  accountsWithRoles,
  addAccount,
  listAccountRows,
  updateAccount,
} from "../db/people/accounts.ts";
import { endSession, endSessionsOf } from "../db/people/sessions.ts";
import { blockedKeys } from "../db/people/tries.ts";
import { unitById } from "../db/people/units.ts";
import { rolesIn } from "../db/people-schema.ts";
import type { Db } from "../db/schema.ts";
import type { Context } from "../trpc.ts";
import { isoAt } from "./iso-at.ts";
import { passwordLink } from "./links.ts";
import { nameKey } from "./tries.ts";

type Managing = Pick<Context, "db" | "act" | "people" | "who">;

const UNUSED_MS = UNUSED_DAYS * 24 * 60 * 60_000;

/** By name, with who is shut out and who never came. */
export async function listAccounts({ db, people }: Pick<Context, "db" | "people">): Promise<Account[]> {
  const now = people.now();
  const [rows, blocked] = await Promise.all([listAccountRows(db), blockedKeys(db, isoAt(now))]);
  const until = new Map(blocked.map((row) => [row.key, row.blocked_until]));
  return rows.map(({ folded, ...row }) => ({
    ...row,
    blockedUntil: until.get(nameKey(folded)) ?? null,
    unused: now - Date.parse(row.usedAt ?? row.createdAt) >= UNUSED_MS,
  }));
}

/** An account of no roles, and the path of the link by which its owner sets his password. @throws ConflictError */
export async function createAccount(
  { act, people }: Managing,
  { name }: { name: string },
): Promise<{ id: string; link: string }> {
  const id = randomUUID();
  return act(async ({ tx, note }) => {
    const folded = foldName(name);
    if (await accountByName(tx, folded)) throw new ConflictError("the name is taken");
    await addAccount(tx, { id, name, folded, created_at: isoAt(people.now()) });
    await note({ action: "account.create", noun: "account", target: id, after: { name } });
    return { id, link: await passwordLink(tx, id, people) };
  });
}

/** @throws NotFoundError, and ConflictError for one's own: nobody changes his own rights */
export async function otherAccount(tx: Db, { who }: Pick<Managing, "who">, id: string): Promise<AccountRow> {
  const account = await accountById(tx, id);
  if (account === undefined) throw new NotFoundError("account", id);
  if (id === who?.id) throw new ConflictError("nobody does this to his own account");
  return account;
}

/**
 * Sets roles and unit, and ends the account's sessions: its next one has them. Who was all three administrators at
 * first loses the one that another is given.
 * @throws InvalidInputError for roles that do not go together or with the unit, NotFoundError, ConflictError
 */
export async function grantRoles(
  managing: Managing,
  { id, roles, unit }: { id: string; roles: readonly Role[]; unit: string | null },
): Promise<void> {
  const sorted = [...new Set(roles)].sort();
  await managing.act(async ({ tx, note }) => {
    const account = await otherAccount(tx, managing, id);
    const administrator = administratorIn(sorted);
    if (administrator !== undefined && account.state === "locked")
      throw new ConflictError("a locked account cannot be an administrator");
    await refuseUnit(tx, sorted, unit);
    await updateAccount(tx, id, { roles: JSON.stringify(sorted), unit_id: unit });
    await endSessionsOf(tx, id);
    await note({
      action: "account.grant",
      noun: "account",
      target: id,
      unit,
      before: { roles: rolesIn(account.roles), unit: account.unit_id },
      after: { roles: sorted, unit },
    });
    if (administrator === undefined) return;
    for (const first of await accountsWithRoles(tx)) {
      const isFirst = first.roles.filter(isAdministrator).length > 1 && first.roles.includes(administrator);
      if (!isFirst || first.id === id) continue;
      const left = first.roles.filter((role) => role !== administrator);
      await updateAccount(tx, first.id, { roles: JSON.stringify(left) });
      await note({
        action: "account.grant",
        noun: "account",
        target: first.id,
        before: { roles: first.roles },
        after: { roles: left },
      });
    }
  });
}

/** @throws InvalidInputError where one account would be two of the three */
function administratorIn(roles: readonly Role[]): Role | undefined {
  const [one, another] = roles.filter(isAdministrator);
  if (another !== undefined)
    throw new InvalidInputError([{ path: ["roles"], message: "expected one administrator's role at most" }]);
  return one;
}

async function refuseUnit(tx: Db, roles: readonly Role[], unit: string | null): Promise<void> {
  const refuse = (message: string) => new InvalidInputError([{ path: ["unit"], message }]);
  const known = unit === null ? undefined : await unitById(tx, unit);
  if (unit !== null && known === undefined) throw refuse("expected the id of a unit");
  if (roles.includes("reporter") && known?.files !== true) throw refuse("a reporter has a unit that files");
  if (roles.includes("reviewer") && known?.kind !== "league" && unit !== OFFICE_UNIT)
    throw refuse("a reviewer has a league or the office as his unit");
  if (roles.includes("office") && unit !== OFFICE_UNIT) throw refuse(`the office's unit is ${OFFICE_UNIT}`);
}

/** Ends one session of an account, or all. @throws NotFoundError */
export async function revokeSessions(
  { act }: Managing,
  { id, session }: { id: string; session?: string | undefined },
): Promise<void> {
  await act(async ({ tx, note }) => {
    if ((await accountById(tx, id)) === undefined) throw new NotFoundError("account", id);
    if (session === undefined) await endSessionsOf(tx, id);
    else if (!(await endSession(tx, id, session))) throw new NotFoundError("session", session);
    const after = { session: session ?? "all" };
    await note({ action: "account.revokeSessions", noun: "account", target: id, after });
  });
}
