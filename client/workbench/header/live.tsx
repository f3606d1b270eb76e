import type { QueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { followLedger } from "../../data/follow-ledger.ts";
import { OfflineWord } from "../../offline/offline-word.tsx";

type LiveProps = {
  queries: QueryClient;
  /** The month shown, YYYY-MM. */
  asOf: string;
};

/** Keeps the page at what the server has, and says so where it cannot. */
export function Live({ queries, asOf }: LiveProps) {
  useEffect(() => followLedger(queries), [queries]);
  return <OfflineWord asOf={asOf} />;
}
