import { z } from "zod";
import { EventStream, type HeldStream, type StreamListener } from "./event-stream.ts";

/** A follower that hears nothing asks about this often, ms; some sooner, so that one answer does for all. */
const ASK_MS = 4_000;
/** So many questions without an answer, and the leader counts as gone: it is frozen, or hangs. */
const PATIENCE = 3;

/** What tabs say to each other. Tabs of another build may say something else: it is left unheard. */
const zWord = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.enum(["ask", "wake"]) }),
  z.strictObject({
    kind: z.literal("told"),
    state: z.enum(["open", "away"]).nullable(),
    since: z.number(),
    last: z.strictObject({ data: z.unknown() }).nullable(),
  }),
]);
type Word = z.infer<typeof zWord>;
type Told = Extract<Word, { kind: "told" }>;

/**
 * The stream at `address`, of which the tabs of one browser hold one between them: HTTP/1.1 allows six connections to
 * a host. Where the browser has no locks to elect a leader by (plain HTTP from elsewhere), each tab has its own.
 * @returns a function that leaves it
 */
export function shareStream(
  address: string,
  listener: StreamListener,
  Stream: StreamClass = EventStream,
): () => void {
  const mayShare = "locks" in navigator && "BroadcastChannel" in window;
  const stream = mayShare ? new SharedStream(address, listener, Stream) : new Stream(address, listener);
  return () => stream.close();
}

/** How the tab that leads holds the stream. */
export type StreamClass = new (address: string, listener: StreamListener) => HeldStream;

/** One tab's part: it leads while it holds the lock, else it follows, and waits for the lock. */
class SharedStream {
  readonly #address: string;
  readonly #name: string;
  readonly #listener: StreamListener;
  readonly #Stream: StreamClass;
  readonly #channel: BroadcastChannel;
  #told: Told = { kind: "told", state: null, since: 0, last: null };
  /** While this tab leads. */
  #stream: HeldStream | null = null;
  #waiting = new AbortController();
  #release = () => {};
  #timer: ReturnType<typeof setTimeout> | undefined;
  #closed = false;

  constructor(address: string, listener: StreamListener, Stream: StreamClass) {
    this.#address = address;
    this.#Stream = Stream;
    this.#name = `one-map ${address}`;
    this.#listener = listener;
    this.#channel = new BroadcastChannel(this.#name);
    this.#channel.onmessage = ({ data }) => {
      const word = zWord.safeParse(data);
      if (word.success) this.#hear(word.data);
    };
    document.addEventListener("visibilitychange", this.#onVisibility);
    this.#follow();
  }

  close(): void {
    this.#closed = true;
    document.removeEventListener("visibilitychange", this.#onVisibility);
    clearTimeout(this.#timer);
    this.#waiting.abort();
    this.#stream?.close();
    this.#release();
    this.#channel.close();
  }

  #follow(): void {
    this.#waiting = new AbortController();
    void this.#lead({ signal: this.#waiting.signal });
    // A page has just come from the server: it may be there again.
    this.#say({ kind: "wake" });
    this.#listen(0);
  }

  /** Holds the lock from when it is free, or at once by `steal`, until this tab leaves or another steals it. */
  async #lead(options: LockOptions): Promise<void> {
    try {
      await navigator.locks.request(this.#name, options, () => this.#whileLeading());
    } catch (error) {
      if (this.#closed || options.signal?.aborted) return;
      const stolen = error instanceof DOMException && error.name === "AbortError";
      if (!stolen) {
        // A browser may refuse its locks by a setting: then this tab is on its own.
        void this.#whileLeading();
        return;
      }
      this.#stream?.close();
      this.#stream = null;
      this.#follow();
    }
  }

  #whileLeading(): Promise<void> | undefined {
    if (this.#closed) return;
    clearTimeout(this.#timer);
    const tell = (news: Partial<Told>) => {
      const told = { ...this.#told, ...news };
      this.#say(told);
      this.#take(told);
    };
    this.#stream?.close();
    this.#stream = new this.#Stream(this.#address, {
      onMessage: (data) => tell({ last: { data } }),
      // A page that comes meanwhile may be newer than what was said last.
      onState: (state, since) => tell(state === "away" ? { state, since, last: null } : { state, since }),
      // Each tab hears it as it comes to lead: a page that is loaded anew leads no more.
      onRefused: () => this.#listener.onRefused?.(),
    });
    return new Promise((resolve) => {
      this.#release = resolve;
    });
  }

  /** For as long as someone leads. `unanswered` counts what was asked in vain. */
  #listen(unanswered: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(
      () => {
        if (unanswered + 1 === PATIENCE) {
          this.#waiting.abort();
          void this.#lead({ steal: true });
        } else {
          this.#say({ kind: "ask" });
          this.#listen(unanswered + 1);
        }
      },
      ASK_MS * (0.75 + Math.random() / 4),
    );
  }

  #hear(word: Word): void {
    if (word.kind === "told") {
      // Of two that lead, one does not know yet that it has lost the lock.
      if (this.#stream) return;
      this.#listen(0);
      this.#take(word);
    } else if (this.#stream) {
      if (word.kind === "wake") this.#stream.wake();
      else this.#stream.nudge();
      this.#say(this.#told);
    }
  }

  #take(told: Told): void {
    const before = this.#told.state;
    const isNews = told.last !== this.#told.last && told.last !== null;
    this.#told = told;
    if (told.state !== null && told.state !== before) this.#listener.onState(told.state, told.since);
    if (isNews) this.#listener.onMessage(told.last?.data);
  }

  /** Its reader waits, and its own timers run: a leader that is hidden may have slept. */
  readonly #onVisibility = (): void => {
    if (document.visibilityState === "visible" && !this.#stream) this.#say({ kind: "wake" });
  };

  #say(word: Word): void {
    this.#channel.postMessage(word);
  }
}
