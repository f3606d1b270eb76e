import { randomBytes, randomInt } from "node:crypto";
import { on } from "node:events";
import { ConflictError, NotFoundError, TooManyError } from "#domain/error.ts";
import type { RemoteWord, WallWord } from "#domain/wall/pairing.ts";
import type { Action } from "#domain/wall/show.ts";
import type { Told } from "#domain/wall/told.ts";
import { type Clock, systemClock } from "./clock.ts";
import { aRoom, CODE_MS, endOf, nextTimeOut, type Room } from "./room.ts";
import { WrongTries } from "./wrong-tries.ts";

const MOST_ROOMS = 200;

const aKey = (): string => randomBytes(32).toString("base64url");
const someDigits = (): string => String(randomInt(1_000_000)).padStart(6, "0");

export type Opened = { wallKey: string; code: string; lastsMs: number };
export type Joined = { remoteKey: string; lastsMs: number };

/**
 * Walls and the remotes that drive them, in this process's memory alone: a restart ends every pairing. How long
 * something lasts is told as a span, for the clocks of walls and telephones are their own.
 */
export class Rooms {
  readonly #clock: Clock;
  readonly #wrong: WrongTries;
  /** Oldest first. */
  readonly #byWall = new Map<string, Room>();
  readonly #byRemote = new Map<string, Room>();
  readonly #byCode = new Map<string, Room>();
  readonly #closing = new AbortController();

  constructor(clock: Clock = systemClock) {
    this.#clock = clock;
    this.#wrong = new WrongTries(clock.now);
  }

  /**
   * A code to pair by, which works once. Of a wall that has a room already it is for another remote: the present one
   * goes on until someone joins.
   * @throws NotFoundError for a wall's key that is no more, TooManyError where every room there may be is in use
   */
  open(wallKey?: string): Opened {
    const room = wallKey === undefined ? this.#make() : this.#byWall.get(wallKey);
    if (room === undefined) throw new NotFoundError("wall");
    this.#dropCode(room);
    const digits = this.#freeDigits();
    const now = this.#clock.now();
    room.code = { digits, until: now + CODE_MS };
    this.#byCode.set(digits, room);
    this.#arm(room, now);
    return { wallKey: room.wallKey, code: digits, lastsMs: CODE_MS };
  }

