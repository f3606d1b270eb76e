import { StartError } from "../start-error.ts";

/** An argument that cannot be meant: which, and what was expected. */
export class ArgumentError extends Error {
  constructor(sentence: string) {
    super(sentence);
    this.name = "ArgumentError";
  }
}

/** Why there is no file: one sentence for whoever runs the command. */
export class Refusal extends Error {
  constructor(sentence: string, options?: ErrorOptions) {
    super(sentence, options);
    this.name = "Refusal";
  }
}

/** One line on whatever ended the command; what nobody foresaw says so. */
export function sentenceOf(error: unknown): string {
  const said = error instanceof Error ? error.message : String(error);
  const line = said.replace(/\s+/g, " ").trim();
  if ([ArgumentError, Refusal, StartError].some((kind) => error instanceof kind)) return line;
  const name = error instanceof Error && error.name !== "Error" ? `${error.name}: ` : "";
  return `The command failed in a way that nobody foresaw: ${name}${line}`;
}
