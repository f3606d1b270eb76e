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

/** Who came first, when (ISO 8601), and what the thing's edition is since. */
export type Meanwhile = { by: string; at: string; edition: number };

/** What is asked for does not go with how things stand at the moment. */
export class ConflictError extends Error {
  /** Where somebody else changed it meanwhile. */
  readonly meanwhile: Meanwhile | undefined;
  constructor(message: string, meanwhile?: Meanwhile) {
    super(message);
    this.name = "ConflictError";
    this.meanwhile = meanwhile;
  }
}

/** Whether it was done is not known: the disk failed as it was kept. Who asked looks before he asks again. */
export class UncertainError extends Error {
  constructor(cause: Error) {
    super(`it is not known whether it was done: ${cause.message}`, { cause });
    this.name = "UncertainError";
  }
}

export class TooManyError extends Error {
  /** When it may be tried again (ISO 8601), where that is known. */
  readonly until: string | undefined;
  constructor(message: string, until?: string) {
    super(message);
    this.name = "TooManyError";
    this.until = until;
  }
}

/** Nobody has signed in, and what is asked for is not open to all. */
export class UnauthorizedError extends Error {
  constructor(message = "please sign in") {
    super(message);
    this.name = "UnauthorizedError";
  }
}

/** Who asks may not do this, or not here. */
export class ForbiddenError extends Error {
  constructor(message = "your account may not do this") {
    super(message);
    this.name = "ForbiddenError";
  }
}
