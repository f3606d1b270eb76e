import { useTranslation } from "react-i18next";
import { CallError, codeOf } from "../desk/call.ts";
import type { people } from "../words/zh-CN/people.ts";
import { momentOf } from "./moment.ts";

type Key = keyof typeof people.problem;

/** What a code means on the page that asked; what is left out means what it always does. */
export type Meanings = Partial<Record<"UNAUTHORIZED" | "NOT_FOUND" | "CONFLICT" | "BAD_REQUEST", Key>>;

const USUAL: Record<string, Key> = {
  UNAUTHORIZED: "wrong",
  NOT_FOUND: "gone",
  CONFLICT: "changed",
  BAD_REQUEST: "input",
  FORBIDDEN: "forbidden",
  OFFLINE: "offline",
};

/** Which sentence says what was refused, and until when where that is known. */
export function problemOf(error: unknown, meanings: Meanings = {}): { key: Key; until?: string } {
  const code = codeOf(error);
  if (code === "TOO_MANY_REQUESTS") {
    const until = error instanceof CallError ? error.refusal.until : undefined;
    return until === undefined ? { key: "busy" } : { key: "blocked", until };
  }
  const own = (meanings as Record<string, Key | undefined>)[code];
  return { key: own ?? USUAL[code] ?? "server" };
}

/** What the server said of one field, or undefined. */
export function issueAt(error: unknown, field: string): string | undefined {
  if (!(error instanceof CallError)) return undefined;
  return error.refusal.issues?.find(({ path }) => path[0] === field)?.message;
}

/** The sentence itself, for null none. */
export function useProblem(): (error: unknown, meanings?: Meanings) => string | undefined {
  const { t } = useTranslation();
  return (error, meanings) => {
    if (error === null || error === undefined) return undefined;
    const { key, until } = problemOf(error, meanings);
    return t(`people.problem.${key}`, { time: until === undefined ? "" : momentOf(until) });
  };
}
