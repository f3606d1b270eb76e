import { once } from "node:events";
import { type ClientRequest, type IncomingMessage, request, type ServerResponse } from "node:http";
import type { Worker } from "node:worker_threads";
import express, { type ErrorRequestHandler } from "express";
import type { Brief } from "#domain/brief/brief.ts";
import { type BriefParts, briefRoutes } from "#server/brief/route.ts";
import { requestLog } from "#server/http/request-log.ts";
import { openLedger } from "#server/ledger.ts";
import { aDataDir, apiOf } from "../../factories.ts";
import { aMap } from "./a-brief.ts";

/** The routes of briefing pages alone over a real ledger, with limits of their own, and what nobody foresaw. */
export async function alone(limits: Pick<BriefParts, "room" | "mostBytes" | "longestMs"> = {}) {
  const { database, revisions } = await openLedger(aDataDir(), "test");
  const silent = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };
  const app = express().disable("etag").set("query parser", false).use(requestLog(silent));
  const geography = { boundary: { reviewNumber: null, credits: [] } };
  app.use(briefRoutes({ db: database.read, revisions, geography, ...limits }));
  const unknown: unknown[] = [];
  const lastResort: ErrorRequestHandler = (error, _req, res, _next) => {
    unknown.push(error);
    res.status(500).end();
  };
  app.use(lastResort);
  const server = app.listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  const address = server.address();
  const url = `http://127.0.0.1:${typeof address === "object" ? address?.port : ""}/export/brief.`;
  const api = apiOf({ database, revisions });
  return {
    url,
    unknown,
    /** The answer to the next request, once that has its place, its turn to wait for, or neither. */
    arrival: async (): Promise<ServerResponse> => (await once(server, "request"))[1],
    /** A page as it is sent; `padding` bytes more after its picture, which no reader looks at. */
    bodyOf: async (brief: Brief, padding = 0): Promise<Buffer> => {
      const { sheet } = await api.brief.sheet(brief);
      return Buffer.concat([Buffer.from(`${JSON.stringify(brief)}\n`), aMap(sheet), Buffer.alloc(padding)]);
    },
    close: async () => {
      await new Promise((resolve) => server.close(resolve));
      await database.close();
    },
  };
}

export type Sent = { sent: ClientRequest; answered: Promise<IncomingMessage> };

/** A page begun to be sent: who holds it may write on, end it, or leave with `destroy`. */
export function send(url: string, headers: Record<string, string> = {}): Sent {
  const sent = request(url, { method: "POST", headers, agent: false });
  const answered = new Promise<IncomingMessage>((resolve, reject) => {
    sent.once("response", resolve);
    sent.on("error", reject);
  });
  // Whoever leaves does not wait for it.
  answered.catch(() => undefined);
  return { sent, answered };
}

/** Every thread begun from now on. */
export function threads(): { all: Worker[]; alive: () => number } {
  const all: Worker[] = [];
  process.on("worker", (worker) => all.push(worker));
  return { all, alive: () => all.filter(({ threadId }) => threadId !== -1).length };
}
