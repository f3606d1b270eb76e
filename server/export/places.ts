/** Thrown where more exports are under way and waiting than the server takes. */
export class TooManyExports extends Error {
  constructor() {
    super("Too many exports at once, please try again in a moment.");
    this.name = "TooManyExports";
  }
}

/** Exports made at once, and those that may wait for their turn; the next one is refused. */
export type Room = { atOnce: number; waiting: number };

/** How long the last of a full queue may be there, if each before it takes as long as it may, and its own turn. */
export const longestStay = ({ atOnce, waiting }: Room, eachMs: number): number =>
  (Math.ceil(waiting / atOnce) + 1) * eachMs;

/** A bounded queue: memory stays that of `atOnce` exports, however many are asked for. */
export class Places {
  readonly #room: Room;
  readonly #queue: (() => void)[] = [];
  #taken = 0;

  constructor(room: Room) {
    this.#room = room;
  }

  /** @throws TooManyExports, or why `left` was aborted while this one waited */
  async use<T>(make: () => Promise<T>, left?: AbortSignal): Promise<T> {
    if (this.#taken < this.#room.atOnce) this.#taken += 1;
    else if (this.#queue.length < this.#room.waiting) await this.#turn(left);
    else throw new TooManyExports();
    try {
      return await make();
    } finally {
      // The place goes on to the next as it is: nobody comes in between.
      const next = this.#queue.shift();
      if (next === undefined) this.#taken -= 1;
      else next();
    }
  }

  /** Who leaves gives the place in the queue to somebody else. */
  #turn(left?: AbortSignal): Promise<void> {
    return new Promise((go, fail) => {
      this.#queue.push(go);
      const leave = () => {
        const at = this.#queue.indexOf(go);
        if (at < 0) return;
        this.#queue.splice(at, 1);
        fail(left?.reason);
      };
      left?.addEventListener("abort", leave, { once: true });
    });
  }
}
