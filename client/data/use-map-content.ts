import { useMemo } from "react";
import type { View } from "#domain/view.ts";
import { page } from "./page.ts";
import { useFeatures } from "./use-features.ts";
import { useProgress } from "./use-progress.ts";

/** What the map of a view shows, as the page brought it until answers come, and the questions it is made of. */
export function useMapContent(view: View) {
  const { reporting, county } = useProgress(view);
  const features = useFeatures(view);
  const progress = useMemo(
    () => ({
      reporting: reporting.data ?? page.progress.reporting,
      county: county.data ?? page.progress.county,
    }),
    [reporting.data, county.data],
  );
  return { progress, features: features.data ?? page.features, asked: [reporting, county, features] };
}
