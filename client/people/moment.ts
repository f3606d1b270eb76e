import { clockOf, dayOf } from "#domain/zone.ts";

/** A moment in both languages alike: 14:05 today, else 2026-03-02 14:05. */
export function momentOf(iso: string, now: Date = new Date()): string {
  const at = new Date(iso);
  return dayOf(at) === dayOf(now) ? clockOf(at) : `${dayOf(at)} ${clockOf(at)}`;
}
