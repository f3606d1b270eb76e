/** A file is not taken: says why, for whoever sent it. */
export class FileRefusal extends Error {
  constructor(message: string) {
    super(message);
    this.name = "FileRefusal";
  }
}
