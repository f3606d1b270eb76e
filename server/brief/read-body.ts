import type { IncomingMessage } from "node:http";

export class BodyTooLarge extends Error {
  constructor(most: number) {
    super(`A request holds ${Math.floor(most / 1024 / 1024)} MB at most.`);
    this.name = "BodyTooLarge";
  }
}

/**
 * The whole body, which its length announces or its bytes show to be no larger than `most`.
 * @throws BodyTooLarge, an AbortError where the sender leaves, or why `signal` was aborted
 */
export async function readBody(req: IncomingMessage, most: number, signal: AbortSignal): Promise<Buffer> {
  if (Number(req.headers["content-length"] ?? 0) > most) throw new BodyTooLarge(most);
  const pieces: Buffer[] = [];
  let length = 0;
  // Not `for await`: leaving that would destroy the connection before the answer is sent.
  return await new Promise<Buffer>((done, fail) => {
    // Once: what is left of a refused body is read on by whoever refuses it.
    const stop = (why: unknown) => {
      if (req.listeners("data").includes(take)) req.off("data", take).pause();
      fail(why);
    };
    const take = (piece: Buffer) => {
      length += piece.length;
      if (length > most) stop(new BodyTooLarge(most));
      else pieces.push(piece);
    };
    const gone = () => stop(new DOMException("the sender left", "AbortError"));
    signal.addEventListener("abort", () => stop(signal.reason), { once: true });
    req.once("close", () => (req.complete ? undefined : gone()));
    req.once("error", gone);
    req.on("data", take);
    req.once("end", () => done(Buffer.concat(pieces)));
  });
}
