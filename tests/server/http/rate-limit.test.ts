import express from "express";
import { expect, test } from "vitest";
import { DEFAULT_LIMIT, limitRate } from "#server/http/rate-limit.ts";
import { requestLog } from "#server/http/request-log.ts";
import { ask, refusalOf } from "../serve.ts";

async function countAnswers(trusted: (address: string) => boolean): Promise<number[]> {
  const silent = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };
  const app = express();
  app.use(requestLog(silent), limitRate({ requests: 3, windowMs: 60_000, trusted }));
  app.use((_req, res) => res.end("ok"));
  const server = app.listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  const address = server.address();
  const url = `http://127.0.0.1:${typeof address === "object" ? address?.port : ""}/`;
  const statuses: number[] = [];
  for (let n = 0; n < 5; n += 1) {
    const answer = await ask(url);
    statuses.push(answer.status);
    if (answer.status === 429) expect(refusalOf(answer).code).toBe("TOO_MANY_REQUESTS");
  }
  await new Promise((resolve) => server.close(resolve));
  return statuses;
}

test("an address that asks too often is told to wait", async () => {
  expect(await countAnswers(() => false)).toEqual([200, 200, 200, 429, 429]);
});

test("the machine itself is not counted", async () => {
  expect(await countAnswers(DEFAULT_LIMIT.trusted)).toEqual([200, 200, 200, 200, 200]);
  expect(["::1", "127.0.0.1", "::ffff:127.0.0.1"].every(DEFAULT_LIMIT.trusted)).toBe(true);
  expect(["10.0.0.1", "::ffff:10.127.0.1", "2001:db8::1"].some(DEFAULT_LIMIT.trusted)).toBe(false);
});
