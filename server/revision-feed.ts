import { EventEmitter, on } from "node:events";

/** The one number that every read carries, and the word to every screen when it changes. */
export class RevisionFeed {
  readonly #events = new EventEmitter();
  readonly #closing = new AbortController();
  #current: number;

  constructor(current: number) {
    this.#current = current;
    // One listener for each screen that watches.
    this.#events.setMaxListeners(0);
  }

  get current(): number {
    return this.#current;
  }

  /** How many listen. */
  get watchers(): number {
    return this.#events.listenerCount("change");
  }

  /** Call after the transaction that changed the ledger is committed, never before. */
  announce(revision: number): void {
    if (revision === this.#current) return;
    this.#current = revision;
    this.#events.emit("change");
  }

  /** The current revision at once, then each new one, until the asker or the server leaves. */
  async *watch(left: AbortSignal | undefined): AsyncGenerator<number> {
    const signal = AbortSignal.any([this.#closing.signal, ...(left === undefined ? [] : [left])]);
    let told = this.#current;
    try {
      // Listens before it tells, so that no change falls between the two.
      const changes = on(this.#events, "change", { signal });
      yield told;
      for await (const _ of changes) {
        if (this.#current === told) continue;
        told = this.#current;
        yield told;
      }
    } catch (error) {
      if (!signal.aborted) throw error;
    }
  }

  /** Ends every watch: an open stream would hold up the server's stop. */
  close(): void {
    this.#closing.abort();
  }
}
