/**
 * What rules and the ledger throw. They know nothing of HTTP: `server/trpc.ts` alone gives them codes.
 */
export type InputIssue = { path: (string | number)[]; message: string };

/** The asker's mistake, named at its field. */
export class InvalidInputError extends Error {
  readonly issues: readonly InputIssue[];
  constructor(issues: readonly InputIssue[]) {
    super(issues.map((issue) => `${issue.path.join(".") || "input"}: ${issue.message}`).join("; "));
    this.name = "InvalidInputError";
    this.issues = issues;
  }
}

export class NotFoundError extends Error {
  /** Without `id` where that is a secret, which no answer repeats. */
  constructor(noun: string, id?: string) {
    super(id === undefined ? `there is no such ${noun}` : `no ${noun} has the id ${id}`);
    this.name = "NotFoundError";
  }
}

/** What is asked for does not go with how things stand at the moment. */
export class ConflictError extends Error {
  constructor(message: string) {
    super(message);
    this.name = "ConflictError";
  }
}

export class TooManyError extends Error {
  constructor(message: string) {
    super(message);
    this.name = "TooManyError";
  }
}
