import express from "express";
import { expect, test } from "vitest";
import { z } from "zod";
import { requestLog } from "#server/http/request-log.ts";
import { MAX_BODY_BYTES, trpcRoute } from "#server/http/trpc-route.ts";
import { openLedger } from "#server/ledger.ts";
import { peopleOf } from "#server/people/people.ts";
import { Rooms } from "#server/remote/rooms.ts";
import { procedure, router } from "#server/trpc.ts";
import { Uploads } from "#server/workbook/uploads.ts";
import { ASSETS, aDataDir } from "../../factories.ts";
import { ask } from "../serve.ts";

/** Nothing of the product takes a body yet: a procedure that does, behind the product's own route. */
const takesBodies = router({
  length: procedure("ledger.read")
    .input(z.string())
    .mutation(({ input }) => input.length),
});

test("a body is read to the limit and no further, its length told or untold", async () => {
  const unknown: unknown[] = [];
  const log = {
    debug: () => {},
    info: () => {},
    warn: () => {},
    error: (line: unknown) => unknown.push(line),
  };
  const ledger = await openLedger(aDataDir(), "test");
  const app = express();
  app.use(
    requestLog(log),
    trpcRoute({
      ledger,
      people: peopleOf(ledger.database.write),
      auditHash: "sha256",
      rooms: new Rooms(),
      uploads: new Uploads(),
      geography: { boundary: { reviewNumber: null, credits: [] }, assets: ASSETS },
      log,
      router: takesBodies,
    }),
  );
  const server = app.listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  const address = server.address();
  const url = `http://127.0.0.1:${typeof address === "object" ? address?.port : ""}/length`;
  const send = (length: number, headers: Record<string, string>) =>
    ask(url, {
      method: "POST",
      headers: { "Content-Type": "application/json", ...headers },
      body: JSON.stringify("x".repeat(length)),
    });
  const quotes = 2;
  for (const headers of [{}, { "Transfer-Encoding": "chunked" }]) {
    const whole = await send(MAX_BODY_BYTES - quotes, headers);
    expect([whole.status, JSON.parse(whole.text)]).toEqual([
      200,
      { result: { data: MAX_BODY_BYTES - quotes } },
    ]);
    expect((await send(MAX_BODY_BYTES - quotes + 1, headers)).status).toBe(413);
  }
  expect(unknown).toEqual([]);
  await new Promise((resolve) => server.close(resolve));
  await ledger.database.close();
});
