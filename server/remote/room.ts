import { EventEmitter } from "node:events";
import type { Told } from "#domain/wall/told.ts";

export const CODE_MS = 5 * 60_000;
export const IDLE_MS = 10 * 60_000;
export const LONGEST_MS = 2 * 60 * 60_000;

type Pairing = { readonly remoteKey: string; readonly began: number; acted: number };

/** A wall that lets itself be driven. Times are the clock's, in ms. */
export type Room = {
  readonly wallKey: string;
  /** Stands on the wall until it is used or its time is over. */
  code: { readonly digits: string; readonly until: number } | null;
  pairing: Pairing | null;
  told: Told | null;
  /** `wall`: a `WallWord` for the wall. A remote's key: a `RemoteWord` for that remote. */
  readonly words: EventEmitter;
  /** Takes back the call at the room's next time-out. */
  forget: () => void;
};

export function aRoom(wallKey: string): Room {
  const words = new EventEmitter();
  // A wall that reloads has two streams for a moment.
  words.setMaxListeners(0);
  return { wallKey, code: null, pairing: null, told: null, words, forget: () => {} };
}

/** When a pairing ends by itself: unused for ten minutes, and after two hours at the latest. */
export const endOf = ({ began, acted }: Pairing): number => Math.min(acted + IDLE_MS, began + LONGEST_MS);

/** When something of the room's next runs out; null where nothing is left that could. */
export function nextTimeOut({ code, pairing }: Room): number | null {
  const times = [code?.until, pairing && endOf(pairing)].filter((time) => typeof time === "number");
  return times.length > 0 ? Math.min(...times) : null;
}
