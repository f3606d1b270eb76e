/** Why a file is not there; each has its words. */
export type WriteRefusal = "busy" | "tooLarge" | "diskFull" | "gone" | "forbidden" | "offline" | "server";

export class WriteError extends Error {
  readonly why: WriteRefusal;
  constructor(why: WriteRefusal) {
    super(`brief: ${why}`);
    this.name = "WriteError";
    this.why = why;
  }
}

const WHY: Record<number, WriteRefusal> = {
  403: "forbidden",
  404: "gone",
  413: "tooLarge",
  429: "busy",
  503: "busy",
  507: "diskFull",
};

/** An answer that is none of a refusal. @throws WriteError, or an AbortError */
export async function send(
  method: "POST",
  address: string,
  signal: AbortSignal | null,
  body?: Blob,
  type?: string,
): Promise<Response> {
  let answer: Response;
  try {
    answer = await fetch(address, {
      method,
      ...(type === undefined ? {} : { headers: { "Content-Type": type } }),
      ...(body === undefined ? {} : { body }),
      signal,
    });
  } catch (error) {
    signal?.throwIfAborted();
    console.warn(error);
    throw new WriteError("offline");
  }
  if (answer.ok) return answer;
  throw new WriteError(WHY[answer.status] ?? "server");
}
