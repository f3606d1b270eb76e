import type { QueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { tellLiveness } from "./use-liveness.ts";
import { watchRevision } from "./watch-revision.ts";

/**
 * Follows the ledger: each new revision makes every answer of `queries` stale, and `<html data-revision>` names the one
 * on screen.
 */
export function useRevision(queries: QueryClient): void {
  useEffect(() => {
    let current = Number(document.documentElement.dataset.revision);
    const onRevision = (revision: number) => {
      if (revision === current) return;
      const before = current;
      current = revision;
      queries.invalidateQueries({}, { throwOnError: true }).then(
        () => {
          document.documentElement.dataset.revision = String(revision);
        },
        () => {
          // What is on screen is the older one's still: the stream's next word of it is heard again.
          if (current === revision) current = before;
        },
      );
    };
    return watchRevision({ onRevision, onState: tellLiveness });
  }, [queries]);
}
