const two = (number: number): string => String(number).padStart(2, "0");

export const dayOf = (at: Date): string =>
  `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
export const clockOf = (at: Date): string => `${two(at.getHours())}:${two(at.getMinutes())}`;

/** A moment in the reader's own time zone, both languages alike: 14:05 today, else 2026-03-02 14:05. */
export function momentOf(iso: string, now: Date = new Date()): string {
  const at = new Date(iso);
  return dayOf(at) === dayOf(now) ? clockOf(at) : `${dayOf(at)} ${clockOf(at)}`;
}
