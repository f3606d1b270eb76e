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

self.addEventListener("install", () => void self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));

/** What the page had already fetched when this worker came to be. */
self.addEventListener("message", (event: ExtendableMessageEvent) => {
  const { keep } = event.data as { keep: string[] };
  event.waitUntil(keepAll(keep).then(() => event.ports[0]?.postMessage("kept")));
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const { method, mode, url, headers } = request;
  const keeping = keepingOf({ method, mode, url, accept: headers.get("Accept") }, self.location.origin);
  if (keeping === "asset") event.respondWith(keptFirst(request));
  else if (keeping !== null) event.respondWith(askedFirst(request));
});

async function keptFirst(request: Request): Promise<Response> {
  const cache = await caches.open(CACHE);
  const kept = await cache.match(request, ANY);
  if (kept) return kept;
  const response = await fetch(request);
  if (response.ok) await cache.put(request, response.clone());
  return response;
}

async function askedFirst(request: Request): Promise<Response> {
  const cache = await caches.open(CACHE);
  try {
    const response = await fetch(request, { signal: AbortSignal.timeout(PATIENCE_MS) });
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
    if (await cache.match(url, ANY)) return;
    const response = await fetch(url);
    if (response.ok) await cache.put(url, response);
  };
  // One that does not come is missing then, and nothing else is.
  await Promise.allSettled(urls.map(keepOne));
  for (const request of surplus(await cache.keys(), MOST)) await cache.delete(request);
}
