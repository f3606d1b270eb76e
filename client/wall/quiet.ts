import { onlineManager } from "@tanstack/react-query";
import type { StreamState } from "../data/event-stream.ts";

// No browser knows whether this wall's server is there: its stream does.
onlineManager.setEventListener(() => undefined);

/**
 * While its stream has lost the server the wall asks it for nothing else: what the service worker has kept is answered by
 * it alone (client/sw), and where there is none, questions wait.
 */
export function keepQuiet(state: StreamState): void {
  const worker = navigator.serviceWorker?.controller;
  const away = state === "away";
  worker?.postMessage({ away });
  onlineManager.setOnline(!away || Boolean(worker));
}
