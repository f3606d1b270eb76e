import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { EMPTY_DRAFT } from "#domain/report/draft.ts";
import { type Base, type Failure, Keeper, type Kept } from "../../../client/filing/keeper.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const AT = "2026-11-29T02:32:00.000Z";
const said = (done: string) => ({ ...EMPTY_DRAFT, done });

/** A keeper over a browser and a server that fail as they are told. */
function aKeeper({ kept = null, edition = 1 }: { kept?: Kept | null; edition?: number } = {}) {
  const world = {
    ...{ kept, saves: [] as [string, number][], failure: null as Failure | null },
    there: null as Base | null,
  };
  const keeper = new Keeper({
    base: { content: EMPTY_DRAFT, edition },
    kept,
    save: async ({ done }, from) => {
      if (world.failure !== null) throw world.failure;
      world.saves.push([done, from]);
      return { edition: from + 1, at: AT };
    },
    there: async () => world.there,
    failureOf: (error) => error as Failure,
    keep: (one) => {
      world.kept = one;
      return true;
    },
    forget: () => {
      world.kept = null;
    },
    now: () => new Date(AT),
  });
  return { keeper, world };
}

test("what is typed lies here at once, and at the server after a pause; then this browser forgets it", async () => {
  const { keeper, world } = aKeeper();
  keeper.type(said("一"));
  keeper.type(said("一二"));
  expect(world.kept?.content.done).toBe("一二");
  expect(keeper.look().standing).toEqual({ is: "typed", isLocal: true });
  await vi.advanceTimersByTimeAsync(1_000);
  expect(world.saves).toEqual([["一二", 1]]);
  expect(world.kept).toBe(null);
  expect(keeper.look().standing).toEqual({ is: "saved", at: AT });
  expect(keeper.look().base.edition).toBe(2);
});

test("without a network it stays here, and goes by itself when the network is back", async () => {
  const { keeper, world } = aKeeper();
  world.failure = { why: "offline" };
  keeper.type(said("断网"));
  await vi.advanceTimersByTimeAsync(1_000);
  expect(keeper.look().standing).toEqual({ is: "waiting", why: "offline", isLocal: true });
  expect(world.kept?.content.done).toBe("断网");
  world.failure = null;
  await vi.advanceTimersByTimeAsync(3_000);
  expect(world.saves).toEqual([["断网", 1]]);
});

test("what a closed tab left is there again, and is sent on the edition that it was typed on", async () => {
  const kept = { base: { content: EMPTY_DRAFT, edition: 1 }, content: said("关了"), at: AT };
  const { keeper, world } = aKeeper({ kept, edition: 3 });
  expect(keeper.look().content.done).toBe("关了");
  keeper.start();
  await vi.advanceTimersByTimeAsync(0);
  expect(world.saves).toEqual([["关了", 1]]);
});

test("where the answer to a save was lost, one is told that it is saved, and not of a conflict with oneself", async () => {
  const { keeper, world } = aKeeper();
  world.failure = { why: "offline" };
  keeper.type(said("送到了"));
  await vi.advanceTimersByTimeAsync(1_000);
  world.failure = { why: "conflict", by: "自己", at: AT };
  world.there = { content: said("送到了"), edition: 2 };
  await vi.advanceTimersByTimeAsync(3_000);
  expect(keeper.look()).toMatchObject({ base: { edition: 2 }, standing: { is: "saved" } });
  expect(world.kept).toBe(null);
});

test("what a closed tab left and the server has is said to be saved, and goes from here", () => {
  const kept = { base: { content: EMPTY_DRAFT, edition: 0 }, content: EMPTY_DRAFT, at: AT };
  const { keeper, world } = aKeeper({ kept });
  expect(keeper.look().standing).toEqual({ is: "saved", at: AT });
  expect(world.kept).toBe(null);
});

test("what is given up is sent no more, and goes from here", async () => {
  const { keeper, world } = aKeeper();
  keeper.type(said("不要了"));
  expect((await keeper.giveUp()).edition).toBe(1);
  await vi.advanceTimersByTimeAsync(60_000);
  keeper.forget();
  keeper.stop();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(world).toMatchObject({ kept: null, saves: [] });
});

test("where another was faster nothing is sent until it is settled, and typing goes on here", async () => {
  const { keeper, world } = aKeeper();
  world.failure = { why: "conflict", by: "李四", at: AT };
  keeper.type(said("我的"));
  await vi.advanceTimersByTimeAsync(1_000);
  world.failure = null;
  keeper.type(said("我的话"));
  await vi.advanceTimersByTimeAsync(60_000);
  expect(keeper.look().standing).toEqual({ is: "conflict", by: "李四", at: AT, isLocal: true });
  expect(world.saves).toEqual([]);
  expect(world.kept?.content.done).toBe("我的话");
  expect(await keeper.flush()).toBe(null);
  keeper.settle({ content: said("他的"), edition: 4 }, said("我的话"));
  await vi.advanceTimersByTimeAsync(0);
  expect(world.saves).toEqual([["我的话", 4]]);
});

test("what is typed while a save is under way is sent after it, on the new edition", async () => {
  const { keeper, world } = aKeeper();
  keeper.type(said("一"));
  const sent = keeper.flush();
  keeper.type(said("二"));
  await sent;
  await vi.advanceTimersByTimeAsync(1_000);
  expect(world.saves).toEqual([
    ["一", 1],
    ["二", 2],
  ]);
});

test("a form that nobody typed in takes what is newer, and sends nothing but when it is handed in", async () => {
  const { keeper, world } = aKeeper({ edition: 0 });
  await keeper.flush();
  expect(world.saves).toEqual([]);
  await keeper.flush({ evenUntouched: true });
  expect(world.saves).toEqual([["", 0]]);
  keeper.adopt({ content: said("别人"), edition: 5 });
  expect(keeper.look().content.done).toBe("别人");
});
