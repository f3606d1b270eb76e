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
