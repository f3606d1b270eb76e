import { effectiveFilter, type View } from "#domain/view.ts";
import { api, queryClient } from "./api.ts";
import { page } from "./page.ts";
import { featuresInput } from "./use-features.ts";
import { progressInput } from "./use-progress.ts";
import { summaryInput } from "./use-summary.ts";

/** Puts the answers that came with the HTML where the hooks look for them, so that none is asked for twice. */
export function primeCache(view: View): void {
  queryClient.setQueryData(
    api.progress.byRegion.queryKey(progressInput(view, "reporting")),
    page.progress.reporting,
  );
  queryClient.setQueryData(
    api.progress.byRegion.queryKey(progressInput(view, "county")),
    page.progress.county,
  );
  queryClient.setQueryData(api.map.features.queryKey(featuresInput(view)), page.features);
  queryClient.setQueryData(
    api.progress.summary.queryKey(summaryInput(effectiveFilter(view), view.asOf)),
    page.summary,
  );
}
