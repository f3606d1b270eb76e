import { ProviderError } from "./people.ts";

/** For one answer of a provider. */
export const ANSWER_MS = 5000;
const MOST_BYTES = 256 * 1024;

/**
 * Asks a provider, follows it nowhere, and takes no more than 256 KB of what it says in five seconds.
 * @throws ProviderError
 */
export async function boundedFetch(url: string, init: RequestInit = {}): Promise<Response> {
  const signals = [AbortSignal.timeout(ANSWER_MS), ...(init.signal ? [init.signal] : [])];
  try {
    const answer = await fetch(url, { ...init, redirect: "manual", signal: AbortSignal.any(signals) });
    const pieces: Uint8Array[] = [];
    let bytes = 0;
    for await (const piece of answer.body ?? []) {
      bytes += piece.byteLength;
      if (bytes > MOST_BYTES) throw new ProviderError("the provider's answer is too long");
      pieces.push(piece);
    }
    const { status, headers } = answer;
    return new Response(bytes === 0 ? null : Buffer.concat(pieces), { status, headers });
  } catch (cause) {
    if (cause instanceof ProviderError) throw cause;
    throw new ProviderError(`the provider gave no answer (${String(cause)})`, { cause });
  }
}
