import type { AuditEntry } from "#domain/audit.ts";

/** Who acted where no account did: whoever asked without one, or the server by itself, which comes from no address. */
export function namelessKey({ account, address }: Pick<AuditEntry, "account" | "address">) {
  if (account.name !== "") return null;
  return address === "" ? "itself" : "nobody";
}
