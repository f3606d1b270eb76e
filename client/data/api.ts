import { QueryClient } from "@tanstack/react-query";
import { createTRPCClient, httpBatchLink, TRPCClientError } from "@trpc/client";
import { createTRPCOptionsProxy } from "@trpc/tanstack-react-query";
import type { AppRouter } from "#server/router.ts";

const MAX_ATTEMPTS = 3;

/** A refusal is an answer: only what may pass by itself (network, 5xx) is asked again. */
function mayPass(error: unknown): boolean {
  const status = error instanceof TRPCClientError ? Number(error.data?.httpStatus ?? 0) : 0;
  return status === 0 || status >= 500;
}

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      // A revision message makes answers stale, not the clock.
      staleTime: Number.POSITIVE_INFINITY,
      gcTime: 10 * 60_000,
      refetchOnWindowFocus: false,
      retry: (failures, error) => failures < MAX_ATTEMPTS - 1 && mayPass(error),
      retryDelay: (failures) => 400 * 2 ** failures,
      // An intranet has no "online" worth trusting: ask, and say what came of it.
      networkMode: "always",
    },
  },
});

export const client = createTRPCClient<AppRouter>({
  links: [httpBatchLink({ url: "/trpc", maxItems: 20, maxURLLength: 8000 })],
});

export const api = createTRPCOptionsProxy<AppRouter>({ client, queryClient });
