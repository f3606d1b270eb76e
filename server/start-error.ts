/** Why the server does not start: one sentence for the person who started it. `main.ts` prints it and exits. */
export class StartError extends Error {
  constructor(sentence: string, options?: ErrorOptions) {
    super(sentence, options);
    this.name = "StartError";
  }
}
