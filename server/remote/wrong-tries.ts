const WINDOW_MS = 60_000;
const MOST_TRIES = 10;
/** Addresses remembered at once; the one that tried longest ago is forgotten first. */
const MOST_ASKERS = 2000;

/** Counts wrong codes by address, so that six digits cannot be tried one after the other. */
export class WrongTries {
  readonly #tries = new Map<string, number[]>();
  readonly #now: () => number;

  constructor(now: () => number) {
    this.#now = now;
  }

  /** True while the asker has used up the tries of a minute. */
  areUsedUp(asker: string): boolean {
    return this.#recent(asker).length >= MOST_TRIES;
  }

  add(asker: string): void {
    const tries = [...this.#recent(asker), this.#now()];
    this.#tries.delete(asker);
    this.#tries.set(asker, tries);
    const [oldest] = this.#tries.keys();
    if (this.#tries.size > MOST_ASKERS && oldest !== undefined) this.#tries.delete(oldest);
  }

  #recent(asker: string): number[] {
    const after = this.#now() - WINDOW_MS;
    return (this.#tries.get(asker) ?? []).filter((at) => at > after);
  }
}
