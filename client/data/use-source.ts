import { useQuery } from "@tanstack/react-query";
import { DEFAULT_VIEW } from "#domain/view.ts";
import { answerTo } from "./ask.ts";
import { useLedger } from "./use-summary.ts";

export const useSource = (id: string, enabled = true) =>
  useQuery({ ...answerTo("source", "get", { id }), enabled });

/** Id of the document that the statistics come from; null until they are here. */
export function useMainSourceId(): string | null {
  return useLedger(DEFAULT_VIEW).data?.statistics[0]?.source.document ?? null;
}
