import { EventStream } from "./event-stream.ts";

type Hearing<T> = {
  onWord: (word: T) => void;
  /** The stream is open: at first, and again after each cut. */
  onUp?: () => void;
  onDown?: () => void;
};

/**
 * Hears a subscription of tRPC's by a stream of its own. The server's words are those of this build: read, not checked
 * again. Answers what ends it.
 */
export function hearStream<T>(
  path: string,
  input: unknown,
  { onWord, onUp, onDown }: Hearing<T>,
): () => void {
  const stream = new EventStream(`/trpc/${path}?input=${encodeURIComponent(JSON.stringify(input))}`, {
    onMessage: (data) => onWord(data as T),
    trustsGreeting: true,
    onState: (state) => (state === "open" ? onUp?.() : onDown?.()),
  });
  return () => stream.close();
}
