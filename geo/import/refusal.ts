/** The file cannot be taken. The message is one sentence for the person who gave it: what is wrong, where, what to do. */
export class ImportRefusal extends Error {
  override readonly name = "ImportRefusal";
}
