import { createTRPCClient, httpSubscriptionLink } from "@trpc/client";
import type { AppRouter } from "#server/router.ts";

/** Calls `onRevision` for every revision the server tells of. Answers a function that ends it. */
export function watchRevision(onRevision: (revision: number) => void, onLost: () => void): () => void {
  const stream = createTRPCClient<AppRouter>({ links: [httpSubscriptionLink({ url: "/trpc" })] });
  const subscription = stream.revision.watch.subscribe(undefined, {
    onData: onRevision,
    onError: onLost,
  });
  return () => subscription.unsubscribe();
}
