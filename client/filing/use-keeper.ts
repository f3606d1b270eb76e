import { useEffect, useSyncExternalStore } from "react";
import { CallError, codeOf } from "../desk/call.ts";
import type { Base, Failure, Keeper, Keeping } from "./keeper.ts";

/** What a failed save means for what was typed. */
export function failureOf(error: unknown): Failure {
  const code = codeOf(error);
  if (code === "CONFLICT" && error instanceof CallError) {
    const { by = "—", at = new Date().toISOString() } = error.refusal.conflict ?? {};
    return { why: "conflict", by, at };
  }
  if (code === "UNAUTHORIZED") return { why: "signedOut" };
  return { why: ["FORBIDDEN", "BAD_REQUEST", "NOT_FOUND"].includes(code) ? "refused" : "offline" };
}

/** How a keeper stands, which works as long as its form is there; it takes over what the server has newer. */
export function useKeeper<Content>(keeper: Keeper<Content>, base: Base<Content>): Keeping<Content> {
  useEffect(() => {
    keeper.start();
    const again = () => keeper.start();
    addEventListener("online", again);
    return () => {
      removeEventListener("online", again);
      keeper.stop();
    };
  }, [keeper]);
  useEffect(() => keeper.adopt(base), [keeper, base]);
  return useSyncExternalStore(keeper.listen, keeper.look);
}
