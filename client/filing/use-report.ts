import { useQueryClient } from "@tanstack/react-query";
import { useMemo, useRef, useState } from "react";
import { type ReportDraft, zReportDraft } from "#domain/report/report.ts";
import { ask, tell } from "../desk/call.ts";
import { getLocal, putLocal, removeLocal } from "../desk/local-drafts.ts";
import { type Base, Keeper, type Keeping } from "./keeper.ts";
import { keptOf } from "./kept.ts";
import { type Entry, putReport } from "./mine-cache.ts";
import { failureOf, useKeeper } from "./use-keeper.ts";

const baseOf = ({ report, prefilled }: Entry): Base =>
  report === null ? { content: prefilled, edition: 0 } : { content: report.content, edition: report.edition };

/** The report of one item as it is typed and kept. The component is keyed by item, month and version. */
export function useReport(
  entry: Entry,
  { unit, month, account }: { unit: string; month: string; account: string },
): { keeper: Keeper; keeping: Keeping; reportId: () => string | null } {
  const cache = useQueryClient();
  const item = entry.item.id;
  // The first save gives it, before any rendering knows of it.
  const id = useRef(entry.report?.id ?? null);
  const [keeper] = useState(() => {
    const key = `report:${unit}:${month}:${item}:${entry.report?.version ?? 1}`;
    return new Keeper({
      base: baseOf(entry),
      kept: keptOf(zReportDraft, getLocal(account, key)),
      save: async (content: ReportDraft, edition: number) => {
        const report = await tell("report", "save", { unit, month, item, edition, content });
        id.current = report.id;
        putReport(cache, report);
        return { edition: report.edition, at: report.editedAt };
      },
      there: async () => {
        const [now] = (await ask("period", "mine", { unit, month, item })).items;
        if (!now?.report) return null;
        id.current = now.report.id;
        return baseOf(now);
      },
      failureOf,
      keep: (kept) => putLocal(account, key, kept),
      forget: () => removeLocal(account, key),
      now: () => new Date(),
    });
  });
  const base = useMemo(() => baseOf(entry), [entry]);
  return {
    keeper,
    keeping: useKeeper(keeper, base),
    reportId: () => entry.report?.id ?? id.current,
  };
}