  /**
   * `asker`: the address it comes from, by which wrong codes are counted.
   * @throws NotFoundError for a code that stands on no wall, TooManyError after ten such in a minute
   */
  join(code: string, asker: string): Joined {
    if (this.#wrong.areUsedUp(asker)) throw new TooManyError("Too many wrong codes, please wait a minute.");
    const room = this.#byCode.get(code);
    if (room === undefined) {
      this.#wrong.add(asker);
      throw new NotFoundError("code");
    }
    this.#dropCode(room);
    this.#unpair(room);
    const now = this.#clock.now();
    room.pairing = { remoteKey: aKey(), began: now, acted: now };
    this.#byRemote.set(room.pairing.remoteKey, room);
    this.#arm(room, now);
    const lastsMs = endOf(room.pairing) - now;
    say(room, { kind: "paired", lastsMs });
    return { remoteKey: room.pairing.remoteKey, lastsMs };
  }

  /** @throws NotFoundError where the pairing has ended, ConflictError while the wall is not listening */
  act(remoteKey: string, action: Action): { lastsMs: number } {
    const room = this.#byRemote.get(remoteKey);
    if (!room?.pairing) throw new NotFoundError("pairing");
    // Kept for later, it would move the wall when nobody expects it.
    if (room.words.listenerCount("wall") === 0) throw new ConflictError("The wall is not listening.");
    const now = this.#clock.now();
    room.pairing.acted = now;
    this.#arm(room, now);
    const lastsMs = endOf(room.pairing) - now;
    say(room, { kind: "action", action, lastsMs });
    return { lastsMs };
  }

  /** @throws NotFoundError where the room is no more */
  tell(wallKey: string, told: Told): void {
    const room = this.#byWall.get(wallKey);
    if (room === undefined) throw new NotFoundError("wall");
    room.told = told;
    if (room.pairing) tellRemote(room, room.pairing.remoteKey, { kind: "told", told });
  }

  /** What is asked of the wall; first that it is paired, where it is. A key of no room has ended. */
  async *watchWall(wallKey: string, left: AbortSignal | undefined): AsyncGenerator<WallWord> {
    const room = this.#byWall.get(wallKey);
    if (room === undefined) return yield { kind: "ended" };
    const lastsMs = room.pairing && endOf(room.pairing) - this.#clock.now();
    yield* this.#hear<WallWord>(room, "wall", lastsMs === null ? null : { kind: "paired", lastsMs }, left);
  }

  /** What the wall told last, and then all that it tells. A key of no pairing has ended. */
  async *watchRemote(remoteKey: string, left: AbortSignal | undefined): AsyncGenerator<RemoteWord> {
    const room = this.#byRemote.get(remoteKey);
    if (room === undefined) return yield { kind: "ended" };
    const { told } = room;
    yield* this.#hear<RemoteWord>(room, remoteKey, told && { kind: "told", told }, left);
  }

  /** Ends the room of either side's key, for both; what has ended already stays so. */
  end(key: string): void {
    const room = this.#byWall.get(key) ?? this.#byRemote.get(key);
    if (room) this.#remove(room);
  }

  /** Ends every watch: an open stream would hold up the server's stop. */
  close(): void {
    for (const room of this.#byWall.values()) room.forget();
    this.#closing.abort();
  }

  async *#hear<T extends WallWord | RemoteWord>(
    room: Room,
    who: string,
    first: T | null,
    left: AbortSignal | undefined,
  ): AsyncGenerator<T> {
    const signal = AbortSignal.any([this.#closing.signal, ...(left === undefined ? [] : [left])]);
    try {
      // Listens before it tells, so that no word falls between the two.
      const words = on(room.words, who, { signal });
      if (first) yield first;
      for await (const [word] of words as AsyncIterable<[T]>) {
        yield word;
        if (word.kind === "ended") return;
      }
    } catch (error) {
      if (!signal.aborted) throw error;
    }
  }

  #make(): Room {
    if (this.#byWall.size >= MOST_ROOMS) {
      const idle = [...this.#byWall.values()].find(({ pairing }) => pairing === null);
      if (idle === undefined) throw new TooManyError("Every room is in use.");
      this.#remove(idle);
    }
    const room = aRoom(aKey());
    this.#byWall.set(room.wallKey, room);
    return room;
  }

  #freeDigits(): string {
    let digits = someDigits();
    while (this.#byCode.has(digits)) digits = someDigits();
    return digits;
  }

  /** Sets the call at the room's next time-out. */
  #arm(room: Room, now: number): void {
    room.forget();
    const next = nextTimeOut(room);
    if (next !== null) room.forget = this.#clock.in(next - now, () => this.#timeOut(room));
  }

  #timeOut(room: Room): void {
    const now = this.#clock.now();
    if (room.code && room.code.until <= now) this.#dropCode(room);
    const isOver = room.pairing ? endOf(room.pairing) <= now : room.code === null;
    if (isOver) this.#remove(room);
    else this.#arm(room, now);
  }

  #remove(room: Room): void {
    room.forget();
    this.#dropCode(room);
    this.#unpair(room);
    this.#byWall.delete(room.wallKey);
    say(room, { kind: "ended" });
  }

  #dropCode(room: Room): void {
    if (room.code) this.#byCode.delete(room.code.digits);
    room.code = null;
  }

  #unpair(room: Room): void {
    if (!room.pairing) return;
    const { remoteKey } = room.pairing;
    this.#byRemote.delete(remoteKey);
    room.pairing = null;
    tellRemote(room, remoteKey, { kind: "ended" });
  }
}

const say = (room: Room, word: WallWord): boolean => room.words.emit("wall", word);
const tellRemote = (room: Room, remoteKey: string, word: RemoteWord): boolean =>
  room.words.emit(remoteKey, word);
