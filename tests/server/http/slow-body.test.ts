import { once } from "node:events";
import { type IncomingMessage, request } from "node:http";
import type { AddressInfo } from "node:net";
import express from "express";
import { afterEach, expect, test, vi } from "vitest";
import { limitBodyTime } from "#server/http/body-time.ts";

/** ms that a body may take, here. */
const MOST = 400;
/** ms between two of its bytes. */
const EACH = 100;

afterEach(() => {
  vi.useRealTimers();
});

test.each(["/trpc/report.save", "/filing/upload", "/anything"])(
  "a body for %s that drips in is cut, though something always comes",
  async (path) => {
    const app = express().use(limitBodyTime(MOST));
    app.use(express.raw({ type: () => true }), (_req, res) => res.end("taken"));
    const server = app.listen(0, "127.0.0.1");
    await once(server, "listening");
    const { port } = server.address() as AddressInfo;
    const send = () => request({ host: "127.0.0.1", port, path, method: "POST", agent: false });

    const quick = send().end("x".repeat(10));
    const [answer] = await once(quick, "response");
    expect(answer.resume().statusCode).toBe(200);

    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    const slow = send();
    slow.setHeader("Content-Length", "1000");
    const arrived = once(server, "request") as Promise<[IncomingMessage]>;
    const cut = once(slow, "error");
    slow.write("x");
    const [taken] = await arrived;
    for (let gone = EACH; gone < MOST; gone += EACH) {
      vi.advanceTimersByTime(EACH);
      expect(taken.destroyed).toBe(false);
      const dripped = once(taken, "data");
      slow.write("x");
      await dripped;
    }
    vi.advanceTimersByTime(EACH);
    expect(taken.destroyed).toBe(true);
    await cut;
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  },
);
