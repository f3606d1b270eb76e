import { once } from "node:events";
import type { AddressInfo } from "node:net";
import express from "express";
import { expect, onTestFinished, test } from "vitest";
import { starting } from "#server/http/answers.ts";
import { securityHeaders } from "#server/http/headers.ts";

test("who opens a page while the server starts is told so, and it is asked for again by itself", async () => {
  const app = express()
    .use(securityHeaders({ tls: false, dev: false }))
    .use(starting);
  const server = app.listen(0, "127.0.0.1");
  onTestFinished(() => void server.close());
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const answer = await fetch(`http://127.0.0.1:${port}/desk`, { headers: { Accept: "text/html" } });
  expect([answer.status, answer.headers.get("Refresh"), answer.headers.get("Retry-After")]).toEqual([
    503,
    "2",
    "2",
  ]);
  expect(await answer.text()).toContain("服务正在启动");
});
