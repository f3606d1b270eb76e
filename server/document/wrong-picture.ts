/** Thrown where a picture is not the one that its page asks for. */
export class WrongPicture extends Error {
  constructor(message: string) {
    super(message);
    this.name = "WrongPicture";
  }
}
