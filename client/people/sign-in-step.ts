import type { SessionState } from "#domain/people/session.ts";

/** What is to be done next at the door; `in` is nothing more. */
export type SignInStep = "password" | "code" | "enrol" | "renew" | "in";

/** @param isPutOff true where a password that should be renewed is kept for now */
export function signInStep(
  { account, signedIn, needs }: Pick<SessionState, "account" | "signedIn" | "needs">,
  isPutOff = false,
): SignInStep {
  if (account === null) return "password";
  if (needs.includes("second-factor")) return "code";
  if (needs.includes("enrol")) return "enrol";
  if (!signedIn) return "password";
  return needs.includes("new-password") && account.hasPassword && !isPutOff ? "renew" : "in";
}
