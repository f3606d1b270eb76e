import { describe, expect, test } from "vitest";
import { ConflictError, NotFoundError, TooManyError } from "#domain/error.ts";
import type { RemoteWord, WallWord } from "#domain/wall/pairing.ts";
import { CODE_MS, IDLE_MS, LONGEST_MS } from "#server/remote/room.ts";
import { Rooms } from "#server/remote/rooms.ts";
import { HandClock } from "./hand-clock.ts";
import { aTold } from "./told.ts";

const MINUTE_MS = 60_000;
const NEXT = { do: "step", by: 1 } as const;

/** Hears a stream from now on: `next` answers word by word, `undefined` once it has finished. */
function hear<T>(stream: AsyncGenerator<T>) {
  let heard = stream.next();
  return {
    next: async (): Promise<T | undefined> => {
      const { value, done } = await heard;
      if (done) return undefined;
      heard = stream.next();
      return value;
    },
  };
}

function aPair() {
  const clock = new HandClock();
  const rooms = new Rooms(clock);
  const { wallKey, code } = rooms.open();
  const wall = hear<WallWord>(rooms.watchWall(wallKey, undefined));
  const { remoteKey, lastsMs } = rooms.join(code, "phone");
  const remote = hear<RemoteWord>(rooms.watchRemote(remoteKey, undefined));
  return { clock, rooms, wallKey, code, wall, remoteKey, remote, lastsMs };
}

describe("a pairing", () => {
  test("begins with six digits, and then the remote drives and the wall tells", async () => {
    const { rooms, wallKey, code, wall, remoteKey, remote, lastsMs } = aPair();
    expect(code).toMatch(/^\d{6}$/);
    expect([wallKey, remoteKey].every((key) => /^[\w-]{43}$/.test(key))).toBe(true);
    expect(lastsMs).toBe(IDLE_MS);
    expect(await wall.next()).toEqual({ kind: "paired", lastsMs: IDLE_MS });
    rooms.act(remoteKey, NEXT);
    rooms.act(remoteKey, { do: "hold" });
    expect(await wall.next()).toMatchObject({ kind: "action", action: NEXT });
    expect(await wall.next()).toMatchObject({ kind: "action", action: { do: "hold" } });
    rooms.tell(wallKey, aTold({ months: ["2012-07", "2012-08"] }));
    expect(await remote.next()).toMatchObject({ kind: "told", told: { months: ["2012-07", "2012-08"] } });
  });

  test("tells who comes to hear it how things stand", async () => {
    const { rooms, wallKey, remoteKey } = aPair();
    rooms.tell(wallKey, aTold());
    const again = hear<RemoteWord>(rooms.watchRemote(remoteKey, undefined));
    expect(await again.next()).toEqual({ kind: "told", told: aTold() });
    const reloaded = hear<WallWord>(rooms.watchWall(wallKey, undefined));
    expect(await reloaded.next()).toEqual({ kind: "paired", lastsMs: IDLE_MS });
  });

  test.each(["wall", "remote"] as const)("ends for both when the %s ends it", async (side) => {
    const { clock, rooms, wallKey, wall, remoteKey, remote } = aPair();
    await wall.next();
    rooms.end(side === "wall" ? wallKey : remoteKey);
    expect(await wall.next()).toEqual({ kind: "ended" });
    expect(await remote.next()).toEqual({ kind: "ended" });
    expect([await wall.next(), await remote.next()]).toEqual([undefined, undefined]);
    expect(() => rooms.act(remoteKey, NEXT)).toThrow(NotFoundError);
    expect(() => rooms.tell(wallKey, aTold())).toThrow(NotFoundError);
    expect(() => rooms.end(wallKey)).not.toThrow();
    expect(clock.waiting).toBe(0);
  });

  test("ends after ten minutes in which the remote does nothing, and an action begins them anew", async () => {
    const { clock, rooms, wall, remoteKey, remote } = aPair();
    clock.turn(IDLE_MS - 1);
    expect(rooms.act(remoteKey, NEXT)).toEqual({ lastsMs: IDLE_MS });
    clock.turn(IDLE_MS - 1);
    expect(rooms.act(remoteKey, NEXT)).toEqual({ lastsMs: IDLE_MS });
    clock.turn(IDLE_MS);
    expect(() => rooms.act(remoteKey, NEXT)).toThrow(NotFoundError);
    expect(await remote.next()).toEqual({ kind: "ended" });
    for (const kind of ["paired", "action", "action", "ended", undefined]) {
      expect((await wall.next())?.kind).toBe(kind);
    }
  });

  test("ends after two hours, however busy the remote is", () => {
    const { clock, rooms, remoteKey } = aPair();
    for (let passed = 0; passed + 5 * MINUTE_MS < LONGEST_MS; passed += 5 * MINUTE_MS) {
      clock.turn(5 * MINUTE_MS);
      rooms.act(remoteKey, NEXT);
    }
    expect(rooms.act(remoteKey, NEXT)).toEqual({ lastsMs: 5 * MINUTE_MS });
    clock.turn(5 * MINUTE_MS);
    expect(() => rooms.act(remoteKey, NEXT)).toThrow(NotFoundError);
  });

  test("goes on while its wall shows a code for another, and ends when that one joins", async () => {
    const { rooms, wallKey, wall, remoteKey, remote } = aPair();
    await wall.next();
    const { code, wallKey: same } = rooms.open(wallKey);
    expect(same).toBe(wallKey);
    rooms.act(remoteKey, NEXT);
    expect(await wall.next()).toMatchObject({ kind: "action" });
    const other = rooms.join(code, "another phone");
    expect([await remote.next(), await remote.next()]).toEqual([{ kind: "ended" }, undefined]);
    expect(await wall.next()).toMatchObject({ kind: "paired" });
    expect(() => rooms.act(remoteKey, NEXT)).toThrow(NotFoundError);
    rooms.act(other.remoteKey, NEXT);
    expect(await wall.next()).toMatchObject({ kind: "action" });
  });

  test("moves no wall that does not listen, not even later", async () => {
    const rooms = new Rooms(new HandClock());
    const { wallKey, code } = rooms.open();
    const { remoteKey } = rooms.join(code, "phone");
    expect(() => rooms.act(remoteKey, NEXT)).toThrow(ConflictError);
    const left = new AbortController();
    const wall = hear<WallWord>(rooms.watchWall(wallKey, left.signal));
    expect((await wall.next())?.kind).toBe("paired");
    rooms.act(remoteKey, NEXT);
    expect((await wall.next())?.kind).toBe("action");
    left.abort();
    expect(await wall.next()).toBeUndefined();
    expect(() => rooms.act(remoteKey, NEXT)).toThrow(ConflictError);
  });
});

