import { randomUUID } from "node:crypto";
import { foldName } from "#domain/people/account.ts";
import { ROLES, type Role, type Who } from "#domain/permission.ts";
import { OFFICE_UNIT } from "#domain/unit.ts";
import { addAccount } from "../db/people/accounts.ts";
import type { Db } from "../db/schema.ts";
import { PasswordHasher } from "../people/hash-password.ts";
import { DEMO_UNIT } from "./under-way.ts";

/** Of every account of the demonstration; whoever may reach the server may know it. */
export const DEMO_PASSWORD = "yanshi-2012-taizhang";

const NAMES: Record<Role, string> = {
  viewer: "演示浏览",
  reporter: "演示填报",
  reviewer: "演示审核",
  office: "演示办公室",
  system: "演示系统管理员",
  security: "演示安全管理员",
  audit: "演示审计员",
};
/** The reporter files for 鄂尔多斯, the office checks; administrators belong to no unit. */
const UNITS: Partial<Record<Role, string>> = {
  reporter: DEMO_UNIT,
  reviewer: OFFICE_UNIT,
  office: OFFICE_UNIT,
};

/** One account for each role. Administrators set up their second factor when they first sign in, as anywhere. */
export async function addDemoAccounts(tx: Db, at: string): Promise<Who[]> {
  const hasher = new PasswordHasher();
  const made: Who[] = [];
  for (const role of ROLES) {
    const who: Who = { id: randomUUID(), name: NAMES[role], roles: [role], unit: UNITS[role] ?? null };
    await addAccount(tx, {
      id: who.id,
      name: who.name,
      folded: foldName(who.name),
      created_at: at,
      unit_id: who.unit,
      roles: JSON.stringify(who.roles),
      password: await hasher.hash(DEMO_PASSWORD),
      password_at: at,
    });
    made.push(who);
  }
  return made;
}
