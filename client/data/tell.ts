import type { inferRouterInputs, inferRouterOutputs } from "@trpc/server";
import type { AppRouter } from "#server/router.ts";
import { type Envelope, fetchJson, unwrap } from "./answer.ts";

/** Asks the server to do something: on the wire a tRPC mutation is a POST with the input as its body. */
type Inputs = inferRouterInputs<AppRouter>;
type Outputs = inferRouterOutputs<AppRouter>;
type Noun = keyof Outputs & keyof Inputs & string;
type Doing<N extends Noun> = {
  [V in keyof AppRouter[N]]: AppRouter[N][V] extends { _def: { type: "mutation" } } ? V : never;
}[keyof AppRouter[N]];
type Verb<N extends Noun> = Doing<N> & keyof Outputs[N] & keyof Inputs[N] & string;

/** @throws AskError */
export async function tell<N extends Noun, V extends Verb<N>>(
  noun: N,
  verb: V,
  input: Inputs[N][V],
): Promise<Outputs[N][V]> {
  const path = `${noun}.${verb}`;
  const init = {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(input),
  };
  return unwrap(await fetchJson<Envelope<Outputs[N][V]>>(path, "", init), path, 0);
}
