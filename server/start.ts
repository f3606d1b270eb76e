import type { RequestListener, Server } from "node:http";
import express from "express";
import { OpenAtlases } from "./brief/open-atlases.ts";
import { buildClientIfStale, CLIENT_DIR, serverBuild } from "./client/build.ts";
import { builtClient } from "./client/built.ts";
import type { Client } from "./client/client.ts";
import { devClient } from "./client/dev.ts";
import type { Env } from "./env.ts";
import { starting } from "./http/answers.ts";
import { createApp } from "./http/app.ts";
import { securityHeaders } from "./http/headers.ts";
import { DEFAULT_LIMIT } from "./http/rate-limit.ts";
import { requestLog } from "./http/request-log.ts";
import { type Ledger, openLedger } from "./ledger.ts";
import { createHttpServer, listen, stopListening } from "./listen.ts";
import { type Log, openLog } from "./log.ts";
import { loadGeography } from "./page/geography.ts";
import { Rooms } from "./remote/rooms.ts";

export type Running = {
  /** Address to open, such as http://127.0.0.1:8080. */
  url: string;
  ledger: Ledger;
  /** Ends once every answer under way has gone out and the database is closed. */
  stop: () => Promise<void>;
};

/** Opens what the page is served from; it may hang on to the server's socket for hot reload. */
export type OpenClient = (server: Server) => Promise<Client>;

const openBuilt: OpenClient = async () => {
  await buildClientIfStale();
  return builtClient(CLIENT_DIR);
};

/**
 * Takes the port first and the data directory second, before anything is built or written: a second start
 * on either is refused with nothing changed. Until all is ready, every address says so with 503.
 * @throws StartError, SeedError, GeoDataError
 */
export async function start(
  env: Env,
  {
    dev = false,
    openClient = dev ? devClient : openBuilt,
    log = openLog(env.LOG_LEVEL),
  }: { dev?: boolean; openClient?: OpenClient; log?: Log } = {},
): Promise<Running> {
  const tls = env.TLS_CERT !== undefined;
  let handle: RequestListener = waitingRoom(log, tls);
  const server = createHttpServer(env, (req, res) => handle(req, res));
  const url = await listen(server, env);
  let ledger: Ledger | undefined;
  let client: Client | undefined;
  const atlases = new OpenAtlases();
  const rooms = new Rooms();
  const stop = async () => {
    ledger?.revisions.close();
    rooms.close();
    await stopListening(server);
    await atlases.close();
    await client?.close();
    await ledger?.database.close();
  };
  try {
    ledger = await openLedger(env.DATA_DIR, await serverBuild());
    const geography = loadGeography();
    client = await openClient(server);
    handle = createApp({
      ledger,
      geography,
      atlases,
      rooms,
      client,
      log,
      tls,
      dev,
      limit: DEFAULT_LIMIT,
      requireReviewNumber: env.REQUIRE_REVIEW_NUMBER,
    });
    return { url, ledger, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

function waitingRoom(log: Log, tls: boolean): RequestListener {
  const app = express().disable("x-powered-by").disable("etag");
  app.use(requestLog(log), securityHeaders({ tls, dev: false }));
  app.get("/healthz", (_req, res) => res.json({ status: "ok" }));
  app.get("/readyz", (_req, res) => res.status(503).json({ status: "starting" }));
  app.use((req, res) => starting(req, res.set("Retry-After", "2")));
  return app;
}
