import { useMutation, useQuery } from "@tanstack/react-query";
import type { SessionState } from "#domain/people/session.ts";
import { answerTo, queryClient, tell } from "./call.ts";
import { purgeLocal } from "./local-drafts.ts";
import { heardOf, leaveSeat, seatNow } from "./seat.ts";
import { sayToTabs } from "./tabs.ts";

export type { Account } from "./seat.ts";

const STATE = answerTo("session", "state", undefined);

/** Who is signed in, as far as the server knows; undefined until it has said so. */
export const useSession = () => useQuery(STATE);

/** Asks anew who is signed in, for something here has changed it. @throws CallError */
export async function refreshSession(): Promise<SessionState> {
  const state = await queryClient.fetchQuery({ ...STATE, staleTime: 0 });
  heardOf(state);
  return state;
}

/** The same, and the other tabs hear of it. @throws CallError */
export async function sessionChanged(): Promise<SessionState> {
  const state = await refreshSession();
  sayToTabs({ kind: "changed" });
  return state;
}

/** Takes away all that this browser keeps of an account. */
export function forget(accountId: string): void {
  purgeLocal(accountId);
  const isState = (key: readonly unknown[]) => key[0] === STATE.queryKey[0] && key[1] === STATE.queryKey[1];
  queryClient.removeQueries({ predicate: ({ queryKey }) => !isState(queryKey) });
}

/** Nobody sits here any longer, and nothing of him is left. */
export async function leaveDesk(accountId: string): Promise<void> {
  leaveSeat();
  forget(accountId);
  await refreshSession();
}

/** Ends the session in every tab of this browser. */
export function useSignOut() {
  return useMutation({
    mutationFn: () => tell("session", "signOut", undefined),
    onSuccess: async () => {
      const { account } = seatNow();
      if (account === null) return;
      sayToTabs({ kind: "left", account: account.id });
      await leaveDesk(account.id);
    },
  });
}
