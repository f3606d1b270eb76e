import { useSyncExternalStore } from "react";
import type { StreamState } from "./event-stream.ts";

export type Liveness = {
  /** True once the server has been gone for a while: a restart is no news. */
  readonly away: boolean;
  /** When the server was last there, while it is away. */
  readonly since: Date | null;
};

/** How long the server is gone before it is said, ms. */
const PATIENCE_MS = 10_000;
const HERE: Liveness = { away: false, since: null };

let current = HERE;
let timer: ReturnType<typeof setTimeout> | undefined;
const listeners = new Set<() => void>();

function change(next: Liveness): void {
  if (next === current) return;
  current = next;
  for (const listener of listeners) listener();
}

/** The stream's word of it, which is believed at once when it is good. `since` in ms since 1970. */
export function tellLiveness(state: StreamState, since: number): void {
  clearTimeout(timer);
  if (state === "open") {
    change(HERE);
    return;
  }
  // A clock that was set meanwhile neither hurries nor holds it up.
  const gone = Math.max(0, Math.min(PATIENCE_MS, Date.now() - since));
  timer = setTimeout(() => change({ away: true, since: new Date(since) }), PATIENCE_MS - gone);
}

export const liveness = (): Liveness => current;

export function onLiveness(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Whether what is on screen may have changed since without a word of it. */
export const useLiveness = (): Liveness => useSyncExternalStore(onLiveness, liveness);
