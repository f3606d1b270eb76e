import { QueryClient, queryOptions } from "@tanstack/react-query";
import type { inferRouterInputs, inferRouterOutputs } from "@trpc/server";
import type { AppRouter } from "#server/router.ts";
import { AskError, type Envelope, fetchJson, unwrap } from "./answer.ts";

/**
 * Questions to the server, typed by its router. On the wire a tRPC query is a GET with JSON in it and JSON
 * back (ARCHITECTURE.md), so the types are all that is taken from tRPC: its client would add 11 KB before the
 * map, and one GET for each question lets the browser revalidate each by its ETag.
 */
type Inputs = inferRouterInputs<AppRouter>;
type Outputs = inferRouterOutputs<AppRouter>;
type Noun = keyof Outputs & keyof Inputs & string;
type Verb<N extends Noun> = keyof Outputs[N] & keyof Inputs[N] & string;
const asQuery = (input: unknown): string => `input=${encodeURIComponent(JSON.stringify(input))}`;

/** @throws AskError */
export async function ask<N extends Noun, V extends Verb<N>>(
  noun: N,
  verb: V,
  input: Inputs[N][V],
  signal?: AbortSignal,
): Promise<Outputs[N][V]> {
  const path = `${noun}.${verb}`;
  const query = input === undefined ? "" : `?${asQuery(input)}`;
  return unwrap(await fetchJson<Envelope<Outputs[N][V]>>(path, query, signal ? { signal } : {}), path, 0);
}

/** The answer of whichever knows the id: project and policy asked in one request. @throws AskError */
export async function askItem(
  input: Inputs["project"]["get"],
  signal: AbortSignal,
): Promise<Outputs["project"]["get"]> {
  const path = "project.get,policy.get";
  const answers = await fetchJson<Envelope<Outputs["project"]["get"]>[]>(
    path,
    `?batch=1&${asQuery({ 0: input, 1: input })}`,
    { signal },
  );
  const known = answers.find((answer) => "result" in answer) ?? answers[0];
  if (!known) throw new AskError("UNREADABLE", 0, path);
  return unwrap(known, path, 0);
}

/** A question as the query cache keeps it. */
export const answerTo = <N extends Noun, V extends Verb<N>>(noun: N, verb: V, input: Inputs[N][V]) =>
  queryOptions({
    queryKey: [noun, verb, input],
    queryFn: ({ signal }) => ask(noun, verb, input, signal),
  });

const MAX_ATTEMPTS = 3;
/** A refusal is an answer: only what may pass by itself is asked again. */
const mayPass = (error: unknown) =>
  error instanceof AskError && ["OFFLINE", "UNREADABLE", "INTERNAL_SERVER_ERROR"].includes(error.code);

/** What failed as often as it was tried is asked again after so long, ms: a page that nobody touches mends itself. */
const AGAIN_MS = 60_000;

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      // A revision message makes answers stale, not the clock.
      staleTime: Number.POSITIVE_INFINITY,
      gcTime: 10 * 60_000,
      refetchOnWindowFocus: false,
      retry: (failures, error) => failures < MAX_ATTEMPTS - 1 && mayPass(error),
      retryDelay: (failures) => 400 * 2 ** failures,
      refetchInterval: ({ state }) => (state.status === "error" && mayPass(state.error) ? AGAIN_MS : false),
      // An intranet has no "online" worth trusting: ask, and say what came of it.
      networkMode: "always",
    },
  },
});