describe("a code", () => {
  test("works once", () => {
    const { rooms, code, remoteKey } = aPair();
    expect(() => rooms.join(code, "phone")).toThrow(NotFoundError);
    expect(() => rooms.act(remoteKey, NEXT)).not.toThrow();
  });

  test("works for five minutes, and with it goes a room that nobody joined", async () => {
    const clock = new HandClock();
    const rooms = new Rooms(clock);
    const first = rooms.open();
    expect(first.lastsMs).toBe(CODE_MS);
    const wall = hear<WallWord>(rooms.watchWall(first.wallKey, undefined));
    clock.turn(CODE_MS - 1);
    const second = rooms.open();
    clock.turn(1);
    expect(() => rooms.join(first.code, "phone")).toThrow(NotFoundError);
    expect([await wall.next(), await wall.next()]).toEqual([{ kind: "ended" }, undefined]);
    expect(() => rooms.open(first.wallKey)).toThrow(NotFoundError);
    expect(() => rooms.join(second.code, "phone")).not.toThrow();
  });

  test("that is wrong may be tried ten times a minute by an address, and then the right one is refused too", () => {
    const clock = new HandClock();
    const rooms = new Rooms(clock);
    const { code } = rooms.open();
    const wrong = code === "000000" ? "000001" : "000000";
    for (let n = 0; n < 10; n += 1) {
      clock.turn(1000);
      expect(() => rooms.join(wrong, "guesser")).toThrow(NotFoundError);
    }
    expect(() => rooms.join(code, "guesser")).toThrow(TooManyError);
    clock.turn(MINUTE_MS - 9001);
    expect(() => rooms.join(code, "guesser")).toThrow(TooManyError);
    clock.turn(1);
    expect(() => rooms.join(wrong, "guesser")).toThrow(NotFoundError);
    expect(() => rooms.join(wrong, "guesser")).toThrow(TooManyError);
    expect(() => rooms.join(code, "phone")).not.toThrow();
  });

  test("is no other room's, and no refusal repeats it", () => {
    const rooms = new Rooms(new HandClock());
    const codes = Array.from({ length: 200 }, () => rooms.open().code);
    expect(new Set(codes).size).toBe(200);
    const wrong = Array.from({ length: 201 }, (_, n) => String(n).padStart(6, "0")).find(
      (one) => !codes.includes(one),
    );
    expect(() => rooms.join(wrong ?? "", "phone")).toThrow(/^there is no such code$/);
  });
});

test("a key of nothing has ended", async () => {
  const rooms = new Rooms(new HandClock());
  const unknown = "x".repeat(43);
  for (const stream of [rooms.watchWall(unknown, undefined), rooms.watchRemote(unknown, undefined)]) {
    const heard = hear<WallWord | RemoteWord>(stream);
    expect([await heard.next(), await heard.next()]).toEqual([{ kind: "ended" }, undefined]);
  }
  expect(() => rooms.act(unknown, NEXT)).toThrow(NotFoundError);
});

test("of two hundred rooms the oldest that is not paired makes place; where all are paired, none does", () => {
  const rooms = new Rooms(new HandClock());
  const all = Array.from({ length: 200 }, () => rooms.open());
  const [first, second, ...others] = all;
  if (!first || !second) throw new Error("no rooms");
  const { remoteKey } = rooms.join(first.code, "phone");
  const { wallKey } = rooms.open();
  expect(() => rooms.join(second.code, "phone")).toThrow(NotFoundError);
  expect(() => rooms.tell(second.wallKey, aTold())).toThrow(NotFoundError);
  expect(() => rooms.act(remoteKey, NEXT)).toThrow(ConflictError);
  for (const { code } of others) rooms.join(code, "phone");
  rooms.join(rooms.open(wallKey).code, "phone");
  expect(() => rooms.open()).toThrow(TooManyError);
});

test("when the server stops every stream finishes, and no call is left over", async () => {
  const { clock, rooms, wall, remote } = aPair();
  await wall.next();
  rooms.close();
  expect([await wall.next(), await remote.next()]).toEqual([undefined, undefined]);
  expect(clock.waiting).toBe(0);
});
