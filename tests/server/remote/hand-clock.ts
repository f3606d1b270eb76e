import type { Clock } from "#server/remote/clock.ts";

/** A clock that stands until it is turned, and then makes the calls that have come due, in their order. */
export class HandClock implements Clock {
  #now = 1000;
  #calls: { at: number; call: () => void }[] = [];

  readonly now = (): number => this.#now;

  readonly in = (ms: number, call: () => void): (() => void) => {
    const one = { at: this.#now + ms, call };
    this.#calls.push(one);
    return () => {
      this.#calls = this.#calls.filter((other) => other !== one);
    };
  };

  turn(ms: number): void {
    const until = this.#now + ms;
    for (;;) {
      const [next] = this.#calls.filter(({ at }) => at <= until).sort((a, b) => a.at - b.at);
      if (next === undefined) break;
      this.#calls = this.#calls.filter((other) => other !== next);
      this.#now = next.at;
      next.call();
    }
    this.#now = until;
  }

  /** Calls that are still to come. */
  get waiting(): number {
    return this.#calls.length;
  }
}
