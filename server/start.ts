import type { RequestListener, Server } from "node:http";
import { join } from "node:path";
import express from "express";
import { actOf, SERVER } from "./act.ts";
import { startAnchoring } from "./audit/anchoring.ts";
import { OpenAtlases } from "./brief/open-atlases.ts";
import { buildClientIfStale, CLIENT_DIR, serverBuild } from "./client/build.ts";
import { builtClient } from "./client/built.ts";
import type { Client } from "./client/client.ts";
import { devClient } from "./client/dev.ts";
import { isDemo } from "./db/demo.ts";
import { DEMO_NOW } from "./demo/months.ts";
import type { Env } from "./env.ts";
import { FileStore } from "./filing/files/file-store.ts";
import { sweepFiles } from "./filing/files/sweep-files.ts";
import { keepPeriodsOpen } from "./filing/keep-periods.ts";
import { starting } from "./http/answers.ts";
import { createApp } from "./http/app.ts";
import { securityHeaders } from "./http/headers.ts";
import { DEFAULT_LIMIT } from "./http/rate-limit.ts";
import { requestLog } from "./http/request-log.ts";
import { type Ledger, openLedger } from "./ledger.ts";
import { createHttpServer, listen, stopListening } from "./listen.ts";
import { type Log, openLog } from "./log.ts";
import { loadGeography } from "./page/geography.ts";
import { casProvider } from "./people/cas.ts";
import { setupLink } from "./people/links.ts";
import { oidcProvider } from "./people/oidc.ts";
import { type PeopleSettings, type Provider, peopleOf } from "./people/people.ts";
import { Rooms } from "./remote/rooms.ts";
import { Uploads } from "./workbook/uploads.ts";

export type Running = {
  /** Address to open, such as http://127.0.0.1:8080. */
  url: string;
  ledger: Ledger;
  /** Address that makes the administrator's account, once, within the hour; null where there is one. */
  setup: string | null;
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
    rooms = new Rooms(),
  }: { dev?: boolean; openClient?: OpenClient; log?: Log; rooms?: Rooms } = {},
): Promise<Running> {
  const tls = env.TLS_CERT !== undefined;
  let handle: RequestListener = waitingRoom(log, tls);
  const server = createHttpServer(env, (req, res) => handle(req, res));
  const url = await listen(server, env);
  let ledger: Ledger | undefined;
  let client: Client | undefined;
  const atlases = new OpenAtlases();
  const uploads = new Uploads();
  let stopAnchoring = () => {};
  let stopOpening = () => {};
  const stop = async () => {
    stopAnchoring();
    stopOpening();
    ledger?.revisions.close();
    rooms.close();
    await stopListening(server);
    await uploads.close();
    await atlases.close();
    await client?.close();
    await ledger?.database.close();
  };
  try {
    ledger = await openLedger(env.DATA_DIR, await serverBuild(), env.AUDIT_HASH);
    const { write, read, keepHead } = ledger.database;
    const { revisions } = ledger;
    const starter = actOf({ write, revisions, auditHash: env.AUDIT_HASH, keepHead }, SERVER);
    const anchoring = await startAnchoring({
      db: ledger.database.read,
      dir: env.DATA_DIR,
      log,
      syslog: env.SYSLOG,
    });
    stopAnchoring = anchoring.stop;
    const now = (await isDemo(ledger.database.read)) ? () => DEMO_NOW : () => new Date();
    stopOpening = await keepPeriodsOpen({ read, act: starter, log }, { now });
    const store = new FileStore(join(env.DATA_DIR, "attachments"));
    await sweepFiles(ledger.database.write, store, log);
    const geography = loadGeography();
    client = await openClient(server);
    const people = peopleOf(write, settingsOf(env), { providers: providersOf(env) });
    const setup = await setupLink(read, starter, people);
    handle = createApp({
      ledger,
      people,
      auditHash: env.AUDIT_HASH,
      now,
      files: { store, scanCommand: env.SCAN_COMMAND },
      geography,
      atlases,
      rooms,
      uploads,
      client,
      log,
      tls,
      dev,
      limit: DEFAULT_LIMIT,
      requireReviewNumber: env.REQUIRE_REVIEW_NUMBER,
    });
    return { url, ledger, setup: setup && `${url}${setup}`, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

function providersOf(env: Env): Provider[] {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret } = env;
  const hasOidc = issuer !== undefined && clientId !== undefined && clientSecret !== undefined;
  return [
    ...(hasOidc ? [oidcProvider({ issuer, clientId, clientSecret, name: env.OIDC_NAME })] : []),
    ...(env.CAS_URL === undefined ? [] : [casProvider({ url: env.CAS_URL, name: env.CAS_NAME })]),
  ];
}

const settingsOf = (env: Env): PeopleSettings => ({
  access: env.ACCESS,
  passwordPolicy: env.PASSWORD_POLICY,
  idleMs: env.SESSION_IDLE_MINUTES * 60_000,
  tls: env.TLS_CERT !== undefined,
});

function waitingRoom(log: Log, tls: boolean): RequestListener {
  const app = express().disable("x-powered-by").disable("etag");
  app.use(requestLog(log), securityHeaders({ tls, dev: false }));
  app.get("/healthz", (_req, res) => res.json({ status: "ok" }));
  app.get("/readyz", (_req, res) => res.status(503).json({ status: "starting" }));
  app.use(starting);
  return app;
}
