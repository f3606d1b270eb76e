import type { QueryClient } from "@tanstack/react-query";
import { useRevision } from "../../data/use-revision.ts";
import { OfflineWord } from "../../offline/offline-word.tsx";

type LiveProps = {
  queries: QueryClient;
  /** The month shown, YYYY-MM. */
  asOf: string;
};

/** Keeps the page at what the server has, and says so where it cannot. */
export function Live({ queries, asOf }: LiveProps) {
  useRevision(queries);
  return <OfflineWord asOf={asOf} />;
}
