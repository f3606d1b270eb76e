/// <reference lib="webworker" />
import { isAnswer, keepingOf, surplus } from "./keep.ts";

declare const self: ServiceWorkerGlobalScope;

/** Of a wall's page: it is opened at one address, and reloaded while the server is away from what is kept. */
const CACHE = "wall";
/** Two builds' assets and a round's answers are far fewer. */
const MOST = 600;
/** Answers vary by encodings, of which a kept one has none left. */
const ANY = { ignoreVary: true } as const;
/** A server that hangs is away. */
const PATIENCE_MS = 6000;
/** So long after it gave no answer the server is asked for none, unless a page's stream knows better. */
const QUIET_MS = 10_000;
/** Until when, ms of `Date.now()`. */
let quietUntil = 0;
/** Pages whose stream has lost the server: it is asked for nothing of theirs. A page that comes is another. */
const lost = new Set<string>();

/** Asks the server. @throws where it does not answer, and no answer is asked for then. */
async function askServer(request: RequestInfo, signal?: AbortSignal): Promise<Response> {
  try {
    return await fetch(request, signal ? { signal } : {});
  } catch (error) {
    // What the page no longer wants says nothing of the server.
    const isOurs = !(error instanceof DOMException && error.name === "AbortError");
    if (isOurs) quietUntil = Math.max(quietUntil, Date.now() + QUIET_MS);
    throw error;
  }
}

self.addEventListener("install", () => void self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));

/** What the page had already fetched when this worker came to be; and whether its stream has lost the server. */
self.addEventListener("message", (event: ExtendableMessageEvent) => {
  const { keep, away } = event.data as { keep: string[]; away?: never } | { keep?: never; away: boolean };
  const from = event.source instanceof Client ? event.source.id : "";
  if (away === true) lost.add(from);
  if (away === false) {
    lost.delete(from);
    quietUntil = 0;
  }
  if (keep === undefined) return;
  event.waitUntil(keepAll(keep).then(() => event.ports[0]?.postMessage("kept")));
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const { method, mode, url, headers } = request;
  const keeping = keepingOf({ method, mode, url, accept: headers.get("Accept") }, self.location.origin);
  const isLost = lost.has(event.clientId);
  if (keeping === "asset") event.respondWith(keptFirst(request, isLost));
  else if (keeping !== null) event.respondWith(askedFirst(request, isLost));
});

async function keptFirst(request: Request, isLost: boolean): Promise<Response> {
  const cache = await caches.open(CACHE);
  const kept = await cache.match(request, ANY);
  if (kept) return kept;
  if (isLost) return Response.error();
  const response = await askServer(request);
  if (response.ok) await cache.put(request, response.clone());
  return response;
}

async function askedFirst(request: Request, isLost: boolean): Promise<Response> {
  const cache = await caches.open(CACHE);
  if (request.mode !== "navigate" && (isLost || Date.now() < quietUntil))
    return (await keptFor(cache, request)) ?? Response.error();
  try {
    const response = await askServer(request, AbortSignal.timeout(PATIENCE_MS));
    quietUntil = 0;
    if (isAnswer(response)) {
      if (response.ok) await cache.put(request, response.clone());
      return response;
    }
    return (await keptFor(cache, request)) ?? response;
  } catch (error) {
    const kept = await keptFor(cache, request);
    if (kept) return kept;
    throw error;
  }
}

/** The very page or answer; of the wall opened otherwise than ever before, the wall as it was last. */
const keptFor = async (cache: Cache, request: Request): Promise<Response | undefined> =>
  (await cache.match(request, ANY)) ??
  (request.mode === "navigate" ? cache.match(request, { ...ANY, ignoreSearch: true }) : undefined);

async function keepAll(urls: readonly string[]): Promise<void> {
  const cache = await caches.open(CACHE);
  const keepOne = async (url: string) => {
    if (Date.now() < quietUntil || (await cache.match(url, ANY))) return;
    const response = await askServer(url);
    if (response.ok) await cache.put(url, response);
  };
  // One that does not come is missing then, and nothing else is.
  await Promise.allSettled(urls.map(keepOne));
  for (const request of surplus(await cache.keys(), MOST)) await cache.delete(request);
}
