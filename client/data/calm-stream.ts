/** Waits between two attempts, ms: doubled each time, to a limit, and no two screens at once. */
const FIRST_WAIT_MS = 1000;
const LONGEST_WAIT_MS = 20_000;
/** The server gives a sign of life every fifteen seconds (server/trpc.ts): without one for so long, it is gone. */
const SILENCE_MS = 40_000;

export const waitMs = (failures: number, chance = Math.random()): number =>
  Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (failures - 1)) * (1 + chance / 2);

type Hearing<T> = {
  onWord: (word: T) => void;
  /** The stream is open: at first, and again after each cut. */
  onUp?: () => void;
  onDown?: () => void;
};

/**
 * Hears a subscription of tRPC's, which on the wire is plain server-sent events, and comes back to it with patience
 * when it was cut. The server's words are those of this build: read, not checked again. Answers what ends it.
 */
export function hearStream<T>(
  path: string,
  input: unknown,
  { onWord, onUp, onDown }: Hearing<T>,
): () => void {
  const address = `/trpc/${path}?input=${encodeURIComponent(JSON.stringify(input))}`;
  let stream: EventSource | null = null;
  let again: ReturnType<typeof setTimeout> | undefined;
  let silence: ReturnType<typeof setTimeout> | undefined;
  let failures = 0;

  const leave = () => {
    clearTimeout(silence);
    // The browser's own way back would come at the same moment from every screen.
    stream?.close();
    stream = null;
  };
  const comeBack = () => {
    leave();
    failures += 1;
    again = setTimeout(open, waitMs(failures));
    onDown?.();
  };
  const isAlive = () => {
    clearTimeout(silence);
    silence = setTimeout(comeBack, SILENCE_MS);
  };
  const open = () => {
    stream = new EventSource(address);
    stream.onopen = () => {
      failures = 0;
      isAlive();
      onUp?.();
    };
    stream.addEventListener("ping", isAlive);
    stream.onmessage = ({ data }: MessageEvent<string>) => {
      isAlive();
      onWord(JSON.parse(data) as T);
    };
    stream.onerror = comeBack;
    isAlive();
  };
  /** A telephone taken up again should not wait out what it began to wait for in the pocket. */
  const onLook = () => {
    if (document.visibilityState !== "visible" || stream) return;
    clearTimeout(again);
    again = setTimeout(open, FIRST_WAIT_MS);
  };
  open();
  document.addEventListener("visibilitychange", onLook);
  return () => {
    document.removeEventListener("visibilitychange", onLook);
    clearTimeout(again);
    leave();
  };
}
