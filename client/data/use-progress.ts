import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { MEASURES } from "#domain/measure.ts";
import type { ProgressQuery } from "#domain/query.ts";
import type { View } from "#domain/view.ts";
import { answerTo, queryClient } from "./ask.ts";

export function progressInput(view: View, level: "reporting" | "county"): ProgressQuery {
  return {
    level,
    measure: view.measure,
    filter: view.filter,
    ...(view.asOf === null ? {} : { asOf: view.asOf }),
  };
}

/** Values of every region for the view's measure: of the whole, so that neighbours of a region keep theirs. */
export function useProgress(view: View) {
  const reporting = useQuery({
    ...answerTo("progress", "byRegion", progressInput(view, "reporting")),
    placeholderData: keepPreviousData,
  });
  const county = useQuery({
    ...answerTo("progress", "byRegion", progressInput(view, "county")),
    placeholderData: keepPreviousData,
  });
  return { reporting, county };
}

/** Every measure's values, so that the one chosen next is there already: some 2 KB each, and asked for once. */
export function prefetchMeasures(view: View): void {
  for (const measure of MEASURES) {
    for (const level of ["reporting", "county"] as const) {
      const input = progressInput({ ...view, measure }, level);
      void queryClient.prefetchQuery(answerTo("progress", "byRegion", input));
    }
  }
}
