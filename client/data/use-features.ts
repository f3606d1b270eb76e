import { keepPreviousData, useQuery } from "@tanstack/react-query";
import type { MapQuery } from "#domain/query.ts";
import type { View } from "#domain/view.ts";
import { answerTo } from "./ask.ts";

export const featuresInput = (view: View): MapQuery => ({
  filter: view.filter,
  ...(view.asOf === null ? {} : { asOf: view.asOf }),
  later: view.layers.includes("later"),
  guofa21: view.layers.includes("guofa21"),
});

/** Points and corridors of the items that match, of the whole: the drilled region's neighbours keep theirs. */
export function useFeatures(view: View) {
  return useQuery({
    ...answerTo("map", "features", featuresInput(view)),
    placeholderData: keepPreviousData,
  });
}
