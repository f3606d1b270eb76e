import { readFileSync } from "node:fs";
import { createServer, type RequestListener, type Server } from "node:http";
import { createServer as createTlsServer } from "node:https";
import type { AddressInfo } from "node:net";
import { LONGEST_PAGE_MS } from "./brief/route.ts";
import { LONGEST_CIRCULAR_MS } from "./circular/route.ts";
import type { Env } from "./env.ts";
import { StartError } from "./start-error.ts";

/** A long search text by GET is refused by name, not by a closed socket. */
const MAX_HEADER_BYTES = 128 * 1024;
/**
 * Node cuts a request whose body is not whole by then. A picture that waits for its turn is not read, so it may be
 * under way for as long as the queue and its own page take (22 minutes at worst); each place has a shorter limit of its
 * own once it reads (brief/route.ts, circular/route.ts). Bodies of everything else have `limitBodyTime`.
 */
const UPLOAD_MS = Math.max(LONGEST_PAGE_MS, LONGEST_CIRCULAR_MS);
const HEADERS_MS = 15_000;
/** For what is still being answered when the server is told to stop. */
const STOP_MS = 10_000;

type Where = Pick<Env, "HOST" | "PORT" | "TLS_CERT" | "TLS_KEY">;

/** How long a request may take to come in, and how often it is looked at. */
export type Patience = {
  requestTimeout: number;
  headersTimeout: number;
  connectionsCheckingInterval?: number;
};

/** @throws StartError when the certificate and key are no pair */
export function createHttpServer(
  where: Where,
  listener: RequestListener,
  patience: Patience = { requestTimeout: UPLOAD_MS, headersTimeout: HEADERS_MS },
): Server {
  const options = { maxHeaderSize: MAX_HEADER_BYTES, ...patience };
  const { TLS_CERT, TLS_KEY } = where;
  if (TLS_CERT === undefined || TLS_KEY === undefined) return createServer(options, listener);
  try {
    return createTlsServer(
      { ...options, cert: readFileSync(TLS_CERT), key: readFileSync(TLS_KEY), minVersion: "TLSv1.2" },
      listener,
    );
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new StartError(`TLS_CERT ${TLS_CERT} and TLS_KEY ${TLS_KEY} cannot be used (${why}).`);
  }
}

/** Returns the address to open. @throws StartError when the port is taken or not to be had. */
export async function listen(server: Server, { HOST, PORT, TLS_CERT }: Where): Promise<string> {
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(PORT, HOST, () => {
      server.off("error", reject);
      resolve();
    });
  }).catch((error: unknown) => {
    throw new StartError(sentenceOf(error, HOST, PORT));
  });
  const { port } = server.address() as AddressInfo;
  const host = HOST.includes(":") ? `[${HOST}]` : HOST;
  return `${TLS_CERT === undefined ? "http" : "https"}://${host}:${port}`;
}

function sentenceOf(error: unknown, host: string, port: number): string {
  const code = error instanceof Error && "code" in error ? String(error.code) : String(error);
  if (code === "EADDRINUSE")
    return `PORT ${port} of ${host} is taken: stop what listens there, or set another PORT.`;
  if (code === "EACCES")
    return `PORT ${port} of ${host} is not allowed to this account: set a PORT from 1024 up.`;
  if (code === "EADDRNOTAVAIL" || code === "ENOTFOUND" || code === "EAI_AGAIN") {
    return `HOST is "${host}", expected a name or address of this machine.`;
  }
  return `PORT ${port} of ${host} cannot be listened on (${code}).`;
}

/** Takes no new connection, lets answers under way go out, and ends idle connections as they fall idle. */
export async function stopListening(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  const idle = setInterval(() => server.closeIdleConnections(), 50);
  const late = setTimeout(() => server.closeAllConnections(), STOP_MS);
  await closed;
  clearInterval(idle);
  clearTimeout(late);
}
