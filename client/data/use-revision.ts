import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { page } from "./page.ts";

const RETRY_MS = 5000;

/**
 * Follows the ledger: each new revision makes every answer stale, and `<html data-revision>` names the one
 * on screen. `ready` waits for the map: the stream must not take its place among the first requests.
 */
export function useRevision(ready: boolean): void {
  const queries = useQueryClient();
  useEffect(() => {
    if (!ready) return;
    let current = page.revision;
    let stop = () => {};
    let ended = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const follow = async () => {
      const { watchRevision } = await import("./watch-revision.ts");
      if (ended) return;
      stop = watchRevision(
        (revision) => {
          if (revision === current) return;
          current = revision;
          void queries.invalidateQueries().then(() => {
            document.documentElement.dataset.revision = String(revision);
          });
        },
        () => {
          timer = setTimeout(follow, RETRY_MS);
        },
      );
    };
    void follow();
    return () => {
      ended = true;
      clearTimeout(timer);
      stop();
    };
  }, [ready, queries]);
}
