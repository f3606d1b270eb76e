import type { Act } from "../act.ts";
import { monthsToOpen, openMonth } from "../db/filing/periods.ts";
import type { Db } from "../db/schema.ts";
import type { Log } from "../log.ts";

const HOUR_MS = 3_600_000;

/**
 * Opens the current month now, and every month as it comes, each with its note in the trail. Looks each hour, so that a
 * new month is open within one of its first midnight. Returns what ends the looking.
 */
export async function keepPeriodsOpen(
  { read, act, log }: { read: Db; act: Act; log: Pick<Log, "info" | "error"> },
  { now = () => new Date(), everyMs = HOUR_MS }: { now?: () => Date; everyMs?: number } = {},
): Promise<() => void> {
  const look = async () => {
    for (const month of await monthsToOpen(read, now())) {
      await act(async ({ tx, note }) => {
        await openMonth(tx, month, now());
        await note({ action: "period.open", noun: "period", target: month });
      });
      log.info({ month }, "a month is open for reports");
    }
  };
  await look();
  const timer = setInterval(() => {
    look().catch((error: unknown) => log.error({ err: error }, "no month could be opened"));
  }, everyMs).unref();
  return () => clearInterval(timer);
}
