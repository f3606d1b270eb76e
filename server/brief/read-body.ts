import type { IncomingMessage } from "node:http";

export class BodyTooLarge extends Error {
  constructor(most: number) {
    super(`A request holds ${Math.floor(most / 1024 / 1024)} MB at most.`);
    this.name = "BodyTooLarge";
  }
}

/**
 * The whole body, which its length announces or its bytes show to be no larger than `most`.
 * @throws BodyTooLarge, or an AbortError where it takes too long or the sender leaves
 */
export async function readBody(req: IncomingMessage, most: number, signal: AbortSignal): Promise<Buffer> {
  if (Number(req.headers["content-length"] ?? 0) > most) throw new BodyTooLarge(most);
  const pieces: Buffer[] = [];
  let length = 0;
  // Not `for await`: leaving that would destroy the connection before the answer is sent.
  return await new Promise<Buffer>((done, fail) => {
    const gone = () => fail(Object.assign(new Error("the sender left"), { code: "ABORT_ERR" }));
    signal.addEventListener("abort", gone, { once: true });
    req.once("close", () => (req.complete ? undefined : gone()));
    req.once("error", gone);
    req.on("data", (piece: Buffer) => {
      length += piece.length;
      if (length > most) {
        req.pause();
        fail(new BodyTooLarge(most));
      } else pieces.push(piece);
    });
    req.once("end", () => done(Buffer.concat(pieces)));
  });
}
