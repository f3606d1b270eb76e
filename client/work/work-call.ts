/** The procedures of every noun of the office's work. Which noun it is only a caller knows: the types are tied here. */
import { queryOptions } from "@tanstack/react-query";
import type { WorkList, WorkPage, WorkRead, WorkSave, WorkStep } from "#domain/work/exchange.ts";
import type { WorkNoun } from "#domain/work/nouns.ts";
import { type Work, wayOf } from "#domain/work/work.ts";
import { ask, type Input, tell } from "../desk/call.ts";

export const workList = <N extends WorkNoun>(noun: N, asked: WorkList<N>) =>
  queryOptions({
    queryKey: [noun, "list", asked],
    queryFn: async ({ signal }) =>
      (await ask(noun, "list", asked as Input<N, "list">, signal)) as unknown as WorkPage<N>,
  });

/** @throws CallError */
export const askWork = async <N extends WorkNoun>(
  noun: N,
  id: string,
  signal?: AbortSignal,
): Promise<WorkRead<N>> =>
  (await ask(noun, "get", { id } as Input<N, "get">, signal)) as unknown as WorkRead<N>;

export const workRead = <N extends WorkNoun>(noun: N, id: string) =>
  queryOptions({ queryKey: [noun, "get", id], queryFn: ({ signal }) => askWork(noun, id, signal) });

/** @throws CallError */
export const saveWork = async <N extends WorkNoun>(noun: N, asked: WorkSave<N>): Promise<Work<N>> =>
  (await tell(noun, "save", asked as Input<N, "save">)) as unknown as Work<N>;

const VERBS = {
  "work.manage": "manage",
  "work.plan": "plan",
  "work.report": "report",
  "work.receive": "receive",
} as const;

/** Takes a step by the procedure whose right it is. @throws CallError */
export async function stepWork<N extends WorkNoun>(noun: N, asked: WorkStep<N>): Promise<Work<N>> {
  const verb = VERBS[wayOf(noun)[asked.step]?.action ?? "work.manage"];
  return (await tell(noun, verb, asked as Input<N, typeof verb>)) as unknown as Work<N>;
}
