import { QueryClient, queryOptions } from "@tanstack/react-query";
import type { inferRouterInputs, inferRouterOutputs } from "@trpc/server";
import type { AppRouter } from "#server/router.ts";
import { heardOf, seatedAgain, seatNow } from "./seat.ts";

type Inputs = inferRouterInputs<AppRouter>;
type Outputs = inferRouterOutputs<AppRouter>;
type Noun = keyof Outputs & keyof Inputs & string;
type Verb<N extends Noun> = keyof Outputs[N] & keyof Inputs[N] & string;
export type Answer<N extends Noun, V extends Verb<N>> = Outputs[N][V];
export type Input<N extends Noun, V extends Verb<N>> = Inputs[N][V];

/** What a refusal says beside its code: fields at fault, and of a conflict who was faster. */
export type Refusal = {
  code: string;
  httpStatus?: number;
  requestId?: string;
  issues?: { path: (string | number)[]; message: string }[];
  conflict?: { by: string; at: string; edition: number };
  /** When it may be tried again, where too much was tried. */
  until?: string;
};

/** `code` is tRPC's (`CONFLICT` …), `OFFLINE` where no answer came, `UNREADABLE` where it was none of ours. */
export class CallError extends Error {
  readonly refusal: Refusal;

  constructor(refusal: Refusal, message: string) {
    super(message);
    this.name = "CallError";
    this.refusal = refusal;
  }
}

export const codeOf = (error: unknown): string =>
  error instanceof CallError ? error.refusal.code : "UNREADABLE";

type OnWire = Omit<Refusal, "conflict"> & { by?: string; at?: string; edition?: number };
type Envelope = { result: { data: unknown } } | { error: { message: string; data?: OnWire } };

/** As a refusal lies on the wire, who was faster stands beside the code. */
export function refusalOf({ by, at, edition, ...rest }: OnWire): Refusal {
  if (by === undefined || at === undefined || edition === undefined) return rest;
  return { ...rest, conflict: { by, at, edition } };
}

/** When a request last told the server that somebody is here, in ms since 1970. */
let usedAt = Date.now();
export const lastUse = (): number => usedAt;

const isOfSession = (path: string) => path.startsWith("session.");

/**
 * Where the session has ended while somebody sits here, waits until he has signed in again and asks once more: what
 * was refused was not done.
 * @throws CallError
 */
async function call(path: string, init: RequestInit): Promise<unknown> {
  try {
    return await callOnce(path, init);
  } catch (error) {
    if (codeOf(error) !== "UNAUTHORIZED" || seatNow().account === null) throw error;
    // A wrong code is refused in the same way: the state tells the two apart.
    heardOf(await ask("session", "state", undefined));
    if (isOfSession(path) || !(await seatedAgain()) || init.signal?.aborted) throw error;
    return callOnce(path, init);
  }
}

/** @throws CallError */
async function callOnce(path: string, init: RequestInit): Promise<unknown> {
  let answer: Response;
  try {
    answer = await fetch(`/trpc/${path}`, init);
  } catch (error) {
    if (init.signal?.aborted) throw error;
    throw new CallError({ code: "OFFLINE" }, path);
  }
  const envelope = await (answer.json() as Promise<Envelope>).catch(() => {
    throw new CallError({ code: "UNREADABLE", httpStatus: answer.status }, path);
  });
  if (!("result" in envelope))
    throw new CallError(refusalOf(envelope.error.data ?? { code: "UNREADABLE" }), envelope.error.message);
  // The server does not count what asks for the state as use (server/http/asker.ts).
  if (!path.startsWith("session.state")) usedAt = Date.now();
  return envelope.result.data;
}

/** Asks; nothing changes. @throws CallError */
export async function ask<N extends Noun, V extends Verb<N>>(
  noun: N,
  verb: V,
  input: Input<N, V>,
  signal?: AbortSignal,
): Promise<Answer<N, V>> {
  const query = input === undefined ? "" : `?input=${encodeURIComponent(JSON.stringify(input))}`;
  return (await call(`${noun}.${verb}${query}`, signal ? { signal } : {})) as Answer<N, V>;
}

/** Does something. @throws CallError */
export async function tell<N extends Noun, V extends Verb<N>>(
  noun: N,
  verb: V,
  input: Input<N, V>,
): Promise<Answer<N, V>> {
  return (await call(`${noun}.${verb}`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    ...(input === undefined ? {} : { body: JSON.stringify(input) }),
  })) as Answer<N, V>;
}

/** A question as the query cache keeps it. */
export const answerTo = <N extends Noun, V extends Verb<N>>(noun: N, verb: V, input: Input<N, V>) =>
  queryOptions({
    queryKey: [noun, verb, input],
    queryFn: ({ signal }) => ask(noun, verb, input, signal),
  });

const MAX_ATTEMPTS = 3;
/** A refusal is an answer: only what may pass by itself is asked again. */
const mayPass = (error: unknown) =>
  ["OFFLINE", "UNREADABLE", "INTERNAL_SERVER_ERROR"].includes(codeOf(error));

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      // Others work on the same months: what is looked at anew is asked anew.
      staleTime: 5_000,
      retry: (failures, error) => failures < MAX_ATTEMPTS - 1 && mayPass(error),
      retryDelay: (failures) => 400 * 2 ** failures,
      networkMode: "always",
    },
    mutations: { networkMode: "always" },
  },
});
