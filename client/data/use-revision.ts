import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { page } from "./page.ts";
import { watchRevision } from "./watch-revision.ts";

/**
 * Follows the ledger: each new revision makes every answer stale, and `<html data-revision>` names the one
 * on screen. `ready` waits for the map: the stream must not take its place among the first requests.
 */
export function useRevision(ready: boolean): void {
  const queries = useQueryClient();
  useEffect(() => {
    if (!ready) return;
    let current = page.revision;
    return watchRevision((revision) => {
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
    });
  }, [ready, queries]);
}
