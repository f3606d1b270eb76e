import { isAdministrator, type Role } from "#domain/permission.ts";
import { OFFICE_UNIT, type Unit } from "#domain/unit.ts";

/** The roles with one more or one less. Who becomes one of the three administrators is nothing else beside. */
export function toggled(roles: readonly Role[], role: Role): Role[] {
  if (roles.includes(role)) return roles.filter((one) => one !== role);
  if (isAdministrator(role)) return [role];
  return [...roles.filter((one) => !isAdministrator(one)), role];
}

/** Which role the unit does not go with, as the server sees it too (server/people/accounts.ts); null for none. */
export function unitProblem(
  roles: readonly Role[],
  unit: Pick<Unit, "id" | "kind" | "files"> | undefined,
): "reporter" | "reviewer" | "office" | null {
  if (roles.includes("reporter") && unit?.files !== true) return "reporter";
  if (roles.includes("reviewer") && unit?.kind !== "league" && unit?.id !== OFFICE_UNIT) return "reviewer";
  return roles.includes("office") && unit?.id !== OFFICE_UNIT ? "office" : null;
}
