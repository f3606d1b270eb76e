import { once } from "node:events";
import { afterEach, beforeEach, expect, test } from "vitest";
import { ask, refusalOf } from "../serve.ts";
import { aBrief } from "./a-brief.ts";
import { alone, send, threads } from "./alone.ts";

const brief = aBrief({ page: "figure" });
const begun = threads();
type Alone = Awaited<ReturnType<typeof alone>>;
let one: Alone;
/** Threads of the ledger itself. */
let own: number;
beforeEach(async () => {
  one = await alone({ room: { atOnce: 1, waiting: 1 } });
  own = begun.alive();
});
afterEach(async () => {
  expect(one.unknown).toEqual([]);
  await one.close();
});

const untilFree = async () => {
  const body = await one.bodyOf(brief);
  const made = async () => (await ask(`${one.url}docx`, { method: "POST", body })).status;
  await expect.poll(made, { timeout: 30_000 }).toBe(200);
  await expect.poll(begun.alive).toBe(own);
};

/** Has the only place, and keeps it until it leaves. */
async function halfSent() {
  const body = await one.bodyOf(brief);
  const arrived = one.arrival();
  const { sent } = send(`${one.url}docx`, { "content-length": String(body.length) });
  sent.write(body.subarray(0, 100));
  await arrived;
  return sent;
}

test("who leaves in the middle of the body leaves the place to the next", async () => {
  const sent = await halfSent();
  sent.destroy();
  await untilFree();
}, 60_000);

test("who leaves the queue leaves the place in it to another", async () => {
  const first = await halfSent();
  const body = await one.bodyOf(brief);
  const queue = async () => {
    const arrived = one.arrival();
    const page = send(`${one.url}docx`);
    page.sent.end(body);
    return { ...page, left: once(await arrived, "close") };
  };
  const second = await queue();
  expect((await (await queue()).answered).resume().statusCode).toBe(429);
  second.sent.destroy();
  await second.left;
  // Refused it would be answered 429: it waits, and is made once the first has left too.
  const other = await queue();
  first.destroy();
  expect((await other.answered).resume().statusCode).toBe(200);
  await untilFree();
}, 60_000);

test("who leaves while the page is written ends its thread", async () => {
  const { sent } = send(`${one.url}pdf`);
  const before = begun.all.length;
  sent.end(await one.bodyOf(brief));
  await expect.poll(() => begun.all.length, { interval: 5 }).toBe(before + 1);
  sent.destroy();
  await expect.poll(begun.alive).toBe(own);
  await untilFree();
}, 60_000);

test("who leaves in the middle of the answer ends its thread, too", async () => {
  const { sent, answered } = send(`${one.url}pptx`);
  sent.end(await one.bodyOf(brief, 24 * 1024 * 1024));
  const answer = await answered;
  expect(answer.statusCode).toBe(200);
  await once(answer, "readable");
  expect(begun.alive()).toBe(own + 1);
  sent.destroy();
  await expect.poll(begun.alive).toBe(own);
  await untilFree();
}, 60_000);

test("a body that does not come, and a page that is not done in time, are told so, and the place is free", async () => {
  const hasty = await alone({ room: { atOnce: 1, waiting: 0 }, longestMs: 300 });
  const slow = send(`${hasty.url}pdf`, { "content-length": "1000" });
  slow.sent.write("{");
  expect((await slow.answered).statusCode).toBe(408);
  slow.sent.destroy();
  const body = await hasty.bodyOf(aBrief());
  const late = await ask(`${hasty.url}pdf`, { method: "POST", body });
  expect(refusalOf(late)).toMatchObject({ status: 408, code: "TIMEOUT" });
  expect(hasty.unknown).toEqual([]);
  await hasty.close();
  await expect.poll(begun.alive).toBe(own);
}, 60_000);
