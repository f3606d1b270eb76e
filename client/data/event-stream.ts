import { SILENCE_MS } from "#domain/pulse.ts";

export type StreamState = "open" | "away";
export type StreamListener = {
  /** May come again with the same data: the server tells what stands each time that it is reached. */
  readonly onMessage: (data: unknown) => void;
  /** Only changes are told; `since` is when the server was last known to be there, ms since 1970. */
  readonly onState: (state: StreamState, since: number) => void;
  /** A server that greets counts as there: of a stream whose first word may be long in coming. */
  readonly trustsGreeting?: boolean;
  /** Who asks may not hear this any more. It is asked again all the same, unless it is closed. */
  readonly onRefused?: () => void;
};

/** From what became of one request to the next there is never less, ms: no two of them come within a second. */
export const SHORTEST_WAIT_MS = 1_100;
const LONGEST_WAIT_MS = 15_000;
/** What a timer may be late, ms: one that is later has slept with its page. */
const LATENESS_MS = 2_000;
/** What tRPC's server says beside messages. It greets before it looks who asks, and for what. */
const GREETING = "connected";
const SIGN_OF_LIFE = "ping";
const ENDS = ["error", "return", "serialized-error"];
const REFUSALS = ["UNAUTHORIZED", "FORBIDDEN"];

/**
 * When the server was asked for a stream of this page last, or for what one would have told, or when it was known what
 * became of that, on the page's own clock: a request may be held up on its way.
 */
export const lastAsked = { at: Number.NEGATIVE_INFINITY };

/** What a page holds of a stream. */
export type HeldStream = {
  close(): void;
  /** Does what is overdue: the browser slows the timers of a hidden page. */
  nudge(): void;
  /** Comes back at once where the server is away. */
  wake(): void;
};

/** Anywhere between the shortest wait and a ceiling that doubles, so that a hundred screens do not come as one. */
export function waitAfter(failures: number): number {
  const ceiling = Math.min(LONGEST_WAIT_MS, SHORTEST_WAIT_MS * 2 ** failures);
  return SHORTEST_WAIT_MS + Math.random() * (ceiling - SHORTEST_WAIT_MS);
}

/** Whether the server's last word is that the asker may not hear it; a cut line says nothing. */
const isRefusal = (event: Event): boolean =>
  "data" in event &&
  typeof event.data === "string" &&
  REFUSALS.includes((JSON.parse(event.data) as { data?: { code?: string } }).data?.code ?? "");

/**
 * A tRPC subscription, which on the wire is server-sent events, held open for as long as the page stands. The
 * browser's own retries are left unused: they are many, and a connection that died in silence has none.
 */
export class EventStream implements HeldStream {
  readonly #address: string;
  readonly #listener: StreamListener;
  #source: EventSource | null = null;
  #state: StreamState | null = null;
  #failures = 0;
  #askedAt = 0;
  #heardAt = Date.now();
  /** The one thing that is next to be done, unless the server is heard before. */
  #next: { due: number; timer: ReturnType<typeof setTimeout>; act: () => void } | null = null;

  constructor(address: string, listener: StreamListener) {
    this.#address = address;
    this.#listener = listener;
    window.addEventListener("online", this.wake);
    document.addEventListener("visibilitychange", this.#onVisibility);
    this.#open();
  }

  close(): void {
    window.removeEventListener("online", this.wake);
    document.removeEventListener("visibilitychange", this.#onVisibility);
    clearTimeout(this.#next?.timer);
    this.#next = null;
    this.#source?.close();
  }

  /** Does what is overdue: the browser slows the timers of a hidden page. */
  nudge(): void {
    if (this.#next && performance.now() >= this.#next.due) this.#next.act();
  }

  /** Comes back at once where the server is away. */
  readonly wake = (): void => {
    this.nudge();
    if (this.#state !== "open") this.#then(this.#askedAt + SHORTEST_WAIT_MS - performance.now(), this.#open);
  };

  readonly #onVisibility = (): void => {
    if (document.visibilityState === "visible") this.wake();
  };

  readonly #open = (): void => {
    this.#source?.close();
    const now = performance.now();
    const soonest = lastAsked.at + SHORTEST_WAIT_MS;
    // Of several streams that have lost their server, one comes at a time.
    if (this.#failures > 0 && lastAsked.at <= now && now < soonest) {
      this.#then(soonest - now, this.#open);
      return;
    }
    this.#askedAt = now;
    lastAsked.at = now;
    const source = new EventSource(this.#address);
    source.onmessage = ({ data }) => {
      this.#heard();
      this.#listener.onMessage(JSON.parse(data));
    };
    source.addEventListener(SIGN_OF_LIFE, this.#heard);
    source.addEventListener(GREETING, () => {
      if (this.#listener.trustsGreeting) this.#tell("open", Date.now());
    });
    for (const end of ENDS) {
      source.addEventListener(end, (event) => {
        this.#lose(Date.now());
        if (isRefusal(event)) this.#listener.onRefused?.();
      });
    }
    this.#source = source;
    this.#then(SILENCE_MS, this.#silent);
  };

  readonly #heard = (): void => {
    this.#heardAt = Date.now();
    this.#failures = 0;
    this.#then(SILENCE_MS, this.#silent);
    this.#tell("open", this.#heardAt);
  };

  readonly #silent = (): void => {
    const now = Date.now();
    const slept = now - this.#heardAt > SILENCE_MS + LATENESS_MS;
    this.#lose(slept ? now : this.#heardAt);
  };

  #lose(since: number): void {
    this.#source?.close();
    lastAsked.at = performance.now();
    this.#failures += 1;
    this.#then(waitAfter(this.#failures), this.#open);
    this.#tell("away", since);
  }

  #tell(state: StreamState, since: number): void {
    if (state === this.#state) return;
    this.#state = state;
    this.#listener.onState(state, since);
  }

  #then(ms: number, act: () => void): void {
    clearTimeout(this.#next?.timer);
    this.#next = { due: performance.now() + ms, timer: setTimeout(act, ms), act };
  }
}
