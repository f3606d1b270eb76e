/** What the server answers on the wire: tRPC's envelope, in JSON. */
export type Envelope<T> = { result: { data: T } } | { error: { data?: { code?: string } } };

/** `code` is tRPC's (`NOT_FOUND` …), `OFFLINE` where no answer came, `UNREADABLE` where it was none of ours. */
export class AskError extends Error {
  readonly code: string;
  readonly status: number;

  constructor(code: string, status: number, path: string) {
    super(`${path}: ${code}`);
    this.name = "AskError";
    this.code = code;
    this.status = status;
  }
}

/** `query` with its `?`. @throws AskError */
export async function fetchJson<T>(path: string, query: string, init: RequestInit): Promise<T> {
  let answer: Response;
  try {
    answer = await fetch(`/trpc/${path}${query}`, init);
  } catch (error) {
    if (init.signal?.aborted) throw error;
    throw new AskError("OFFLINE", 0, path);
  }
  try {
    return (await answer.json()) as T;
  } catch {
    throw new AskError("UNREADABLE", answer.status, path);
  }
}

/** @throws AskError */
export function unwrap<T>(envelope: Envelope<T>, path: string, status: number): T {
  if ("result" in envelope) return envelope.result.data;
  throw new AskError(envelope.error.data?.code ?? "UNREADABLE", status, path);
}
