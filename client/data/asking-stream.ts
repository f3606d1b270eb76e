import { z } from "zod";
import {
  EventStream,
  type HeldStream,
  lastAsked,
  SHORTEST_WAIT_MS,
  type StreamListener,
  type StreamState,
  waitAfter,
} from "./event-stream.ts";

/** Answers which revision stands, and whether the database does, to whoever asks (server/http/health.ts). */
const ADDRESS = "/readyz";
const zAnswer = z.object({ revision: z.int().min(0) });
/** A stream that has said nothing for so long may be held back on its way, ms: before it counts as lost. */
const DOUBT_MS = 5_000;
/** Between two questions that are answered, ms. */
const EACH_MS = 2_000;
/** A server that hangs is away, ms. */
const PATIENCE_MS = 4_000;

/**
 * The stream of the ledger's revision, and where a proxy on the way keeps streams from coming, plain questions for it,
 * until one does come. Stream and questions together come no oftener than one a second while the stream is lost.
 */
export class AskingStream implements HeldStream {
  readonly #listener: StreamListener;
  readonly #stream: EventStream;
  #streamed: StreamState | null = null;
  /** Whether the last question was answered; null while none has been. */
  #answered: boolean | null = null;
  #told: StreamState | null = null;
  #failures = 0;
  #heardAt = Date.now();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #closed = false;

  constructor(address: string, listener: StreamListener) {
    this.#listener = listener;
    this.#stream = new EventStream(address, {
      onMessage: (data) => listener.onMessage(data),
      onState: (state, since) => this.#hear(state, since),
      onRefused: () => listener.onRefused?.(),
    });
    this.#after(DOUBT_MS);
  }

  close(): void {
    this.#closed = true;
    clearTimeout(this.#timer);
    this.#stream.close();
  }

  nudge(): void {
    this.#stream.nudge();
  }

  wake(): void {
    this.#stream.wake();
  }

  #hear(state: StreamState, since: number): void {
    this.#streamed = state;
    if (state === "open") {
      clearTimeout(this.#timer);
      this.#answered = null;
      this.#failures = 0;
      this.#tell("open", since);
      return;
    }
    this.#heardAt = Math.max(this.#heardAt, since);
    if (this.#answered === true) return;
    this.#tell("away", since);
    this.#after(0);
  }

  #after(ms: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#ask(), ms);
  }

  async #ask(): Promise<void> {
    const now = performance.now();
    const wait = lastAsked.at + SHORTEST_WAIT_MS - now;
    if (wait > 0) {
      this.#after(wait);
      return;
    }
    lastAsked.at = now;
    const revision = await askForRevision();
    lastAsked.at = performance.now();
    // Meanwhile a stream has come.
    if (this.#closed || this.#streamed === "open") return;
    this.#answered = revision !== null;
    if (revision !== null) {
      this.#failures = 0;
      this.#heardAt = Date.now();
      this.#tell("open", this.#heardAt);
      this.#listener.onMessage(revision);
      this.#after(EACH_MS);
      return;
    }
    this.#failures += 1;
    if (this.#streamed === "away") this.#tell("away", this.#heardAt);
    this.#after(waitAfter(this.#failures));
  }

  #tell(state: StreamState, since: number): void {
    if (state === this.#told) return;
    this.#told = state;
    this.#listener.onState(state, since);
  }
}

/** null where there is no answer. */
async function askForRevision(): Promise<number | null> {
  try {
    const answer = await fetch(ADDRESS, { signal: AbortSignal.timeout(PATIENCE_MS), cache: "no-store" });
    return zAnswer.parse(await answer.json()).revision;
  } catch {
    return null;
  }
}
