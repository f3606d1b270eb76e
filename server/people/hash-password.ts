import { type Argon2Parameters, argon2, randomBytes, timingSafeEqual } from "node:crypto";
import { TooManyError } from "#domain/error.ts";

/** OWASP's least: 19 MiB, two passes, one lane. */
const COST = { memory: 19_456, passes: 2, parallelism: 1 };
const SALT_BYTES = 16;
const TAG_BYTES = 32;
/** What a kept hash may ask of this machine. */
const MOST_MEMORY = 65_536;
const MOST_PASSES = 8;

const PHC = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/;

/** So much memory at once, whoever signs in: two of 19 MiB. */
const AT_ONCE = 2;
const WAITING = 200;

const unpadded = (bytes: Buffer): string => bytes.toString("base64").replace(/=+$/, "");

const derive = (parameters: Argon2Parameters): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    argon2("argon2id", parameters, (error, tag) => (error ? reject(error) : resolve(tag)));
  });

/** Hashes passwords by argon2id, a few at once and the others in turn: a rush of sign-ins takes time, never memory. */
export class PasswordHasher {
  #running = 0;
  readonly #queue: (() => void)[] = [];
  readonly #waiting: number;

  constructor(waiting = WAITING) {
    this.#waiting = waiting;
  }

  /** PHC string of a new salt. @throws TooManyError when too many wait */
  async hash(password: string): Promise<string> {
    const salt = randomBytes(SALT_BYTES);
    const tag = await this.#inTurn({ message: password, nonce: salt, tagLength: TAG_BYTES, ...COST });
    return `$argon2id$v=19$m=${COST.memory},t=${COST.passes},p=${COST.parallelism}$${unpadded(salt)}$${unpadded(tag)}`;
  }

  /**
   * True when it is the password of `kept`. Without `kept` it takes as long, and is false.
   * @throws TooManyError when too many wait
   */
  async verify(password: string, kept: string | null): Promise<boolean> {
    const [, memory, passes, parallelism, salt = "", tag = ""] = PHC.exec(kept ?? "") ?? [];
    const expected = Buffer.from(tag, "base64");
    if (kept === null || expected.length === 0) {
      await this.hash(password);
      return false;
    }
    const found = await this.#inTurn({
      message: password,
      nonce: Buffer.from(salt, "base64"),
      memory: Math.min(Number(memory), MOST_MEMORY),
      passes: Math.min(Number(passes), MOST_PASSES),
      parallelism: Number(parallelism),
      tagLength: expected.length,
    });
    return timingSafeEqual(found, expected);
  }

  async #inTurn(parameters: Argon2Parameters): Promise<Buffer> {
    if (this.#running < AT_ONCE) this.#running += 1;
    else if (this.#queue.length < this.#waiting) await new Promise<void>((go) => this.#queue.push(go));
    else throw new TooManyError("Too many people sign in at once, please try again in a moment.");
    try {
      return await derive(parameters);
    } finally {
      const next = this.#queue.shift();
      // A place goes straight to who waits.
      if (next) next();
      else this.#running -= 1;
    }
  }
}
