const MINUTE_MS = 60_000;
const WARN_MS = 5 * MINUTE_MS;
/** The server writes down when a session was used no finer than this (server/people/asker.ts). */
export const USE_GRAIN_MS = MINUTE_MS;

/** Moments in ms since 1970; `endsAt` is when the session ends however busy. */
export type SessionTimes = { usedAt: number; endsAt: number; idleMinutes: number };

/** How a session stands: `idle` ends soon because nobody does anything, `end` because it is old, `over` has ended. */
export type Standing = { how: "fine" | "idle" | "end" | "over"; at: number };

export function standingOf({ usedAt, endsAt, idleMinutes }: SessionTimes, now: number): Standing {
  const idleMs = idleMinutes * MINUTE_MS;
  const idleAt = usedAt + idleMs - USE_GRAIN_MS;
  const at = Math.min(idleAt, endsAt);
  if (now >= at) return { how: "over", at };
  if (endsAt - now <= WARN_MS) return { how: "end", at: endsAt };
  // Where a session ends after a few minutes, a warning of five would always stand there.
  if (idleAt - now <= Math.min(WARN_MS, idleMs / 3)) return { how: "idle", at: idleAt };
  return { how: "fine", at };
}
