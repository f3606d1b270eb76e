import type { Account, Identity } from "#domain/people/account.ts";
import { ADMINISTRATORS, type Role } from "#domain/permission.ts";
import { rolesIn } from "../people-schema.ts";
import type { Db, Schema } from "../schema.ts";

export type AccountRow = Schema["account"];

export const accountById = (db: Db, id: string): Promise<AccountRow | undefined> =>
  db.selectFrom("account").selectAll().where("id", "=", id).executeTakeFirst();

export const accountByName = (db: Db, folded: string): Promise<AccountRow | undefined> =>
  db.selectFrom("account").selectAll().where("folded", "=", folded).executeTakeFirst();

/** @param identity as `identityText` has it */
export const accountByIdentity = (db: Db, identity: string): Promise<AccountRow | undefined> =>
  db.selectFrom("account").selectAll().where("identity", "=", identity).executeTakeFirst();

/** As it is kept, unique: under another issuer the same subject is somebody else. */
export const identityText = ({ way, subject }: Identity, issuer: string): string =>
  JSON.stringify([way, issuer, subject]);

export function identityIn(text: string | null): Identity | null {
  if (text === null) return null;
  const [way, , subject] = JSON.parse(text) as [Identity["way"], string, string];
  return { way, subject };
}

export async function addAccount(
  tx: Db,
  account: Pick<AccountRow, "id" | "name" | "folded" | "created_at"> & Partial<AccountRow>,
): Promise<void> {
  await tx
    .insertInto("account")
    .values({
      unit_id: null,
      roles: "[]",
      state: "active",
      password: null,
      password_at: null,
      second_factor: null,
      second_factor_offer: null,
      second_factor_step: null,
      identity: null,
      used_at: null,
      ...account,
    })
    .execute();
}

export async function updateAccount(tx: Db, id: string, change: Partial<AccountRow>): Promise<void> {
  await tx.updateTable("account").set(change).where("id", "=", id).execute();
}

/** Accounts with their roles: a few hundred, so that roles are looked for here and not in SQL. */
export async function accountsWithRoles(db: Db): Promise<{ id: string; name: string; roles: Role[] }[]> {
  const rows = await db.selectFrom("account").select(["id", "name", "roles"]).orderBy("id").execute();
  return rows.map((row) => ({ ...row, roles: rolesIn(row.roles) }));
}

/** True once somebody is an administrator: until then the printed link makes one. */
export async function hasAdministrator(db: Db): Promise<boolean> {
  const accounts = await accountsWithRoles(db);
  return accounts.some(({ roles }) => ADMINISTRATORS.some((role) => roles.includes(role)));
}

type Listed = Omit<Account, "blockedUntil" | "unused"> & { folded: string };

/** By name. */
export async function listAccountRows(db: Db): Promise<Listed[]> {
  const rows = await db.selectFrom("account").selectAll().orderBy("folded").execute();
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    folded: row.folded,
    unit: row.unit_id,
    roles: rolesIn(row.roles),
    state: row.state,
    hasPassword: row.password !== null,
    hasSecondFactor: row.second_factor !== null,
    identity: identityIn(row.identity),
    createdAt: row.created_at,
    usedAt: row.used_at,
  }));
}

/** Marks a time step as used; false when it, or a later one, was used before. */
export async function takeStep(tx: Db, id: string, step: number): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable("account")
    .set({ second_factor_step: step })
    .where("id", "=", id)
    .where((eb) => eb.or([eb("second_factor_step", "is", null), eb("second_factor_step", "<", step)]))
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Uses up a recovery code; false when there is none such. */
export async function takeRecoveryCode(tx: Db, id: string, code: string): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom("recovery_code")
    .where("account_id", "=", id)
    .where("code", "=", code)
    .executeTakeFirst();
  return numDeletedRows === 1n;
}

/** Takes the place of all codes that the account had. */
export async function setRecoveryCodes(tx: Db, id: string, codes: readonly string[]): Promise<void> {
  await tx.deleteFrom("recovery_code").where("account_id", "=", id).execute();
  if (codes.length === 0) return;
  await tx
    .insertInto("recovery_code")
    .values(codes.map((code) => ({ account_id: id, code })))
    .execute();
}
