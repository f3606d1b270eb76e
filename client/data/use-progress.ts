import { keepPreviousData, useQuery } from "@tanstack/react-query";
import type { ProgressQuery } from "#domain/query.ts";
import type { View } from "#domain/view.ts";
import { answerTo } from "./ask.ts";

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
