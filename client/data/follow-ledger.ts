import type { QueryClient } from "@tanstack/react-query";
import type { StreamState } from "./event-stream.ts";
import { leaveLedger } from "./leave-ledger.ts";
import type { StreamClass } from "./shared-stream.ts";
import { tellLiveness } from "./use-liveness.ts";
import { watchRevision } from "./watch-revision.ts";

type Telling = {
  /** Before the answers of a newer revision are asked for. */
  readonly onStale?: () => void;
  /** Once they are here. */
  readonly onFresh?: () => void;
  /** Whether the server is there to be followed. */
  readonly onState?: (state: StreamState) => void;
  /** How the stream of revisions is held. */
  readonly Stream?: StreamClass;
};

/**
 * Follows the ledger: each new revision makes every answer of `queries` stale, and `<html data-revision>` names the one
 * on screen. Who may not read it any more leaves it. Answers a function that ends it.
 */
export function followLedger(
  queries: QueryClient,
  { onStale, onFresh, onState, Stream }: Telling = {},
): () => void {
  let current = Number(document.documentElement.dataset.revision);
  const onRevision = (revision: number) => {
    if (revision === current) return;
    const before = current;
    current = revision;
    onStale?.();
    queries.invalidateQueries({}, { throwOnError: true }).then(
      () => {
        document.documentElement.dataset.revision = String(revision);
        onFresh?.();
      },
      () => {
        // What is on screen is the older one's still: the stream's next word of it is heard again.
        if (current === revision) current = before;
      },
    );
  };
  return watchRevision(
    {
      onRevision,
      onRefused: () => void leaveLedger(),
      onState(state, since) {
        tellLiveness(state, since);
        onState?.(state);
      },
    },
    Stream,
  );
}
