/** Keeps the values of the keys asked for last, `limit` of them; a failed one is made again when next asked. */
export class Lru<V> {
  readonly #limit: number;
  readonly #kept = new Map<string, Promise<V>>();

  constructor(limit: number) {
    this.#limit = limit;
  }

  get size(): number {
    return this.#kept.size;
  }

  /** Two who ask at once wait for one making. */
  get(key: string, make: () => Promise<V>): Promise<V> {
    const found = this.#kept.get(key);
    this.#kept.delete(key);
    const value = found ?? make();
    this.#kept.set(key, value);
    if (found === undefined) {
      value.catch(() => {
        if (this.#kept.get(key) === value) this.#kept.delete(key);
      });
    }
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > this.#limit && oldest !== undefined) this.#kept.delete(oldest);
    return value;
  }
}
