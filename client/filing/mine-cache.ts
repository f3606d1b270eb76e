import { type QueryClient, queryOptions } from "@tanstack/react-query";
import type { Mine } from "#domain/report/exchange.ts";
import type { Report } from "#domain/report/report.ts";
import { isOpen } from "#domain/report/step.ts";
import { ask } from "../desk/call.ts";

export type Entry = Mine["items"][number];
export type EntryState = Report["state"] | "none";

export const stateOf = ({ report }: Entry): EntryState => report?.state ?? "none";
export const isDone = ({ report }: Entry): boolean => report !== null && !isOpen(report.state);

/** The whole month of the asker's unit, the one that it owes unless told: the server gives it page by page. */
export const wholeMonth = (month?: string) =>
  queryOptions({
    queryKey: ["period", "mine", month],
    queryFn: async ({ signal, client }) => {
      const of = month === undefined ? {} : { month };
      let page = await ask("period", "mine", of, signal);
      const items = [...page.items];
      while (page.nextCursor !== null) {
        // A month that opens meanwhile is none of this one.
        const next = { month: page.period.month, cursor: page.nextCursor };
        page = await ask("period", "mine", next, signal);
        items.push(...page.items);
      }
      const whole: Mine = { ...page, items };
      // Asked for by its name from now on, it is here already.
      if (month === undefined) client.setQueryData(["period", "mine", page.period.month], whole);
      return whole;
    },
  });

/** A report that the server has just answered stands in every month that is looked at. */
export function putReport(cache: QueryClient, report: Report): void {
  cache.setQueriesData<Mine>({ queryKey: ["period", "mine"] }, (mine) =>
    mine === undefined || mine.unit.id !== report.unit || mine.period.month !== report.month
      ? mine
      : {
          ...mine,
          nil: null,
          items: mine.items.map((entry) => (entry.item.id === report.item ? { ...entry, report } : entry)),
        },
  );
}

/** The next item that still waits for its unit, after `from` and round again; undefined where none does. */
export function nextOpen(items: readonly Entry[], from: string): Entry | undefined {
  const at = items.findIndex(({ item }) => item.id === from);
  return [...items.slice(at + 1), ...items.slice(0, Math.max(at, 0))].find((entry) => !isDone(entry));
}
