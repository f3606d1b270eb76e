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
  constructor(noun: string, id: string) {
    super(`no ${noun} has the id ${id}`);
    this.name = "NotFoundError";
  }
}
