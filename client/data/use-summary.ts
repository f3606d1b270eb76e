import { keepPreviousData, useQuery } from "@tanstack/react-query";
import type { Filter } from "#domain/filter.ts";
import { effectiveFilter, type View } from "#domain/view.ts";
import { without } from "../view/change-filter.ts";
import { answerTo } from "./ask.ts";

export const summaryInput = (filter: Filter, asOf: string | null) => ({
  filter,
  ...(asOf === null ? {} : { asOf }),
});

function useSummaryOf(filter: Filter, asOf: string | null) {
  return useQuery({
    ...answerTo("progress", "summary", summaryInput(filter, asOf)),
    placeholderData: keepPreviousData,
  });
}

/** The source's statistics, and the ledger's counts of the whole: neither follows the filter. */
export const useLedger = (view: View) => useSummaryOf({}, view.asOf);

/** Counts of what the list shows. */
export const useSummary = (view: View) => useSummaryOf(effectiveFilter(view), view.asOf);

/** Counts to choose `key` by: its own choice left out, or every other member would count 0. */
export const useFacet = (view: View, key: keyof Filter) =>
  useSummaryOf(without(effectiveFilter(view), key), view.asOf);
