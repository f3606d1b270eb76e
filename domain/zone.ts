/** Days and clocks are those of Inner Mongolia, wherever the server or the browser stands. */
export const ZONE = "Asia/Shanghai";

/** UTC+8, without summer time since 1991. */
const AHEAD_MS = 8 * 3_600_000;

const local = (at: Date): string => new Date(at.getTime() + AHEAD_MS).toISOString();

/** Its day, YYYY-MM-DD. */
export const dayOf = (at: Date): string => local(at).slice(0, 10);

/** Its time of day, HH:MM. */
export const clockOf = (at: Date): string => local(at).slice(11, 16);

/** The first moment of a day, YYYY-MM-DD, or of the one `later` days after it. @throws RangeError where it is no day */
export const startOfDay = (day: string, later = 0): Date =>
  new Date(Date.parse(`${day}T00:00:00Z`) - AHEAD_MS + later * 86_400_000);
