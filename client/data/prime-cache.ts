import { effectiveFilter, type View } from "#domain/view.ts";
import { answerTo, queryClient } from "./ask.ts";
import { page } from "./page.ts";
import { featuresInput } from "./use-features.ts";
import { progressInput } from "./use-progress.ts";
import { summaryInput } from "./use-summary.ts";

/** Puts the answers that came with the HTML where the hooks look for them, so that none is asked for twice. */
export function primeCache(view: View): void {
  const { reporting, county } = page.progress;
  const put = queryClient.setQueryData.bind(queryClient);
  put(answerTo("progress", "byRegion", progressInput(view, "reporting")).queryKey, reporting);
  put(answerTo("progress", "byRegion", progressInput(view, "county")).queryKey, county);
  put(answerTo("map", "features", featuresInput(view)).queryKey, page.features);
  put(answerTo("progress", "summary", summaryInput(effectiveFilter(view), view.asOf)).queryKey, page.summary);
}
