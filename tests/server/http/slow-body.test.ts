import { once } from "node:events";
import { request } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import express from "express";
import { expect, test } from "vitest";
import { limitBodyTime } from "#server/http/body-time.ts";

/** ms that a body may take, here. */
const MOST = 400;

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

    const slow = send();
    slow.setHeader("Content-Length", "1000");
    const cut = new Promise<number>((resolve) => {
      const began = performance.now();
      slow.once("error", () => resolve(performance.now() - began));
      slow.once("response", () => resolve(-1));
    });
    let isCut = false;
    cut.finally(() => {
      isCut = true;
    });
    while (!isCut) {
      slow.write("x");
      await pause(20);
    }
    expect(await cut).toBeGreaterThanOrEqual(MOST - 50);
    expect(await cut).toBeLessThan(MOST * 8);
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  },
);
