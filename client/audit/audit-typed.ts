import type { AuditFilter } from "#domain/audit.ts";
import { zDay } from "#domain/report/report.ts";
import { startOfDay } from "#domain/zone.ts";

const TEXTS = ["text", "action", "noun", "account", "target"] as const;
/** What can be looked for, by its name in the address. */
export const AUDIT_FIELDS = [...TEXTS, "from", "to"] as const;

/** A filter as it is typed: `to` is the last one that counts; "" does not limit. */
export type AuditTyped = Record<(typeof AUDIT_FIELDS)[number], string>;

export const NOTHING_TYPED: AuditTyped = {
  text: "",
  action: "",
  noun: "",
  account: "",
  target: "",
  from: "",
  to: "",
};

export function filterOf(typed: AuditTyped): AuditFilter {
  const filter: AuditFilter = {};
  for (const field of TEXTS) {
    const value = typed[field].trim().slice(0, MOST);
    if (value !== "") filter[field] = value;
  }
  const [from, to] = [dayAt(typed.from, 0), dayAt(typed.to, 1)];
  if (from !== null) filter.from = from;
  if (to !== null) filter.to = to;
  return filter;
}

/** Longest word that the trail is searched for, in characters; an address may hold more. */
const MOST = 200;

/** The first moment of a day, or of the one after it, in ISO 8601; null for what is no day. */
function dayAt(day: string, later: 0 | 1): string | null {
  return zDay.safeParse(day).success ? startOfDay(day, later).toISOString() : null;
}
